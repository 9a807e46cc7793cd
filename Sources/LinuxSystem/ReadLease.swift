import CLinux
import Glibc

/// A read lease on an open file (fcntl(2), F_SETLEASE with F_RDLCK): as long as it is held, no program of this machine has the file
/// open for writing, under any of its names and through any mapping.
///
/// Who opens the file for writing or truncates it meanwhile waits until the lease is given up (or fails, with O_NONBLOCK), and the
/// process gets SIGIO, which the desk ignores. Hold a lease for as short a time as can be.
public struct ReadLease: ~Copyable {
    /// Why there is no lease.
    public enum Refusal: Error, Sendable, Equatable {
        /// Some program has the file open for writing.
        case openForWriting
        /// It cannot be told whether one has: the file is another user's and CAP_LEASE is missing (EACCES), its file system grants no
        /// leases (EINVAL), or other machines may write there, of which a lease tells nothing (EREMOTE).
        case unknown(SystemError)
    }

    private let file: Descriptor

    /// Takes a lease on a file that is open for reading alone; it is given up when this value ends.
    ///
    /// - Throws: `Refusal`.
    public init(on file: Descriptor) throws(Refusal) {
        guard wd_take_read_lease(file.number) == 0 else {
            let code = errno
            if code == EAGAIN { throw .openForWriting }
            throw .unknown(SystemError(operation: "lease", path: "descriptor \(file.number)", code: code))
        }
        if let name = FileSystemKind.silentName(of: file) {
            _ = wd_give_up_lease(file.number)
            throw .unknown(SystemError(operation: "lease", path: name, code: EREMOTE))
        }
        self.file = file
    }

    deinit { _ = wd_give_up_lease(file.number) }

    /// Whether nobody has tried to open the file for writing since the lease was taken.
    public var isUnbroken: Bool { wd_holds_read_lease(file.number) == 1 }
}

/// Whether some program has a file open for writing at this moment.
public enum WriterPresence: Sendable, Equatable {
    /// None has.
    case none
    /// One has.
    case present
    /// It cannot be told, for this reason; never to be read as `none`.
    case unknown(SystemError)
}

extension Descriptor {
    /// Whether some program has this file, which is open for reading alone here, open for writing; told by a lease that is given up
    /// at once.
    public var writerPresence: WriterPresence {
        do throws(ReadLease.Refusal) {
            _ = try ReadLease(on: self)
            return .none
        } catch {
            switch error {
            case .openForWriting: return .present
            case .unknown(let cause): return .unknown(cause)
            }
        }
    }
}
