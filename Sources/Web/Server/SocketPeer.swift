import Glibc
import NIOCore

/// Who is at the other end of a unix socket.
enum SocketPeer {
    /// What the kernel tells (struct ucred, unix(7)).
    private struct Credentials {
        var process: Int32 = 0
        var user: UInt32 = 0
        var group: UInt32 = 0
    }

    /// The system user who connected; nil where the channel is no socket.
    ///
    /// - Throws: what keeps the kernel from telling, such as that the connection is gone.
    static func user(of channel: any Channel) async throws -> UInt32? {
        guard let socket = channel as? any SocketOptionProvider else { return nil }
        let credentials: EventLoopFuture<Credentials> = socket.unsafeGetSocketOption(
            level: .socket, name: NIOBSDSocket.Option(rawValue: SO_PEERCRED))
        return try await credentials.get().user
    }
}
