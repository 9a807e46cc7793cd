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
            try FileCalls.makeFolder(parent, mode: 0o777)
            made.insert(parent)
        }
        try FileCalls.replace(target, with: bytes, unfinished: ".part", mode: 0o666, isDurable: false)
    }

    /// Makes all files durable at once.
    ///
    /// - Throws: `SystemError`.
    func finish() throws(SystemError) { try Descriptor.directory(path: path).syncFileSystem() }
}
