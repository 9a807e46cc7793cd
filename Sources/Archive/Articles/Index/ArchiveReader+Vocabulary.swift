import ArticleQuery
import SearchText

extension ArchiveReader {
    /// Words that one transaction reads, a fraction of a second.
    private static let wordsAtATime = 20_000

    /// Makes the list of words again where enough came in since it was made.
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
        try ArchiveFiles.makeFolder(state.analysis)
        try ArchiveFiles.remove(unfinished)
        let output = try ArchiveFiles.createFile(unfinished, operation: "write the list of words")
        try ArchiveFiles.write(bytes, to: output, path: unfinished)
        try ArchiveFiles.rename(unfinished, to: state.vocabulary)
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
