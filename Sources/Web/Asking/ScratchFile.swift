import Glibc
import LinuxSystem

/// Files for what passes through, which have no name and are gone when they are closed.
enum ScratchFile {
    /// A new one in the folder for temporary files, else in memory.
    ///
    /// - Throws: `SystemError`.
    static func make() throws(SystemError) -> Descriptor {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp"
        if let file = try? Descriptor.namelessFile(in: Descriptor.directory(path: folder)) { return file }
        return try Descriptor.memoryFile(name: "wiredesk-web")
    }
}
