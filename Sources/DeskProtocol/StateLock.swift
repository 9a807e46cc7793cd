import CLinux
import Glibc
import LinuxSystem

/// The lock that keeps a second desk off one state; it also says who holds it and where its control socket is.
public final class StateLock: Sendable {
    /// What a desk says of itself in the lock file.
    public struct Holder: Sendable, Equatable {
        /// Whether the process was ended but is still there, because the kernel does not let go of a call of it (proc_pid_stat(5)).
        public var isEnding: Bool {
            let text = StateLock.contents("/proc/\(process)/stat")
            guard let close = text.lastIndex(of: UInt8(ascii: ")")), close + 2 < text.count else { return false }
            return text[close + 2] == UInt8(ascii: "Z") || text[close + 2] == UInt8(ascii: "X")
        }

        /// The process id.
        public var process: Int32
        /// The path of its control socket.
        public var controlSocket: String

        /// A desk and its socket.
        public init(process: Int32, controlSocket: String) {
            self.process = process
            self.controlSocket = controlSocket
        }
    }

    /// Why the lock was not taken.
    public enum Failure: Error, Sendable {
        /// Another desk holds it.
        case held(by: Holder?)
        /// The file cannot be opened or locked.
        case system(SystemError)
    }

    private let descriptor: Descriptor

    /// Takes the lock of a state folder until this object is gone.
    ///
    /// An open-file-description lock (fcntl(2)): it ends with the process, whatever ends it.
    ///
    /// - Throws: `Failure`.
    public init(state: String) throws(Failure) {
        let path = Self.path(state)
        do throws(SystemError) {
            descriptor = try Descriptor.open(path: path, flags: O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o640)
        } catch {
            throw .system(error)
        }
        guard wd_lock_exclusively(descriptor.number) == 0 else {
            let code = errno
            if code == EAGAIN || code == EACCES { throw .held(by: Self.holder(state: state)) }
            throw .system(SystemError(operation: "lock", path: path, code: code))
        }
    }

    /// Notes who holds the lock.
    public func note(_ holder: Holder) {
        let text = Array("\(holder.process)\n\(holder.controlSocket)\n".utf8)
        _ = ftruncate(descriptor.number, 0)
        // Who holds the lock is a courtesy to whoever meets it; the lock itself stands without.
        try? descriptor.writeAll(text, at: 0)
    }

    /// Notes that nobody holds it, the mark of a stop in good order, and gives it up: a process that has a call into a file system which does
    /// not answer stays until it does, and must not keep the next desk out.
    public func release() {
        _ = ftruncate(descriptor.number, 0)
        _ = wd_unlock(descriptor.number)
    }

    /// What the lock file of a state says; nil where there is none. Whether that desk still runs is another question.
    public static func holder(state: String) -> Holder? {
        let lines = String(decoding: contents(path(state)), as: UTF8.self).split(separator: "\n")
        guard lines.count == 2, let process = Int32(lines[0]) else { return nil }
        return Holder(process: process, controlSocket: String(lines[1]))
    }

    /// Whether this process may not see whether a desk runs.
    public static func isHidden(state: String) -> Bool {
        access(path(state), R_OK) != 0 && (errno == EACCES || errno == EPERM)
    }

    /// The first bytes of a small file; none where there is none.
    private static func contents(_ path: String) -> [UInt8] {
        guard let file = fopen(path, "re") else { return [] }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 8192)
        let count = fread(&buffer, 1, buffer.count, file)
        return Array(buffer[..<count])
    }

    private static func path(_ state: String) -> String { state + "/lock" }
}
