import Glibc
import LinuxSystem
import SearchText
import Synchronization

/// The list of the index's words beside the database, by which searches find other forms, slips and compounds.
///
/// It is made from the index and can be made again at any time; it is in its place whole or not at all. What is newer than the list is
/// found as it was typed, and in a small archive with all its forms.
final class VocabularyFile: Sendable {
    /// A list that was read, and which file it was.
    private struct Known {
        var identity: [Int64]
        var list: Vocabulary?
    }

    private let path: String
    private let known = Mutex<Known?>(nil)

    init(_ state: StateFolder) { path = state.vocabulary }

    /// The list as it is now; nil where none was made, or where it cannot be read.
    var current: Vocabulary? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        let identity = [
            Int64(status.st_ino), Int64(status.st_size), Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec),
        ]
        return known.withLock { known in
            if let known, known.identity == identity { return known.list }
            let list = try? Self.map(path)
            known = Known(identity: identity, list: list)
            return list
        }
    }

    private static func map(_ path: String) throws -> Vocabulary? {
        let file = try Descriptor.file(path: Array(path.utf8), shown: path)
        let mapped = try MappedFile(file, size: Int(try file.status().size))
        return Vocabulary(mapped.bytesWhileItLives, owner: mapped)
    }
}
