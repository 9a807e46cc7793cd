import Archive
import ArticleQuery
import Intake
import LinuxSystem
import NewsModel

/// What the parts of a desk tell: each calls on the queue or thread that it works on, and whoever answers must not wait for that part.
///
/// A part knows whom it hands work to and nothing else of the desk; what follows from an event is decided by whoever takes it
/// (`DeskEventHandler`). A test takes the events of a part itself.
protocol DeskEvents: AnyObject, Sendable {
    /// Something happened in an inbox. On the queue of the inbox, or of the monitor of responses.
    func intake(_ event: IntakeEvent)

    /// Something happened in a lane. On the queue of the lane, or of the monitor of responses.
    func lane(_ event: LaneEvent)

    /// What became of files that the intake had handed out. On the queue of the lane, the writer or the removals of an inbox.
    func concluded(_ files: [(file: InboxFile, disposition: Disposition)])

    /// A delivery, or a part of one, is durable. On the writer's queue.
    func committed(_ delivery: CommittedDelivery)

    /// Committing fails for a reason that may pass; `times` says how often in a row. On the writer's queue.
    func commitFailed(_ error: ArchiveError, times: Int)

    /// Committing works again after it had failed. On the writer's queue.
    func commitsWorkAgain()

    /// Names were removed, so that there are rows of the ledger to be forgotten. On the queue of an inbox's removals, as all that follow.
    func namesWereRemoved()

    /// A name may not be removed although its outcome is durable.
    func nameStays(_ handed: HandedFile, _ error: SystemError)

    /// A name that stayed is gone, or stands for something else.
    func nameIsGone(_ handed: HandedFile)

    /// What stands aside at a path is a delivery of the name under which it was dropped.
    func standsAside(_ file: StandingAside, inbox: Int)

    /// Something about a removal could not be written down.
    func removalFailed(_ error: ArchiveError)

    /// An alert found articles. On the analyst's thread.
    func alert(_ alert: Alert, found articles: [ArticleID])

    /// The analyst cannot go on for now; nil when it can again. On the analyst's thread.
    func analysis(_ error: ArchiveError?)
}
