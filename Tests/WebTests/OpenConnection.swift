import Glibc

/// A connection that is held open.
final class OpenConnection {
    private let number: Int32

    init(port: Int) {
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.number = number
        var time = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        isOpen =
            withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            } == 0
    }

    deinit { close(number) }

    let isOpen: Bool

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { Glibc.send(number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    /// All that comes until the server closes the connection; what came so far where it does not within half a minute.
    func answer() -> String {
        while read() {}
        return text
    }

    /// Whether a text comes; reads no further than that.
    func receives(_ wanted: String) -> Bool {
        while !text.contains(wanted) { if !read() { return false } }
        return true
    }

    /// Forgets what came so far.
    func forget() { received = [] }

    /// Whether the server closes the connection.
    var isClosed: Bool {
        while read() {}
        return hasEnded
    }

    private var received: [UInt8] = []
    private var hasEnded = false

    private var text: String { String(decoding: received, as: UTF8.self) }

    private func read() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        let count = recv(number, &buffer, buffer.count, 0)
        if count == 0 { hasEnded = true }
        guard count > 0 else { return false }
        received += buffer[..<count]
        return true
    }
}
