import ArticleQuery

extension VersionRecord {
    /// The version without uncertain names and quotations.
    package var certain: VersionRecord {
        var version = self
        version.article = article.certain
        return version
    }
}
