import CLinux
import Glibc

/// Renaming below one directory without replacing anything.
extension Descriptor {
    /// Renames something below this directory to a name that nobody else uses, such as one made of a random number.
    ///
    /// - Throws: `SystemError`; EEXIST when the name is taken.
    public func takeAside(_ name: [UInt8], to aside: [UInt8]) throws(SystemError) {
        do throws(SystemError) {
            return try renameWithoutReplacing(name, to: aside)
        } catch {
            guard error.lacksRenameFlags else { throw error }
        }
        // NFS and some FUSE servers know plain renames only. Nobody can have foreseen the name, so that the look is enough.
        do throws(SystemError) {
            _ = try status(of: aside)
        } catch {
            guard error.code == ENOENT else { throw error }
            return try rename(name, to: aside)
        }
        throw SystemError(operation: "rename to", path: aside.shown, code: EEXIST)
    }

    /// Renames something below this directory to a name that others may take at the same moment.
    ///
    /// - Throws: `SystemError`; EEXIST when the name is taken. Where the file system can only replace, a second name is made and the first
    ///   removed; where it has no hard links either (EPERM, EOPNOTSUPP) nothing is changed.
    public func putBack(_ aside: [UInt8], as name: [UInt8]) throws(SystemError) {
        do throws(SystemError) {
            return try renameWithoutReplacing(aside, to: name)
        } catch {
            guard error.lacksRenameFlags else { throw error }
        }
        let isLinked = aside.withCString { from in
            name.withCString { target in linkat(number, from, number, target, 0) == 0 }
        }
        guard isLinked else { throw SystemError(operation: "link to", path: name.shown, code: errno) }
        try removeName(aside)
    }

    /// Makes a directory below this one that only its owner may enter.
    ///
    /// - Throws: `SystemError`.
    public func makeDirectory(_ name: [UInt8]) throws(SystemError) {
        guard name.withCString({ mkdirat(number, $0, 0o700) }) == 0 else {
            throw SystemError(operation: "make directory", path: name.shown, code: errno)
        }
    }

    private func renameWithoutReplacing(_ name: [UInt8], to target: [UInt8]) throws(SystemError) {
        let isDone = name.withCString { from in
            target.withCString { wd_rename_without_replacing(number, from, $0) == 0 }
        }
        guard isDone else { throw SystemError(operation: "rename", path: name.shown, code: errno) }
    }

    private func rename(_ name: [UInt8], to target: [UInt8]) throws(SystemError) {
        let isDone = name.withCString { from in target.withCString { renameat(number, from, number, $0) == 0 } }
        guard isDone else { throw SystemError(operation: "rename", path: name.shown, code: errno) }
    }
}

extension SystemError {
    /// Whether a rename failed because its flags are not known to the kernel or the file system.
    fileprivate var lacksRenameFlags: Bool { code == EINVAL || code == ENOSYS || code == EOPNOTSUPP }
}
