import CLinux
import Glibc

extension Descriptor {
    /// A new file in memory that can be sealed; `name` only shows in /proc.
    ///
    /// - Throws: `SystemError`.
    public static func memoryFile(name: String) throws(SystemError) -> Descriptor {
        let number = wd_memory_file(name)
        guard number >= 0 else { throw SystemError(operation: "memfd_create", path: name, code: errno) }
        return Descriptor(adopting: number)
    }

    /// A new file in `directory` that has no name and is gone when it is closed (O_TMPFILE).
    ///
    /// - Throws: `SystemError`.
    public static func namelessFile(in directory: Descriptor) throws(SystemError) -> Descriptor {
        let number = wd_nameless_file(directory.number)
        guard number >= 0 else { throw SystemError(operation: "create a nameless file", path: "work", code: errno) }
        return Descriptor(adopting: number)
    }

    /// Seals a memory file for ever against writing, growing and shrinking (F_ADD_SEALS).
    ///
    /// - Throws: `SystemError`.
    public func seal() throws(SystemError) {
        guard wd_seal(number) == 0 else {
            throw SystemError(operation: "seal", path: "descriptor \(number)", code: errno)
        }
    }
}
