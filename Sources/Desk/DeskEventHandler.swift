import Archive
import ArticleQuery
import Dispatch
import Intake
import LinuxSystem
import NewsModel
import Synchronization

/// Takes what the parts of a desk tell, and decides what follows: what the journal and the status say, when the intake rests, and what is
/// tried again.
///
/// Made before the parts, which it is given by `attach`; it never owns them.
final class DeskEventHandler: DeskEvents {
    /// The parts that it acts upon.
    struct Parts: Sendable {
        weak var intake: Intake?
        weak var lanes: LanePool?
        weak var writer: ArchiveWriter?
        weak var removals: NameRemovals?
        weak var analyst: Analyst?
        weak var scrub: OriginalsScrub?
        /// Called when an original that was not there is, with how many are not there still.
        var lostOriginalIsBack: @Sendable (Int) -> Void = { _ in }
    }

    /// Failures in a row after which `run --once` gives up.
    static let failuresOnce = 3
    /// Seconds after a change of rights before what they kept from being done is tried; who changes many goes on meanwhile.
    static let rightsSeconds = 0.2

    let journal: DeskJournal
    let problems = Problems()
    let clock: any Clock
    /// For what is due after a pause.
    let timedWork: any WorkQueue
    let spaceGuard: SpaceGuard
    let faultBackOff: FaultBackOff
    let unremoved = Mutex(UnremovedNames())
    let lostOriginals = LostOriginals()
    let tallies = Mutex(Desk.Result())
    let last = Mutex<StatusLine.Last?>(nil)
    let configuration: DeskConfiguration
    private let inboxes: [InboxSettings]
    private let parts = Mutex(Parts())
    private let teller = Mutex<StatusTeller?>(nil)
    private let hasEnded = Atomic(false)

    init(
        _ configuration: DeskConfiguration, journal: DeskJournal, spaceGuard: SpaceGuard, clock: any Clock,
        timedWork: any WorkQueue = DispatchWorkQueue.timedWork
    ) {
        self.timedWork = timedWork
        self.configuration = configuration
        self.journal = journal
        self.spaceGuard = spaceGuard
        self.clock = clock
        inboxes = configuration.inboxSettings
        faultBackOff = FaultBackOff(clock: clock)
    }

    // MARK: Beginning and end

    /// Gives it the parts, before any of them runs.
    func attach(_ parts: Parts) { self.parts.withLock { $0 = parts } }

    /// Tells when an original that was not there is, with how many are not there still.
    func attach(lostOriginalIsBack: @escaping @Sendable (Int) -> Void) {
        parts.withLock { $0.lostOriginalIsBack = lostOriginalIsBack }
    }

    /// Has changes shown from now on; nil for no longer.
    func show(by teller: StatusTeller?) { self.teller.withLock { $0 = teller } }

    /// Whether the desk stops or has stopped.
    var isEnding: Bool { hasEnded.load(ordering: .acquiring) }

    /// The desk stops; false when it did before.
    func end() -> Bool { !hasEnded.exchange(true, ordering: .acquiringAndReleasing) }

    /// Something happened that the status may show.
    func changed() { teller.withLock { $0 }?.changed() }

    var intake: Intake? { parts.withLock { $0.intake } }
    var removals: NameRemovals? { parts.withLock { $0.removals } }
    var writer: ArchiveWriter? { parts.withLock { $0.writer } }

    // MARK: Inboxes and lanes

    func intake(_ event: IntakeEvent) {
        journal.intake(event) { inboxes[$0].path }
        switch event {
        case .inboxMissing(let number, let error):
            problems.set(.inbox(number), "the inbox \(inboxes[number].path) cannot be opened (\(error.reason))")
        case .inboxUnmounted(let number):
            problems.set(
                .inbox(number), "nothing is mounted on the inbox \(inboxes[number].path) any more; mount it again")
        case .inboxBack(let number): problems.set(.inbox(number), nil)
        case .inboxSilent(let number, let since):
            problems.set(
                .silentInbox(number),
                "the inbox \(inboxes[number].path) has not answered since \(LocalTime.text(milliseconds: since)); the others go on. See to its file system or server"
            )
        case .inboxAnswers(let number): problems.set(.silentInbox(number), nil)
        case .rightsChanged: tryUnremovedNamesSoon()
        case .durableName(let file): removals?.removeAgain(file)
        case .leftAside(let number, let path): removals?.removeAside(path, inbox: number)
        case .polled(let number, _, .limit(let limit, _)):
            problems.set(
                .polledInbox(number),
                "the inbox \(inboxes[number].path) is polled, since \(limit.text); \(limit.hint)")
        case .watchedAgain(let number): problems.set(.polledInbox(number), nil)
        case .watching, .overflow, .polled, .skipped, .unreadable, .writerGivenUp, .foundByScanOnly,
            .companionWithoutPage, .companionStays, .companionBroughtBack:
            break
        }
        changed()
    }

    func lane(_ event: LaneEvent) {
        switch event {
        case .fault(let reason): rest(because: reason)
        case .worked: endRest()
        case .leftCapture(let lane):
            journal.lane(event)
            parts.withLock { $0.lanes }?.goOn(lane: lane)
        case .originalHealed(let original, let file, let error):
            healed(original, by: file.display, error)
        case .waiting, .vanished, .changed, .notAFile, .readerReplaced, .weakConfinement: journal.lane(event)
        }
    }

    /// A damaged original was written again from bytes that came from somewhere.
    func healed(_ original: SHA256Digest, by source: String, _ error: ArchiveError) {
        let parts = self.parts.withLock { $0 }
        parts.scrub?.healed(original)
        journal.healed(error, by: source)
        if let left = lostOriginals.isBack(original) { parts.lostOriginalIsBack(left) }
        changed()
    }

    func concluded(_ files: [(file: InboxFile, disposition: Disposition)]) {
        intake?.finish(files.map { ($0.file, $0.disposition) })
    }

    // MARK: The writer

    func committed(_ delivery: CommittedDelivery) {
        if !delivery.articles.isEmpty { parts.withLock { $0.analyst }?.wake() }
        // A file that a crash had left in the inbox behind its outcome was told of then.
        guard delivery.outcome != nil, !delivery.isRepeated else { return }
        journal.committed(delivery)
        if delivery.outcome == .rejected { tallies.withLock { $0.rejected += 1 } }
        if let article = delivery.articles.last {
            let stored = LastArticle(
                id: article.id, headline: article.headline, outlet: article.outlet, received: clock.wallMilliseconds)
            last.withLock { $0 = StatusLine.Last(stored) }
        }
        checkSpace()
        changed()
    }

    // MARK: The analyst

    func alert(_ alert: Alert, found articles: [ArticleID]) { journal.hits(of: alert, articles) }

    func analysis(_ error: ArchiveError?) { journal.analysis(error) }
}
