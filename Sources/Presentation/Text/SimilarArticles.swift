import ArticleQuery
import NewsModel

/// Articles whose ids begin most like one that there is not.
package enum SimilarArticles {
    /// Letters of an id that another one must share to be offered in its place.
    private static let fewestShared = 3
    /// Ids that are offered.
    private static let mostOffered = 3

    /// The ids to offer; empty where none is like it.
    package static func ids(to typed: String, in archive: any ArticleArchive) throws -> [ArticleID] {
        // No id is longer, and every letter less is a question.
        for length in stride(
            from: min(typed.count, ArticleID.length + 1) - 1, through: fewestShared, by: -1)
        {
            switch try archive.article(String(typed.prefix(length))) {
            case .none: continue
            case .found(let record): return [record.id]
            case .ambiguous(let ids): return Array(ids.prefix(mostOffered))
            }
        }
        return []
    }
}
