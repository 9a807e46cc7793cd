import CLinux
import Glibc

/// Files and folders by their paths: making, renaming, removing and replacing them.
public enum FileCalls {
    /// Creates an empty regular file unless something has its name, without opening anything (mknod(2)): a program may hold locks on the
    /// file that closing it would drop.
    ///
    /// - Throws: `SystemError`.
    public static func createIfMissing(_ path: String, mode: UInt32) throws(SystemError) {
        guard mknod(path, S_IFREG | mode_t(mode), 0) != 0 else { return }
        let code = errno
        if code != EEXIST { throw SystemError(operation: "create", path: path, code: code) }
    }

    /// Makes sure that a file is there, is no link and may be read, without opening it.
    ///
    /// - Throws: `SystemError`; ELOOP for a link.
    public static func demandReadable(_ path: String) throws(SystemError) {
        var found = wd_file_status()
        guard wd_status_at(AT_FDCWD, path, &found) == 0 else {
            throw SystemError(operation: "examine", path: path, code: errno)
        }
        if found.mode & S_IFMT == S_IFLNK { throw SystemError(operation: "examine", path: path, code: ELOOP) }
        guard faccessat(AT_FDCWD, path, R_OK, AT_EACCESS) == 0 else {
            throw SystemError(operation: "read", path: path, code: errno)
        }
    }

    /// The size of a file in bytes; nil where there is none.
    public static func size(of path: String) -> Int64? {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : nil
    }

    /// All that a file says of which the size is not known before, such as one of /proc; empty where it cannot be opened.
    public static func contents(ofKernelFile path: String) -> [UInt8] {
        guard let file = fopen(path, "re") else { return [] }
        defer { fclose(file) }
        var contents: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { return contents }
            contents += buffer[..<count]
        }
    }

    /// Sets the times of a file or folder to now.
    ///
    /// - Throws: `SystemError`.
    public static func touch(_ path: String) throws(SystemError) {
        guard utimensat(AT_FDCWD, path, nil, 0) == 0 else {
            throw SystemError(operation: "touch", path: path, code: errno)
        }
    }

    /// Makes a folder and those above it that are missing; one that is there is left as it is.
    ///
    /// - Throws: `SystemError`.
    public static func makeFolder(_ path: String, mode: UInt32) throws(SystemError) {
        if mkdir(path, mode_t(mode)) == 0 || errno == EEXIST { return }
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/" + part
            guard mkdir(made, mode_t(mode)) != 0 else { continue }
            let code = errno
            guard code == EEXIST else {
                // A folder above that may not be looked at may still hold the one below.
                if access(made, F_OK) == 0 { continue }
                throw SystemError(operation: "make the folder", path: made, code: code)
            }
        }
    }

    /// Renames a file or folder; a file that has the target's name is replaced.
    ///
    /// - Throws: `SystemError`.
    public static func rename(_ path: String, to target: String) throws(SystemError) {
        guard Glibc.rename(path, target) == 0 else {
            throw SystemError(operation: "rename \(path) to", path: target, code: errno)
        }
    }

    /// Whose a file or folder is and who may do what with it, links not followed; nil where it cannot be looked at.
    public static func rights(of path: String) -> FileRights? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        return FileRights(
            owner: Ownership(user: status.st_uid, group: status.st_gid), mode: status.st_mode & 0o7777,
            isFolder: status.st_mode & S_IFMT == S_IFDIR)
    }

    /// Removes the name of a file; that it is gone already is no failure.
    ///
    /// - Throws: `SystemError`.
    public static func remove(_ path: String) throws(SystemError) {
        guard unlink(path) != 0 else { return }
        let code = errno
        if code != ENOENT { throw SystemError(operation: "remove", path: path, code: code) }
    }

    /// The names in a folder, without `.` and `..`; names that are not UTF-8 are left out.
    ///
    /// - Throws: `SystemError`.
    public static func names(in folder: String) throws(SystemError) -> [String] {
        let reader = try DirectoryReader(try Descriptor.directory(path: folder))
        var names: [String] = []
        while let entry = try reader.next() {
            if let name = String(validating: entry.name, as: UTF8.self) { names.append(name) }
        }
        return names
    }

    /// Puts a file in the place of another in one step: at any moment, also after a crash, the old or the new one stands there whole.
    ///
    /// - Parameters:
    ///   - unfinished: the ending of the name under which the new file is written, beside the old one; `.new` by default.
    ///   - mode: its rights, cut by the umask.
    ///   - isDurable: whether its bytes are on the disk before it takes the place; true by default.
    ///   - prepare: is given the new file when it is written, to change its owner or rights.
    /// - Throws: `SystemError`; nothing is left of the new file then.
    public static func replace(
        _ path: String, with bytes: [UInt8], unfinished: String = ".new", mode: UInt32, isDurable: Bool = true,
        prepare: (Descriptor) -> Void = { _ in }
    ) throws(SystemError) {
        let temporary = path + unfinished
        let file = try Descriptor.open(
            path: temporary, flags: O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, mode: mode)
        do throws(SystemError) {
            try Descriptor.writeAll(bytes, to: file.number, path: temporary)
            prepare(file)
            if isDurable { try file.sync() }
            try rename(temporary, to: path)
        } catch {
            unlink(temporary)
            throw error
        }
    }
}
