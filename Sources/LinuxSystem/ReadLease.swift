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

    private let file: any OpenFile

    /// Takes a lease on a file that is open for reading alone; it is given up when this value ends.
    ///
    /// - Throws: `Refusal`.
    public init(on file: any OpenFile) throws(Refusal) {
        try file.takeReadLease()
        self.file = file
    }

    deinit { file.giveUpReadLease() }

    /// Whether nobody has tried to open the file for writing since the lease was taken.
    public var isUnbroken: Bool { file.holdsReadLease }
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

extension OpenFile {
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
