import Glibc
import LinuxSystem

/// A folder into which many files are written.
final class OutputFolder {
    private let path: String
    private var made: Set<String> = []

    init(_ path: String) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
    }

    /// Whether a path that may be a file or a folder stands for a folder: it ends with a slash, or a folder is there.
    static func isMeant(_ path: String) -> Bool {
        if path.hasSuffix("/") { return true }
        var found = stat()
        return stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFDIR
    }

    /// Writes one file; another one of its name is replaced as a whole.
    ///
    /// - Parameter name: the path relative to the folder.
    /// - Throws: `SystemError`.
    func write(_ bytes: [UInt8], to name: String) throws(SystemError) {
        let target = path + "/" + name
        let parent = String(target[..<(target.lastIndex(of: "/") ?? target.startIndex)])
        if !made.contains(parent) {
            try SystemDirectory.make(parent, mode: 0o777)
            made.insert(parent)
        }
        let unfinished = target + ".part"
        let opened = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard opened >= 0 else { throw SystemError(operation: "write", path: target, code: errno) }
        let descriptor = Descriptor(adopting: opened)
        let written = bytes.withUnsafeBytes { bytes in
            Result { () throws(SystemError) in try OutputFile.write(bytes, to: descriptor.number, path: target) }
        }
        do throws(SystemError) {
            try written.get()
            guard rename(unfinished, target) == 0 else {
                throw SystemError(operation: "write", path: target, code: errno)
            }
        } catch {
            unlink(unfinished)
            throw error
        }
    }

    /// Makes all files durable at once.
    ///
    /// - Throws: `SystemError`.
    func finish() throws(SystemError) { try Descriptor.directory(path: path).syncFileSystem() }
}
