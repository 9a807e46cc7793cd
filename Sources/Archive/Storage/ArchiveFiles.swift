import ArticleQuery
import Glibc
import LinuxSystem

/// The file calls of `LinuxSystem` as the archive makes them: with its rights, and failing with an `ArchiveError` that names what was
/// attempted and the path.
enum ArchiveFiles {
    /// Copies go through a buffer of this size: large enough that calls vanish beside the work, small enough for a lane.
    static let copyBufferSize = 256 * 1024
    /// Files may be read by the group, folders entered by it; nobody else may do either.
    static let fileMode: UInt32 = 0o640
    static let folderMode: UInt32 = 0o750

    static func failure(_ operation: String, _ path: String, _ code: CInt) -> ArchiveError {
        let kind: ArchiveError.Kind =
            switch code {
            case ENOSPC, EDQUOT: .diskFull
            case EROFS, EACCES, EPERM: .readOnly
            case EIO: .inputOutput
            case ENOENT, ENOTDIR: .missing
            case EAGAIN, EBUSY, EMFILE, ENFILE: .busy
            case ENOMEM: .outOfMemory
            case ECANCELED, ETIMEDOUT: .interrupted
            default: .other
            }
        return ArchiveError(kind, operation: operation, path: path, cause: String(cString: strerror(code)))
    }

    /// Makes calls and gives their failure the name of what is attempted.
    private static func attempt<Value>(
        _ operation: String, _ path: String, _ calls: () throws(SystemError) -> Value
    ) throws(ArchiveError) -> Value {
        do throws(SystemError) {
            return try calls()
        } catch {
            throw failure(operation, path, error.code)
        }
    }

    // MARK: Opening

    static func open(_ path: String, _ flags: CInt, operation: String) throws(ArchiveError) -> Descriptor {
        try attempt(operation, path) { () throws(SystemError) in
            try Descriptor.open(path: path, flags: flags, mode: fileMode)
        }
    }

    /// Creates a file that did not exist, readable to the group, for writing.
    static func createFile(_ path: String, operation: String) throws(ArchiveError) -> Descriptor {
        try open(path, O_WRONLY | O_CREAT | O_EXCL, operation: operation)
    }

    /// Creates an empty file, readable to the group, unless there is one; nothing is opened.
    static func createIfMissing(_ path: String, operation: String) throws(ArchiveError) {
        try attempt(operation, path) { () throws(SystemError) in
            try FileCalls.createIfMissing(path, mode: fileMode)
        }
    }

    /// Makes sure that a file is there, is no link, and may be read, without opening it.
    static func demandReadable(_ path: String, operation: String) throws(ArchiveError) {
        try attempt(operation, path) { () throws(SystemError) in try FileCalls.demandReadable(path) }
    }

    /// Opens a file to write behind its end; it is created where it is missing.
    static func openForAppending(_ path: String, operation: String) throws(ArchiveError) -> Descriptor {
        try open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, operation: operation)
    }

    /// Opens a file that is there to write over what it holds.
    static func openForWriting(_ path: String, operation: String) throws(ArchiveError) -> Descriptor {
        try open(path, O_WRONLY | O_NOFOLLOW, operation: operation)
    }

    /// Puts a file in the place of another in one step, durable when this returns.
    static func replace(_ path: String, with bytes: [UInt8], operation: String) throws(ArchiveError) {
        try attempt(operation, path) { () throws(SystemError) in
            try FileCalls.replace(path, with: bytes, mode: fileMode)
        }
    }

    /// Opens a file for reading; a link in its last component is not followed.
    static func openForReading(_ path: String, operation: String) throws(ArchiveError) -> Descriptor {
        try open(path, O_RDONLY | O_NOFOLLOW, operation: operation)
    }

    static func openFolder(_ path: String) throws(ArchiveError) -> Descriptor {
        try attempt("open the folder", path) { () throws(SystemError) in try Descriptor.directory(path: path) }
    }

    // MARK: Reading and writing

    /// Reads at an offset (the descriptor's own position stays) until the buffer is full or the file ends.
    static func read(
        _ file: Descriptor, into buffer: UnsafeMutableRawBufferPointer, at offset: Int64, path: String
    ) throws(ArchiveError) -> Int {
        try attempt("read", path) { () throws(SystemError) in try file.readFully(into: buffer, at: offset) }
    }

    /// Writes all bytes at the descriptor's position.
    static func write(_ bytes: UnsafeRawBufferPointer, to file: Descriptor, path: String) throws(ArchiveError) {
        try attempt("write", path) { () throws(SystemError) in try file.writeAll(bytes) }
    }

    static func write(_ bytes: [UInt8], to file: Descriptor, path: String) throws(ArchiveError) {
        try attempt("write", path) { () throws(SystemError) in
            try Descriptor.writeAll(bytes, to: file.number, path: path)
        }
    }

    /// Writes all bytes at the position of a descriptor that others own.
    static func write(_ bytes: UnsafeRawBufferPointer, to number: CInt, path: String) throws(ArchiveError) {
        try attempt("write", path) { () throws(SystemError) in try Descriptor.writeAll(bytes, to: number) }
    }

    /// Writes all bytes at an offset.
    static func write(_ bytes: [UInt8], to file: Descriptor, at offset: Int64, path: String) throws(ArchiveError) {
        try attempt("write", path) { () throws(SystemError) in try file.writeAll(bytes, at: offset) }
    }

    static func size(of file: Descriptor, path: String) throws(ArchiveError) -> Int64 {
        try attempt("examine", path) { () throws(SystemError) in try file.status().size }
    }

    /// The size of a file; nil where the file does not exist.
    static func size(ofFile path: String) -> Int64? { FileCalls.size(of: path) }

    /// Which file stands under a name, as far as a moment's comparison needs.
    struct Identity: Hashable {
        var device: dev_t
        var inode: ino_t
    }

    /// The file under a name, after links are followed; nil without such a file.
    static func identity(_ path: String) -> Identity? {
        var status = stat()
        return stat(path, &status) == 0 ? Identity(device: status.st_dev, inode: status.st_ino) : nil
    }

    /// Makes a file and its size durable.
    static func sync(_ file: Descriptor, path: String) throws(ArchiveError) {
        try attempt("sync", path) { () throws(SystemError) in try file.sync() }
    }

    /// syncfs(2).
    static let syncFileSystem: @Sendable (Descriptor) throws(SystemError) -> Void = { folder throws(SystemError) in
        try folder.syncFileSystem()
    }

    /// Makes everything written to the file system of an open folder durable.
    static func syncFileSystem(
        _ folder: Descriptor, path: String,
        by sync: (Descriptor) throws(SystemError) -> Void = ArchiveFiles.syncFileSystem
    ) throws(ArchiveError) {
        try attempt("sync the file system of", path) { () throws(SystemError) in try sync(folder) }
    }

    /// Looks whether a long piece of work may go on (`WorkLimit`).
    static func check(
        _ limit: WorkLimit, done: Int64, of size: Int64, operation: String, path: String
    ) throws(ArchiveError) {
        try attempt(operation, path) { () throws(SystemError) in try limit.check(done: done, of: size) }
    }

    /// Copies a file where there is one; the copy is not durable by itself.
    static func copyIfThere(
        _ source: String, to target: String, within limit: WorkLimit = WorkLimit()
    ) throws(ArchiveError) {
        guard let size = size(ofFile: source) else { return }
        let input = try openForReading(source, operation: "copy")
        try remove(target)
        let output = try createFile(target, operation: "copy \(source) to")
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: copyBufferSize, alignment: 16)
        defer { buffer.deallocate() }
        var offset: Int64 = 0
        while true {
            try check(limit, done: offset, of: size, operation: "copy", path: source)
            let count = try read(input, into: buffer, at: offset, path: source)
            if count == 0 { return }
            try write(UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: output, path: target)
            offset += Int64(count)
        }
    }

    // MARK: Names

    /// Sets a folder's times to now, which a file system that takes no changes any more refuses; that the folder is someone else's
    /// says nothing of the file system.
    static func touch(_ path: String, operation: String) throws(ArchiveError) {
        do throws(SystemError) {
            try FileCalls.touch(path)
        } catch {
            if error.code != EPERM, error.code != EACCES { throw failure(operation, path, error.code) }
        }
    }

    /// Creates a folder that the group may enter, and the folders above it, unless it is there.
    static func makeFolder(_ path: String) throws(ArchiveError) {
        try attempt("create the folder", path) { () throws(SystemError) in
            try FileCalls.makeFolder(path, mode: folderMode)
        }
    }

    static func rename(_ from: String, to target: String) throws(ArchiveError) {
        try attempt("rename \(from) to", target) { () throws(SystemError) in
            try FileCalls.rename(from, to: target)
        }
    }

    /// Renames, and creates the target's folder where it is not there yet.
    static func renameMakingFolder(_ from: String, to target: String) throws(ArchiveError) {
        do throws(SystemError) {
            return try FileCalls.rename(from, to: target)
        } catch {
            guard error.code == ENOENT, let slash = target.lastIndex(of: "/") else {
                throw failure("rename \(from) to", target, error.code)
            }
            try makeFolder(String(target[..<slash]))
        }
        try rename(from, to: target)
    }

    /// Makes the files of a folder that of a user and group, and those of the folders in it that are named; links are not followed.
    static func give(
        filesOf folder: String, foldersNamed isOurs: (String) -> Bool, to owner: Ownership
    ) throws(ArchiveError) {
        try attempt("change the owner of what is in", folder) { () throws(SystemError) in
            try give(filesOf: try Descriptor.directory(path: folder), foldersNamed: isOurs, to: owner)
        }
    }

    private static func give(
        filesOf folder: Descriptor, foldersNamed isOurs: (String) -> Bool, to owner: Ownership
    ) throws(SystemError) {
        let entries = try DirectoryReader(folder)
        while let entry = try entries.next() {
            if try folder.status(of: entry.name).kind == .directory {
                guard isOurs(String(decoding: entry.name, as: UTF8.self)) else { continue }
                let inner = try folder.open(beneath: entry.name, flags: O_RDONLY | O_DIRECTORY)
                try give(filesOf: inner, foldersNamed: { _ in true }, to: owner)
            }
            try folder.give(entry.name, to: owner)
        }
    }

    /// The first bytes of a small file; nil where the file does not exist.
    static func contents(_ path: String, most: Int, operation: String) throws(ArchiveError) -> [UInt8]? {
        guard size(ofFile: path) != nil else { return nil }
        let file = try openForReading(path, operation: operation)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: most, alignment: 1)
        defer { buffer.deallocate() }
        return Array(buffer[..<(try read(file, into: buffer, at: 0, path: path))])
    }

    /// Removes a name; that it is gone already is no failure.
    static func remove(_ path: String) throws(ArchiveError) {
        try attempt("remove", path) { () throws(SystemError) in try FileCalls.remove(path) }
    }

    /// The names in a folder, without `.` and `..`.
    static func names(in folder: String) throws(ArchiveError) -> [String] {
        try attempt("list", folder) { () throws(SystemError) in try FileCalls.names(in: folder) }
    }
}
