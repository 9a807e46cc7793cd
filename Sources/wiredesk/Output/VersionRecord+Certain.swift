import Archive
import ArticleQuery
import Export

extension VersionRecord {
    /// The version without uncertain names and quotations.
    var certain: VersionRecord {
        var version = self
        version.article = article.certain
        return version
    }
}
