import CLinux
import Glibc

/// An open file descriptor that is closed when its last owner lets go of it, unless that would drop locks (`LockedFiles`).
public final class Descriptor: Sendable {
    /// The number; valid as long as this object lives.
    public let number: Int32

    /// Takes over an open descriptor.
    public init(adopting number: Int32) { self.number = number }

    deinit {
        guard !LockedFiles.contain(descriptor: number) else { return }
        _ = Glibc.close(number)
    }

    /// O_PATH, which Swift does not see: a descriptor that only stands for a place; closing it drops no locks.
    private static let placeOnly: Int32 = 0o10_000_000

    /// Opens a file or folder by its path; closed on exec.
    ///
    /// - Parameter mode: the rights of a file that is created, cut by the umask.
    /// - Throws: `SystemError`.
    public static func open(path: String, flags: Int32, mode: UInt32 = 0) throws(SystemError) -> Descriptor {
        while true {
            let number = Glibc.open(path, flags | O_CLOEXEC, mode_t(mode))
            if number >= 0 { return Descriptor(adopting: number) }
            let code = errno
            if code != EINTR { throw SystemError(operation: "open", path: path, code: code) }
        }
    }

    /// Opens a directory by its path.
    ///
    /// - Throws: `SystemError` when it cannot be opened or is no directory.
    public static func directory(path: String) throws(SystemError) -> Descriptor {
        do throws(SystemError) {
            return try open(path: path, flags: O_RDONLY | O_DIRECTORY)
        } catch {
            throw SystemError(operation: "open directory", path: path, code: error.code)
        }
    }

    /// Opens a file for reading by its raw path, without waiting for the other end of a pipe.
    ///
    /// - Throws: `SystemError` with the path as `shown`.
    public static func file(path: [UInt8], shown: String) throws(SystemError) -> Descriptor {
        let number = path.withCString { Glibc.open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
        guard number >= 0 else { throw SystemError(operation: "open", path: shown, code: errno) }
        return Descriptor(adopting: number)
    }

    /// Opens something below this directory, following no link (openat2(2) with RESOLVE_BENEATH and RESOLVE_NO_SYMLINKS).
    ///
    /// - Throws: `SystemError`; ELOOP for a link, EXDEV for a way out, ETXTBSY for a file on which this process has locks (`LockedFiles`).
    public func open(beneath path: [UInt8], flags: Int32) throws(SystemError) -> Descriptor {
        // Such a file would have to stay open for ever.
        if flags & (O_DIRECTORY | Self.placeOnly) == 0, LockedFiles.contain(path, in: number) {
            throw SystemError(operation: "open", path: path.shown, code: ETXTBSY)
        }
        let opened = path.withCString { wd_open_beneath(number, $0, flags) }
        guard opened >= 0 else { throw SystemError(operation: "open", path: path.shown, code: errno) }
        return Descriptor(adopting: opened)
    }

    /// The size, kind and identity of the open file.
    ///
    /// - Throws: `SystemError`.
    public func status() throws(SystemError) -> FileStatus {
        var found = wd_file_status()
        guard wd_status_at(number, "", &found) == 0 else {
            throw SystemError(operation: "stat", path: "descriptor \(number)", code: errno)
        }
        return FileStatus(found)
    }

    /// The size, kind and identity of what a name below this directory stands for, without following a link.
    ///
    /// - Throws: `SystemError`; ENOENT when nothing is there.
    public func status(of path: [UInt8]) throws(SystemError) -> FileStatus {
        var found = wd_file_status()
        guard path.withCString({ wd_status_at(number, $0, &found) }) == 0 else {
            throw SystemError(operation: "stat", path: path.shown, code: errno)
        }
        return FileStatus(found)
    }

    /// Removes the name of a file below this directory.
    ///
    /// - Throws: `SystemError`.
    public func removeName(_ path: [UInt8]) throws(SystemError) {
        guard path.withCString({ unlinkat(number, $0, 0) }) == 0 else {
            throw SystemError(operation: "remove", path: path.shown, code: errno)
        }
    }

    /// Removes an empty directory below this one.
    ///
    /// - Throws: `SystemError`; ENOTEMPTY when something stands in it.
    public func removeDirectory(_ path: [UInt8]) throws(SystemError) {
        guard path.withCString({ unlinkat(number, $0, AT_REMOVEDIR) }) == 0 else {
            throw SystemError(operation: "remove directory", path: path.shown, code: errno)
        }
    }

    /// Makes what has a name below this directory that of another user and group, without following a link (fchownat(2)).
    ///
    /// - Throws: `SystemError`.
    public func give(_ path: [UInt8], to owner: Ownership) throws(SystemError) {
        let changed = path.withCString { fchownat(number, $0, owner.user, owner.group, AT_SYMLINK_NOFOLLOW) }
        guard changed == 0 else {
            throw SystemError(operation: "change the owner of", path: path.shown, code: errno)
        }
    }

    /// The value of an extended attribute, of at most `limit` bytes; nil where there is none or it is longer.
    public func attribute(_ name: String, limit: Int) -> [UInt8]? {
        var value = [UInt8](repeating: 0, count: limit)
        let count = fgetxattr(number, name, &value, limit)
        return count >= 0 ? Array(value.prefix(count)) : nil
    }

    /// Reads up to `buffer.count` bytes at `offset`; 0 at the end.
    ///
    /// - Throws: `SystemError`.
    public func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(SystemError) -> Int {
        while true {
            let count = pread(number, buffer.baseAddress, buffer.count, off_t(offset))
            if count >= 0 { return count }
            let code = errno
            if code != EINTR { throw SystemError(operation: "read", path: "descriptor \(number)", code: code) }
        }
    }

    /// Writes all bytes at the descriptor's position.
    ///
    /// - Throws: `SystemError`.
    public func writeAll(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
        try Self.writeAll(bytes, to: number)
    }

    /// Writes all bytes at the position of a descriptor that others own, such as the standard output.
    ///
    /// - Parameter path: how the file is named in an error; its number by default.
    /// - Throws: `SystemError`; EPIPE when nobody reads any more.
    public static func writeAll(
        _ bytes: UnsafeRawBufferPointer, to number: Int32, path: String? = nil
    ) throws(SystemError) {
        var rest = bytes
        while !rest.isEmpty {
            let count = Glibc.write(number, rest.baseAddress, rest.count)
            if count > 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                continue
            }
            let code = errno
            if code != EINTR {
                throw SystemError(operation: "write", path: path ?? "descriptor \(number)", code: code)
            }
        }
    }

    /// Writes all bytes of an array, as above.
    ///
    /// - Throws: `SystemError`.
    public static func writeAll(_ bytes: [UInt8], to number: Int32, path: String? = nil) throws(SystemError) {
        let result = bytes.withUnsafeBytes { buffer in
            Result { () throws(SystemError) in try writeAll(buffer, to: number, path: path) }
        }
        try result.get()
    }

    /// Writes all bytes of an array at `offset`; the descriptor's position stays.
    ///
    /// - Throws: `SystemError`.
    public func writeAll(_ bytes: [UInt8], at offset: Int64) throws(SystemError) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                pwrite(number, $0.baseAddress, $0.count, off_t(offset) + off_t(written))
            }
            if count > 0 {
                written += count
                continue
            }
            let code = errno
            if code != EINTR { throw SystemError(operation: "write", path: "descriptor \(number)", code: code) }
        }
    }

    /// Moves the descriptor's position on without writing, which leaves a hole of zeros (lseek(2)).
    ///
    /// - Throws: `SystemError`.
    public func passOver(_ count: Int) throws(SystemError) {
        guard lseek(number, off_t(count), SEEK_CUR) >= 0 else {
            throw SystemError(operation: "seek", path: "descriptor \(number)", code: errno)
        }
    }

    /// Cuts a file off at a size, or lengthens it by a hole (ftruncate(2)).
    ///
    /// - Throws: `SystemError`.
    public func setSize(_ size: Int64) throws(SystemError) {
        guard ftruncate(number, off_t(size)) == 0 else {
            throw SystemError(operation: "set the size of", path: "descriptor \(number)", code: errno)
        }
    }

    /// Makes a file and its size durable (fsync(2)).
    ///
    /// - Throws: `SystemError`, also for a write-back error since the last call.
    public func sync() throws(SystemError) {
        guard fsync(number) == 0 else {
            throw SystemError(operation: "sync", path: "descriptor \(number)", code: errno)
        }
    }

    /// Makes everything of this descriptor's file system durable (syncfs(2)).
    ///
    /// - Throws: `SystemError`, also for a write-back error since the last call.
    public func syncFileSystem() throws(SystemError) {
        guard wd_sync_file_system(number) == 0 else {
            throw SystemError(operation: "syncfs", path: "descriptor \(number)", code: errno)
        }
    }
}

extension [UInt8] {
    /// Calls `body` with the bytes as a C string.
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        var terminated = self
        terminated.append(0)
        return terminated.withUnsafeBytes { body($0.assumingMemoryBound(to: CChar.self).baseAddress ?? emptyCString) }
    }

    /// The bytes as they may stand in an error; `FileName.display` of NewsModel is the same with more care for direction marks.
    var shown: String {
        String(decoding: self, as: UTF8.self).unicodeScalars.map {
            $0.value < 0x20 || $0.value == 0x7F ? "?" : String($0)
        }
        .joined()
    }
}

/// An empty C string that lives for ever.
nonisolated(unsafe) private let emptyCString: UnsafePointer<CChar> = {
    let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    pointer.initialize(to: 0)
    return UnsafePointer(pointer)
}()
