import ArticleQuery
import Logging
import NewsModel
import Systemd

/// What the analyst finds and meets.
extension DeskJournal {
    /// Articles that one message names; `wiredesk alert hits` lists all.
    private static let namedArticles = 20

    /// A saved search found articles.
    func hits(of alert: Alert, _ articles: [ArticleID]) {
        let named = articles.prefix(Self.namedArticles).map(\.description).joined(separator: " ")
        logger.report(
            .alertHit,
            "Alert \(alert.name) found \(articles.count == 1 ? "an article" : "\(articles.count) articles")",
            metadata: ["alert": "\(alert.name)", "articles": "\(named)", "count": "\(articles.count)"])
    }

    /// The analysis cannot go on for now, or can again.
    func analysis(_ error: ArchiveError?) {
        if let error {
            trouble("Relations and stories wait: \(error)", key: "analysis")
        } else {
            troubleEnded("Relations and stories are looked for again", key: "analysis")
        }
    }
}
