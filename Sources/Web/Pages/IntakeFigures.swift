import Archive
import ArticleQuery
import Presentation

/// What the head of the intake's page says, in words; the same that its events bring.
struct IntakeFigures: Sendable, Equatable {
    /// What came in since midnight.
    var today: String
    /// What waits in the inboxes.
    var waiting: String
    /// What the archive holds.
    var total: String
    /// The number of the newest delivery.
    var newest: String

    init(_ report: StatusReport, _ archive: ArchiveReader) throws {
        let activity = try archive.activity(since: Moment(typed: "today")?.first ?? 0)
        today =
            "\(ShownText.number(activity.stored)) stored, \(ShownText.number(activity.duplicate)) duplicate, \(ShownText.number(activity.rejected)) rejected"
        let live = report.inboxes
        var text = ShownText.count(live.waiting, "file", "files")
        if let oldest = live.oldestWaitingSeconds, live.waiting > 0 {
            text += ", the oldest for \(DurationText.text(seconds: Int64(oldest)))"
        }
        waiting = text + "; \(live.reading) being read, \(live.ignored) ignored"
        let counters = report.stored.counters
        total =
            "\(ShownText.count(counters.articles, "article", "articles")) in \(ShownText.count(counters.versions, "version", "versions")), \(ShownText.number(counters.rejected)) rejected and not replaced"
        newest = try archive.deliveries(limit: 1).items.first.map { String($0.id) } ?? ""
    }
}
