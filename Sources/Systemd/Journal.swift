import CSystemd
import Glibc

/// The systemd journal of this machine, reached through its own socket.
public enum Journal {
    /// Where journald listens for native messages.
    static let socketPath = "/run/systemd/journal/socket"

    /// Whether a journal takes messages. It must be asked: without a journald, sd_journal_sendv(3) reports success and drops the
    /// message.
    public static func isReachable() -> Bool {
        isReachable(at: socketPath)
    }

    /// Whether something listens for datagrams on a socket of the file system.
    static func isReachable(at path: String) -> Bool {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return false }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }

    /// Sends one entry.
    ///
    /// - Returns: zero, or a negative errno as sd_journal_sendv(3) gives it.
    static func send(_ fields: [JournalField]) -> Int32 {
        let encoded = fields.map { Array("\($0.name)=\($0.value)".utf8) }
        var bytes = encoded.flatMap { $0 }
        return bytes.withUnsafeMutableBytes { buffer -> Int32 in
            guard let base = buffer.baseAddress else { return 0 }
            var vectors: [iovec] = []
            var offset = 0
            for field in encoded {
                vectors.append(iovec(iov_base: base + offset, iov_len: field.count))
                offset += field.count
            }
            return sd_journal_sendv(vectors, Int32(vectors.count))
        }
    }
}
