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
        var isDamaged: Bool
    }

    private let path: String
    private let known = Mutex<Known?>(nil)

    init(_ state: StateFolder) { path = state.vocabulary }

    /// The list as it is now; nil where none was made, or where it cannot be read.
    var current: Vocabulary? { read()?.list }

    /// Whether there is a list that cannot be used, and not because another version of the program made it.
    var isDamaged: Bool { read()?.isDamaged ?? false }

    private func read() -> Known? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        let identity = [
            Int64(status.st_ino), Int64(status.st_size), Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec),
        ]
        return known.withLock { known in
            if let known, known.identity == identity { return known }
            let (list, isDamaged) = (try? Self.map(path)) ?? (nil, true)
            let read = Known(identity: identity, list: list, isDamaged: isDamaged)
            known = read
            return read
        }
    }

    private static func map(_ path: String) throws -> (list: Vocabulary?, isDamaged: Bool) {
        let file = try Descriptor.file(path: Array(path.utf8), shown: path)
        let mapped = try MappedFile(file, size: Int(try file.status().size))
        let list = Vocabulary(mapped.bytesWhileItLives, owner: mapped)
        return (list, list == nil && !Vocabulary.isOfAnotherVersion(mapped.bytesWhileItLives))
    }
}
