import Export
import HTTPTypes
import Hashing
import Hummingbird
import NIOCore
import NewsModel

/// Answers in the forms that this server gives.
enum Reply {
    /// One JSON value.
    static func json(_ value: JSONOutput, status: HTTPResponse.Status = .ok, for request: Request) -> Response {
        var bytes: [UInt8] = []
        value.write(to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        return bytesReply(bytes, type: "application/json", status: status, for: request)
    }

    /// Bytes with a tag of their content: who has them already gets 304. They are sent smaller where the client takes that.
    ///
    /// - Parameters:
    ///   - tagged: what the tag is made from where it is not the bytes themselves.
    ///   - isSecret: whether they hold the token of a form. Such pages are never compressed, since their length would tell of the token
    ///     whoever can have them asked for with words of their own and listens to the line (BREACH, 2013).
    static func bytesReply(
        _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok, tagged: [UInt8]? = nil,
        isSecret: Bool = false, for request: Request
    ) -> Response {
        let smaller =
            !isSecret && status == .ok && Gzip.isAccepted(request.headers.value("Accept-Encoding"))
            ? Gzip.compressed(bytes) : nil
        var response = Response(status: status, body: ResponseBody(byteBuffer: ByteBuffer(bytes: smaller ?? bytes)))
        response.headers.set("Content-Type", type)
        if !isSecret { response.headers.set("Vary", "Accept-Encoding") }
        if smaller != nil { response.headers.set("Content-Encoding", "gzip") }
        guard status == .ok, request.method == .get || request.method == .head else { return response }
        // Other bytes have another tag (RFC 9110, section 8.8.3.3).
        let digest = SHA256Digest.of(tagged ?? bytes).hex.prefix(32)
        return tag(response, "\"\(digest)\(smaller == nil ? "" : "-gzip")\"", for: request)
    }

    /// An answer with its tag; 304 for who has it already.
    static func tag(_ response: Response, _ tag: String, for request: Request) -> Response {
        var response = response
        if let known = request.headers.value("If-None-Match"), matches(known, tag) {
            var unchanged = Response(status: .notModified)
            // A length of nothing would be taken for that of the page.
            unchanged.headers.set("Content-Length", nil)
            unchanged.headers.set("ETag", tag)
            unchanged.headers.set("Vary", response.headers.value("Vary"))
            return unchanged
        }
        response.headers.set("ETag", tag)
        return response
    }

    /// Leads to another address, to be asked for with GET.
    static func seeOther(_ address: String) -> Response {
        var response = Response(status: .seeOther)
        response.headers.set("Location", address)
        return response
    }

    /// Whether one of the tags of `If-None-Match` is this one (RFC 9110, section 13.1.2: weak comparison).
    private static func matches(_ known: String, _ tag: String) -> Bool {
        known.split(separator: ",").contains { part in
            var part = part.drop { $0 == " " }
            while part.last == " " { part.removeLast() }
            if part.hasPrefix("W/") { part = part.dropFirst(2) }
            return part == "*" || part == tag
        }
    }
}

extension HTTPFields {
    /// The value of a header; nil where it is missing.
    func value(_ name: String) -> String? { HTTPField.Name(name).flatMap { self[$0] } }

    /// Sets a header, or takes it away.
    mutating func set(_ name: String, _ value: String?) {
        guard let name = HTTPField.Name(name) else { return }
        self[name] = value
    }
}
