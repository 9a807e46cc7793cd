import ArticleQuery
import NewsModel

extension ArchiveReader {
    /// The articles with a tag in the order of their reading list.
    ///
    /// - Parameters:
    ///   - skipped: articles at the head of the list that are left out.
    ///   - limit: the most that are given.
    /// - Returns: the articles, and how many the list has in all.
    public func readingList(
        _ tag: String, skipping skipped: Int, limit: Int
    ) throws(ArchiveError) -> (entries: [ReadingListEntry], count: Int) {
        try read("read a reading list") { session in
            let places = try session.readingList(tag)
            var entries: [ReadingListEntry] = []
            for place in places.dropFirst(skipped).prefix(limit) {
                guard let article = try session.summary(place.number) else { continue }
                let notes = try session.corrections(of: place.article).all.filter { $0.kind == .note }
                entries.append(ReadingListEntry(article: article, position: place.position, notes: notes))
            }
            return (entries, places.count)
        }
    }

    /// The ids of the articles with a tag and where each stands, in the order of the list.
    public func readingListPositions(_ tag: String) throws(ArchiveError) -> [(article: ArticleID, position: String)] {
        try read("read a reading list") { session in
            try session.readingList(tag).compactMap { place in
                ArticleID(place.article).map { ($0, place.position) }
            }
        }
    }
}

extension ReadSession {
    /// The articles with a tag, as the index of the tags has them.
    static let taggedArticles = """
        SELECT c.article, a.id, c.field, c.made_at FROM corrections c CROSS JOIN articles a ON a.article = c.article
        WHERE c.kind = 'tag' AND c.value = ?
        """

    /// The articles with a tag in the order of their reading list.
    fileprivate func readingList(_ tag: String) throws -> [(article: String, number: Int64, position: String)] {
        try sql(Self.taggedArticles).all(.text(tag)) { row in
            let (article, moved) = (row.text(0), row.text(2))
            return (
                article: article, number: row.integer(1),
                position: moved.isEmpty ? ReadingListPosition.natural(row.integer(3), article) : moved
            )
        }.sorted { ($0.position, $0.article) < ($1.position, $1.article) }
    }
}
