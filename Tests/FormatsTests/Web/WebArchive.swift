/// Makes records of web archives.
enum WebArchive {
    /// A WARC record of any type.
    static func record(
        _ type: String, url: String?, mediaType: String? = nil, _ content: [UInt8], length: Int? = nil
    ) -> [UInt8] {
        var head = "WARC/1.1\r\nWARC-Type: \(type)\r\nWARC-Date: 2024-11-02T12:30:00Z\r\n"
        if let url { head += "WARC-Target-URI: \(url)\r\n" }
        if let mediaType { head += "Content-Type: \(mediaType)\r\n" }
        head += "Content-Length: \(length ?? content.count)\r\n\r\n"
        return Array(head.utf8) + content + Array("\r\n\r\n".utf8)
    }

    /// A record with an HTTP response of a page.
    static func response(
        _ number: Int, status: String = "200 OK", mediaType: String = "text/html; charset=utf-8", headers: String = "",
        body: [UInt8]? = nil
    ) -> [UInt8] {
        record(
            "response", url: address(number), mediaType: "application/http; msgtype=response",
            http(status: status, mediaType: mediaType, headers: headers, body: body ?? Copy.page(number)))
    }

    static func http(
        status: String = "200 OK", mediaType: String = "text/html; charset=utf-8", headers: String = "", body: [UInt8]
    ) -> [UInt8] {
        Array("HTTP/1.1 \(status)\r\nContent-Type: \(mediaType)\r\n\(headers)\r\n".utf8) + body
    }

    static func address(_ number: Int) -> String { "https://gazette.example/2024/ferry-\(number).html" }

    /// The bytes in chunks of HTTP.
    static func chunked(_ bytes: [UInt8], size: Int) -> [UInt8] {
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            let chunk = bytes[start..<min(start + size, bytes.count)]
            result += Array((String(chunk.count, radix: 16) + ";x=1\r\n").utf8) + chunk + Array("\r\n".utf8)
        }
        return result + Array("0\r\n\r\n".utf8)
    }
}
