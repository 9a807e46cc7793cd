import CLinux
import Glibc

/// An open file of an inbox, by which the desk reads what was dropped. `Descriptor` is the system's; a simulation has its own.
public protocol OpenFile: AnyObject, Sendable {
    /// The size, kind and identity of the file.
    ///
    /// - Throws: `SystemError`.
    func status() throws(SystemError) -> FileStatus
    /// Reads up to `buffer.count` bytes at `offset`; 0 at the end.
    ///
    /// - Throws: `SystemError`.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(SystemError) -> Int
    /// The value of an extended attribute, of at most `limit` bytes; nil where there is none or it is longer.
    func attribute(_ name: String, limit: Int) -> [UInt8]?
    /// Whether another program holds a lock on it (flock(2), fcntl(2)).
    var isLocked: Bool { get }
    /// Takes a read lease (`ReadLease`).
    ///
    /// - Throws: `ReadLease.Refusal`.
    func takeReadLease() throws(ReadLease.Refusal)
    /// Gives the lease up.
    func giveUpReadLease()
    /// Whether the lease is held and nobody has tried to open the file for writing since.
    var holdsReadLease: Bool { get }
}

extension OpenFile {
    /// Reads at `offset` until the buffer is full or the file ends; the bytes that were read. The descriptor's position stays.
    ///
    /// - Throws: `SystemError`.
    public func readFully(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
    ) throws(SystemError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count = try read(into: rest, at: offset + Int64(filled))
            if count == 0 { break }
            filled += count
        }
        return filled
    }
}

/// An open folder of an inbox: all that the desk does to names there. One call is one system call, or two.
public protocol OpenFolder: AnyObject, Sendable {
    /// The kind and identity of the folder.
    ///
    /// - Throws: `SystemError`.
    func status() throws(SystemError) -> FileStatus
    /// What a name below the folder stands for, without following a link.
    ///
    /// - Throws: `SystemError`; ENOENT when nothing is there.
    func status(of path: [UInt8]) throws(SystemError) -> FileStatus
    /// Opens a file below the folder for reading, following no link and waiting for no other end of a pipe.
    ///
    /// - Throws: `SystemError`; ELOOP for a link, ETXTBSY for a file on which this process has locks.
    func file(beneath path: [UInt8]) throws(SystemError) -> any OpenFile
    /// Opens a folder below this one, following no link.
    ///
    /// - Throws: `SystemError`.
    func folder(beneath path: [UInt8]) throws(SystemError) -> any OpenFolder
    /// Reads the folder's entries from the beginning.
    ///
    /// - Throws: `SystemError`.
    func entries() throws(SystemError) -> any FolderEntries
    /// Renames something to a name that nobody else uses; see `Descriptor`.
    ///
    /// - Throws: `SystemError`; EEXIST when the name is taken.
    func takeAside(_ name: [UInt8], to aside: [UInt8]) throws(SystemError)
    /// Renames something to a name that others may take at the same moment; see `Descriptor`.
    ///
    /// - Throws: `SystemError`; EEXIST when the name is taken.
    func putBack(_ aside: [UInt8], as name: [UInt8]) throws(SystemError)
    /// Removes the name of a file.
    ///
    /// - Throws: `SystemError`.
    func removeName(_ path: [UInt8]) throws(SystemError)
    /// Makes a directory that only its owner may enter.
    ///
    /// - Throws: `SystemError`.
    func makeDirectory(_ name: [UInt8]) throws(SystemError)
    /// Removes an empty directory.
    ///
    /// - Throws: `SystemError`; ENOTEMPTY when something stands in it.
    func removeDirectory(_ path: [UInt8]) throws(SystemError)
    /// Makes everything of the folder's file system durable.
    ///
    /// - Throws: `SystemError`.
    func syncFileSystem() throws(SystemError)
    /// The name of its file system where inotify does not fully report of that; nil for every other.
    var silentFileSystem: String? { get }
}

/// The entries of an open folder, pulled one at a time; one owner pulls.
public protocol FolderEntries: AnyObject {
    /// The next entry without `.` and `..`, or nil at the end.
    ///
    /// - Throws: `SystemError`.
    func next() throws(SystemError) -> DirectoryReader.Entry?
}

extension DirectoryReader: FolderEntries {}

extension Descriptor: OpenFile, OpenFolder {
    /// Opens a file below this folder for reading; without O_NONBLOCK the open of a pipe that took the file's place would hang.
    ///
    /// - Throws: `SystemError`, as `open(beneath:flags:)`.
    public func file(beneath path: [UInt8]) throws(SystemError) -> any OpenFile {
        try open(beneath: path, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY)
    }

    /// Opens a folder below this one.
    ///
    /// - Throws: `SystemError`, as `open(beneath:flags:)`.
    public func folder(beneath path: [UInt8]) throws(SystemError) -> any OpenFolder {
        try open(beneath: path, flags: O_RDONLY | O_DIRECTORY)
    }

    /// The folder's entries from the beginning.
    ///
    /// - Throws: `SystemError`.
    public func entries() throws(SystemError) -> any FolderEntries { try DirectoryReader(self) }

    /// Whether another program holds a lock on the file.
    public var isLocked: Bool { wd_is_locked(number) == 1 }

    /// The name of its file system where inotify does not fully report of that; nil for every other.
    public var silentFileSystem: String? { FileSystemKind.silentName(of: self) }

    /// Takes a read lease on a file that is open for reading alone.
    ///
    /// - Throws: `ReadLease.Refusal`.
    public func takeReadLease() throws(ReadLease.Refusal) {
        guard wd_take_read_lease(number) == 0 else {
            let code = errno
            if code == EAGAIN { throw .openForWriting }
            throw .unknown(SystemError(operation: "lease", path: "descriptor \(number)", code: code))
        }
        if let name = silentFileSystem {
            giveUpReadLease()
            throw .unknown(SystemError(operation: "lease", path: name, code: EREMOTE))
        }
    }

    /// Gives the lease up.
    public func giveUpReadLease() { _ = wd_give_up_lease(number) }

    /// Whether the lease is held and nobody has tried to open the file for writing since.
    public var holdsReadLease: Bool { wd_holds_read_lease(number) == 1 }
}
