import ArticleQuery
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

extension ArchiveReader {
    /// Words that one transaction reads, a fraction of a second.
    private static let wordsAtATime = 20_000

    /// Makes the list of words anew where enough came in since it was made.
    ///
    /// Reads the whole index in pieces, some seconds a million articles.
    /// - Parameter share: the part of the archive that must be newer than the list, 0 for anything.
    /// - Returns: false where the list stays as it is.
    @discardableResult
    public func renewVocabulary(whenNewer share: Double) throws(ArchiveError) -> Bool {
        let (articles, last) = try read("count what is new") { session in
            (
                try session.sql("SELECT value FROM counters WHERE name = 'articles'").first { $0.integer(0) } ?? 0,
                try session.sql("SELECT max(id) FROM versions").first { $0.optionalInteger(0) } ?? 0
            )
        }
        let present = vocabulary.current
        let newer = (last ?? 0) - (present?.lastVersion ?? 0)
        guard newer != 0, present == nil || Double(newer) >= share * Double(articles) else { return false }
        var builder = VocabularyBuilder()
        var place: [UInt8] = []
        while true {
            let words = try read("list the words of the index") { session in
                try session.sql("SELECT term, doc FROM article_words WHERE term > ? LIMIT \(Self.wordsAtATime)").all(
                    .textBytes(place)
                ) { (term: $0.bytes(0), articles: Int($0.integer(1))) }
            }
            for (term, articles) in words { builder.add(term, articles: articles) }
            guard let end = words.last?.term else { break }
            place = end
        }
        try keep(builder.finish(articles: Int(articles), lastVersion: last ?? 0))
        return true
    }

    private func keep(_ bytes: [UInt8]) throws(ArchiveError) {
        let unfinished = state.vocabulary + ".unfinished"
        try SystemCalls.makeFolder(state.analysis)
        try SystemCalls.remove(unfinished)
        let output = try SystemCalls.createFile(unfinished, operation: "write the list of words")
        defer { SystemCalls.close(output) }
        try SystemCalls.write(bytes, to: output, path: unfinished)
        try SystemCalls.rename(unfinished, to: state.vocabulary)
    }
}

extension ReadSession {
    /// An archive of fewer articles is listed by the index itself where the list of words is older.
    private static let smallArchive = 20_000

    /// Words of the index that begin with a prefix, in their order: by the list of words, or by the index itself where that is newer
    /// and small enough.
    func words(withPrefix prefix: String, limit: Int) -> [String] {
        guard let list = words, isRecent(list) else { return vocabulary(prefix, limit: limit) }
        return list.terms(withPrefix: prefix, limit: limit).map(\.term)
    }

    private func isRecent(_ list: Vocabulary) -> Bool {
        if list.articles >= Self.smallArchive { return true }
        let last = try? sql("SELECT max(id) FROM versions").first { $0.optionalInteger(0) }
        return (last ?? nil) ?? 0 == list.lastVersion
    }
}
