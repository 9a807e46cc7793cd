import CLinux
import Glibc

/// Unix stream sockets with a path.
public enum UnixSocket {
    /// The longest path in bytes that fits into a socket's address (unix(7)).
    public static let longestPath = 107

    /// Who is at the other end of a socket.
    public struct Peer: Sendable, Equatable {
        /// The process id.
        public var process: Int32
        /// The user id.
        public var user: UInt32
        /// The group id.
        public var group: UInt32
    }

    /// A socket that listens at `path`, in place of one that a dead process left there, with the given mode.
    ///
    /// - Throws: `SystemError`; ENAMETOOLONG for a path over `longestPath`.
    public static func listen(path: String, mode: UInt32, backlog: Int32 = 16) throws(SystemError) -> Descriptor {
        let number = socket(
            AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        guard number >= 0 else { throw SystemError(operation: "socket", path: path, code: errno) }
        let descriptor = Descriptor(adopting: number)
        unlink(path)
        // Nobody may connect before the mode is set; bind() makes the file with the mode that umask leaves.
        let previous = umask(0o777)
        let bound = try withAddress(path) { bind(number, $0, $1) }
        let code = errno
        umask(previous)
        guard bound == 0 else { throw SystemError(operation: "bind", path: path, code: code) }
        guard Glibc.listen(number, backlog) == 0 else {
            throw SystemError(operation: "listen", path: path, code: errno)
        }
        guard chmod(path, mode_t(mode)) == 0 else { throw SystemError(operation: "chmod", path: path, code: errno) }
        return descriptor
    }

    /// Accepts one connection; nil when none waits.
    ///
    /// - Throws: `SystemError`.
    public static func accept(_ listener: Descriptor) throws(SystemError) -> StreamSocket? {
        let number = wd_accept(listener.number)
        if number >= 0 { return StreamSocket(Descriptor(adopting: number)) }
        let code = errno
        if code == EAGAIN || code == EINTR || code == ECONNABORTED { return nil }
        throw SystemError(operation: "accept", path: "socket", code: code)
    }

    /// Connects to `path`.
    ///
    /// - Throws: `SystemError`; ENOENT or ECONNREFUSED when nobody listens.
    public static func connect(path: String) throws(SystemError) -> StreamSocket {
        let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard number >= 0 else { throw SystemError(operation: "socket", path: path, code: errno) }
        let descriptor = Descriptor(adopting: number)
        guard try withAddress(path, { Glibc.connect(number, $0, $1) }) == 0 else {
            throw SystemError(operation: "connect", path: path, code: errno)
        }
        return StreamSocket(descriptor)
    }

    /// Who is at the other end (SO_PEERCRED).
    ///
    /// - Throws: `SystemError`.
    public static func peer(of socket: StreamSocket) throws(SystemError) -> Peer {
        var process: pid_t = 0
        var user: uid_t = 0
        var group: gid_t = 0
        guard wd_peer(socket.descriptor.number, &process, &user, &group) == 0 else {
            throw SystemError(operation: "peer", path: "socket", code: errno)
        }
        return Peer(process: process, user: user, group: group)
    }

    /// Whether the other end is in a group, by its primary or a supplementary one.
    public static func peer(of socket: StreamSocket, isInGroup group: UInt32) -> Bool {
        wd_peer_is_in_group(socket.descriptor.number, group) == 1
    }

    private static func withAddress<Result>(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) throws(SystemError) -> Result {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count <= longestPath else {
            throw SystemError(operation: "name a socket", path: path, code: ENAMETOOLONG)
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
