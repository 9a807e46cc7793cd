import Glibc

/// Making directories.
public enum SystemDirectory {
    /// Makes a directory and those above it that are missing; one that is there is left as it is.
    ///
    /// - Throws: `SystemError`.
    public static func make(_ path: String, mode: UInt32) throws(SystemError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/" + part
            guard mkdir(made, mode_t(mode)) != 0 else { continue }
            let code = errno
            guard code == EEXIST else {
                // A directory above that may not be looked at may still hold the one below.
                if access(made, F_OK) == 0 { continue }
                throw SystemError(operation: "make directory", path: made, code: code)
            }
        }
    }
}
