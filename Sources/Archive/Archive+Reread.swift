import ArticleQuery
import NewsModel

extension Archive {
    /// Puts what a reader made of an original now in the place of what one made before: articles keep their ids, versions their
    /// numbers and places. Articles that were not found before are left out.
    ///
    /// - Parameters:
    ///   - delivery: the delivery whose versions they are.
    ///   - articles: all articles of its original.
    ///   - readerVersion: the version of the rules that read them.
    public func replace(
        articlesOf delivery: Int64, with articles: [PreparedArticle], readerVersion: Int
    ) throws(ArchiveError) -> RereadResult {
        try write("file what was read again") { stores in
            try stores.session.transaction {
                try stores.rereading.replace(articlesOf: delivery, with: articles, readerVersion: readerVersion)
            }
        }
    }
}
