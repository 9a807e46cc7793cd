import ArticleQuery
import Glibc
import LinuxSystem

/// The system calls that the archive makes beside those of `LinuxSystem`, each failing with an `ArchiveError` that names
/// call and path; the only place of this room that imports Glibc.
enum SystemCalls {
    /// Copies go through a buffer of this size: large enough that calls vanish beside the work, small enough for a lane.
    static let copyBufferSize = 256 * 1024
    /// Files may be read by the group, folders entered by it; nobody else may do either.
    static let fileMode: mode_t = 0o640
    static let folderMode: mode_t = 0o750

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

    static func open(_ path: String, _ flags: CInt, mode: mode_t = 0, operation: String) throws(ArchiveError) -> CInt {
        while true {
            let descriptor = Glibc.open(path, flags | O_CLOEXEC, mode)
            if descriptor >= 0 { return descriptor }
            let code = errno
            if code != EINTR { throw failure(operation, path, code) }
        }
    }

    /// Creates a file that did not exist, readable to the group, for writing.
    static func createFile(_ path: String, operation: String) throws(ArchiveError) -> CInt {
        try open(path, O_WRONLY | O_CREAT | O_EXCL, mode: fileMode, operation: operation)
    }

    /// Creates an empty file, readable to the group, unless there is one.
    ///
    /// By mknod(2), which opens nothing: SQLite may hold locks on the file that closing it would drop.
    static func createIfMissing(_ path: String, operation: String) throws(ArchiveError) {
        guard mknod(path, S_IFREG | fileMode, 0) != 0 else { return }
        let code = errno
        if code != EEXIST { throw failure(operation, path, code) }
    }

    /// Makes sure that a file is there, is no link, and may be read, without opening it.
    static func demandReadable(_ path: String, operation: String) throws(ArchiveError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw failure(operation, path, errno) }
        if status.st_mode & S_IFMT == S_IFLNK { throw failure(operation, path, ELOOP) }
        guard faccessat(AT_FDCWD, path, R_OK, AT_EACCESS) == 0 else { throw failure(operation, path, errno) }
    }

    /// Opens a file to write behind its end; it is created where it is missing.
    static func openForAppending(_ path: String, operation: String) throws(ArchiveError) -> CInt {
        try open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, mode: fileMode, operation: operation)
    }

    /// Sets a folder's times to now, which a file system that takes no changes any more refuses; that the folder is someone else's
    /// says nothing of the file system.
    static func touch(_ path: String, operation: String) throws(ArchiveError) {
        guard utimensat(AT_FDCWD, path, nil, 0) != 0 else { return }
        let code = errno
        if code != EPERM, code != EACCES { throw failure(operation, path, code) }
    }

    /// Makes a file and its size durable.
    static func sync(_ descriptor: CInt, path: String) throws(ArchiveError) {
        guard fsync(descriptor) == 0 else { throw failure("sync", path, errno) }
    }

    /// Opens a file for reading; a link in its last component is not followed.
    static func openForReading(_ path: String, operation: String) throws(ArchiveError) -> CInt {
        try open(path, O_RDONLY | O_NOFOLLOW, operation: operation)
    }

    static func openFolder(_ path: String) throws(ArchiveError) -> Descriptor {
        do throws(SystemError) {
            return try Descriptor.directory(path: path)
        } catch {
            throw failure("open the folder", path, error.code)
        }
    }

    /// Looks whether a long piece of work may go on (`WorkLimit`).
    static func check(
        _ limit: WorkLimit, done: Int64, of size: Int64, operation: String, path: String
    ) throws(ArchiveError) {
        do throws(SystemError) {
            try limit.check(done: done, of: size)
        } catch {
            throw failure(operation, path, error.code)
        }
    }

    static func close(_ descriptor: CInt) { _ = Glibc.close(descriptor) }

    /// Creates a folder that the group may enter, and the folders above it, unless it is there.
    static func makeFolder(_ path: String) throws(ArchiveError) {
        if mkdir(path, folderMode) == 0 { return }
        let code = errno
        if code == EEXIST { return }
        guard code == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw failure("create the folder", path, code)
        }
        try makeFolder(String(path[..<slash]))
        if mkdir(path, folderMode) == 0 { return }
        let second = errno
        if second != EEXIST { throw failure("create the folder", path, second) }
    }

    static func size(of descriptor: CInt, path: String) throws(ArchiveError) -> Int64 {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("examine", path, errno) }
        return Int64(status.st_size)
    }

    /// The size of a file, or nil where there is none.
    static func size(ofFile path: String) -> Int64? {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : nil
    }

    static func rename(_ from: String, to target: String) throws(ArchiveError) {
        guard Glibc.rename(from, target) == 0 else { throw failure("rename \(from) to", target, errno) }
    }

    /// Renames, and creates the target's folder where it is not there yet.
    static func renameMakingFolder(_ from: String, to target: String) throws(ArchiveError) {
        if Glibc.rename(from, target) == 0 { return }
        let code = errno
        guard code == ENOENT, let slash = target.lastIndex(of: "/") else {
            throw failure("rename \(from) to", target, code)
        }
        try makeFolder(String(target[..<slash]))
        try rename(from, to: target)
    }

    /// Removes a name; that it is gone already is no failure.
    static func remove(_ path: String) throws(ArchiveError) {
        guard unlink(path) != 0 else { return }
        let code = errno
        if code != ENOENT { throw failure("remove", path, code) }
    }

    /// The names in a folder, without `.` and `..`.
    static func names(in folder: String) throws(ArchiveError) -> [String] {
        guard let stream = opendir(folder) else { throw failure("list", folder, errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Reads at an offset (the descriptor's own position stays) until the buffer is full or the file ends.
    static func read(
        _ descriptor: CInt, into buffer: UnsafeMutableRawBufferPointer, at offset: Int64, path: String
    ) throws(ArchiveError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset) + filled)
            if count == 0 { break }
            if count > 0 {
                filled += count
                continue
            }
            let code = errno
            if code != EINTR { throw failure("read", path, code) }
        }
        return filled
    }

    /// Writes all bytes at the descriptor's position.
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: CInt, path: String) throws(ArchiveError) {
        var written = 0
        while written < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
            let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if count >= 0 {
                written += count
                continue
            }
            let code = errno
            if code != EINTR { throw failure("write", path, code) }
        }
    }

    static func write(_ bytes: [UInt8], to descriptor: CInt, path: String) throws(ArchiveError) {
        let result = bytes.withUnsafeBytes { buffer in
            Result { () throws(ArchiveError) in try write(buffer, to: descriptor, path: path) }
        }
        try result.get()
    }

    /// Copies a file where there is one; the copy is not durable by itself.
    static func copyIfThere(
        _ source: String, to target: String, within limit: WorkLimit = WorkLimit()
    ) throws(ArchiveError) {
        guard let size = size(ofFile: source) else { return }
        let input = try openForReading(source, operation: "copy")
        defer { close(input) }
        try remove(target)
        let output = try createFile(target, operation: "copy \(source) to")
        defer { close(output) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: copyBufferSize, alignment: 16)
        defer { buffer.deallocate() }
        var offset: Int64 = 0
        while true {
            let count = try read(input, into: buffer, at: offset, path: source)
            if count == 0 { return }
            try write(UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: output, path: target)
            offset += Int64(count)
            try check(limit, done: offset, of: size, operation: "copy", path: source)
        }
    }

    /// Makes everything written to the file system of an open folder durable.
    static func syncFileSystem(_ folder: Descriptor, path: String) throws(ArchiveError) {
        do throws(SystemError) {
            try folder.syncFileSystem()
        } catch {
            throw failure("sync the file system of", path, error.code)
        }
    }
}
