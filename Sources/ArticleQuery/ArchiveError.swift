/// Why the archive could not do something: what was attempted, on which file, the cause, and what to do.
///
/// Match `kind`; `isTransient` tells whether the same call may succeed later without anyone changing the data, so that
/// the desk waits and tries again instead of rejecting a file.
public struct ArchiveError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of failure, each with its own remedy.
    public enum Kind: Sendable, Hashable {
        /// Another program holds the database's lock.
        case busy
        /// The file system is full (space, inodes or quota).
        case diskFull
        /// The file system or the file may only be read, or the rights are missing.
        case readOnly
        /// The database, or an original, is damaged.
        case corrupt
        /// The medium failed to read or write.
        case inputOutput
        /// There is no archive at the place that was named.
        case missing
        /// The database was written by a newer Wiredesk; the numbers are schema versions.
        case newerSchema(found: Int, known: Int)
        /// The database was written by an older Wiredesk and not migrated yet.
        case olderSchema(found: Int, known: Int)
        /// The bytes differ from the hash they were announced with; they changed on the way.
        case hashMismatch
        /// The machine has no memory left for it.
        case outOfMemory
        /// The database, its log or its index is no longer the file that was opened: it was moved, replaced or removed.
        case filesMoved
        /// What was asked for is too expensive or was interrupted.
        case interrupted
        /// A failure without a kind of its own; a fault of this program.
        case other
    }

    /// What kind of failure it is.
    public let kind: Kind
    /// What was attempted, such as `commit deliveries`.
    public let operation: String
    /// The file or folder it was attempted on.
    public let path: String
    /// Why it failed, in the words of the system or of SQLite.
    public let cause: String

    /// A failure.
    public init(_ kind: Kind, operation: String, path: String, cause: String) {
        self.kind = kind
        self.operation = operation
        self.path = path
        self.cause = cause
    }

    /// True when the same call may succeed later without a change to the data: the surroundings are at fault.
    public var isTransient: Bool {
        switch kind {
        case .busy, .diskFull, .readOnly, .inputOutput, .outOfMemory, .interrupted: true
        case .corrupt, .missing, .newerSchema, .olderSchema, .hashMismatch, .filesMoved, .other: false
        }
    }

    /// True when it says of a kept original that its file is not there or cannot be trusted, and not that the surroundings fail.
    public var isDamage: Bool {
        switch kind {
        case .missing, .corrupt, .inputOutput: true
        case .busy, .diskFull, .readOnly, .newerSchema, .olderSchema, .hashMismatch, .outOfMemory, .filesMoved,
            .interrupted, .other:
            false
        }
    }

    /// Whether it is about the file of a kept original, by the name that those have, and not about the database.
    private var isOfOriginal: Bool { path.hasSuffix(".zst") }

    /// What an operator can do about it.
    public var hint: String {
        switch kind {
        // A rebuild would leave out what is in it.
        case .corrupt where isOfOriginal, .missing where isOfOriginal:
            "drop the same file again, or take the original from a backup: wiredesk verify --heal-from BACKUP"
        case .busy: "end the program that holds the database open for writing; it is tried again"
        case .diskFull: "free space or inodes on the file system; it is tried again"
        case .readOnly: "make the folder writable for the service (mount, owner, mode); it is tried again"
        case .corrupt: "check the disk, stop the desk and rebuild the database from the originals: wiredesk rebuild"
        case .inputOutput: "look at the kernel's log for errors of the disk"
        case .missing: "name the right state folder, or start the service once to create it"
        case .newerSchema: "install the Wiredesk version that wrote it, or a newer one; older versions cannot read it"
        case .olderSchema: "restart the service, which brings the database up to date"
        case .hashMismatch: "the file is read again; if it recurs, check memory and disk"
        case .outOfMemory: "free memory or raise the service's memory limit; it is tried again"
        case .filesMoved:
            "find out what did it, and restart the service; files stay in their inboxes until then"
        case .interrupted: "try again, with fewer or rarer words"
        case .other: "report it with this message"
        }
    }

    /// The failure in one line for a log.
    public var description: String { "cannot \(operation) in \(path): \(cause); \(hint)" }
}
