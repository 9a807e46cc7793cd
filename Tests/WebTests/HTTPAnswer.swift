import Foundation
import Glibc

/// An answer of the server to a request that is written byte by byte, so that it may be wrong.
struct HTTPAnswer {
    var status = 0
    var headers: [(name: String, value: String)] = []
    var bytes: [UInt8] = []

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var json: [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]) ?? [:]
    }

    /// The code of an error of the interface of programs.
    var code: String? { (json["error"] as? [String: Any])?["code"] as? String }
    var message: String? { (json["error"] as? [String: Any])?["message"] as? String }

    func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }

    /// Sends lines with those that every request has.
    static func of(port: Int, lines: [String], body: [UInt8] = []) throws -> HTTPAnswer {
        var lines = lines
        if !lines.contains(where: { $0.lowercased().hasPrefix("host:") }) { lines.append("Host: 127.0.0.1:\(port)") }
        lines.append("Connection: close")
        return try of(port: port, raw: Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
    }

    /// Sends bytes, reads until the server closes the connection.
    ///
    /// - Parameter isCutOff: closes the sending side when all is sent, though the server may wait for more.
    static func of(port: Int, raw: [UInt8], isCutOff: Bool = false) throws -> HTTPAnswer {
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(number) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return try exchange(number, connected, raw, isCutOff)
    }

    /// The same over a unix socket.
    static func of(socketPath: String, lines: [String]) throws -> HTTPAnswer {
        let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(number) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(socketPath.utf8).prefix(107)) }
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        let raw = (lines + ["Connection: close"]).joined(separator: "\r\n") + "\r\n\r\n"
        return try exchange(number, connected, Array(raw.utf8), false)
    }

    private static func exchange(
        _ number: Int32, _ connected: Int32, _ raw: [UInt8], _ isCutOff: Bool
    ) throws -> HTTPAnswer {
        guard connected == 0 else { throw POSIXError(.ECONNREFUSED) }
        var time = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        var sent = 0
        while sent < raw.count {
            let count = raw.withUnsafeBytes { bytes in
                send(number, bytes.baseAddress.map { $0 + sent }, raw.count - sent, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { break }
            sent += count
        }
        if isCutOff { shutdown(number, Int32(SHUT_WR)) }
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = recv(number, &buffer, buffer.count, 0)
            if count <= 0 { break }
            received += buffer[..<count]
        }
        return parse(received)
    }

    private static func parse(_ bytes: [UInt8]) -> HTTPAnswer {
        var answer = HTTPAnswer()
        let data = Data(bytes)
        guard let end = data.range(of: Data("\r\n\r\n".utf8)) else { return answer }
        let lines = String(decoding: data[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        answer.status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        for line in lines.dropFirst() {
            let halves = line.split(separator: ":", maxSplits: 1)
            if halves.count == 2 {
                answer.headers.append((String(halves[0]), halves[1].trimmingCharacters(in: .whitespaces)))
            }
        }
        answer.bytes = Array(data[end.upperBound...])
        if answer.header("transfer-encoding") == "chunked" { answer.bytes = unchunked(answer.bytes) }
        return answer
    }

    private static func unchunked(_ bytes: [UInt8]) -> [UInt8] {
        var rest = bytes[...]
        var result: [UInt8] = []
        while let end = rest.firstIndex(of: UInt8(ascii: "\r")),
            let size = Int(String(decoding: rest[..<end], as: UTF8.self), radix: 16), size > 0,
            end + 2 + size <= rest.endIndex
        {
            result += rest[(end + 2)..<(end + 2 + size)]
            rest = rest[(end + 2 + size)...].dropFirst(2)
        }
        return result
    }
}
