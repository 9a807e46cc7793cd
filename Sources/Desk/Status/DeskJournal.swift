import Archive
import ArticleQuery
import Dispatch
import Glibc
import Intake
import LinuxSystem
import Logging
import NewsModel
import ReaderHost
import Synchronization
import Systemd

/// What the desk tells the journal: every message that an operator may act on has a kind, and none comes in floods.
struct DeskJournal: Sendable {
    /// Stored and duplicate deliveries that are told singly within any second; beyond that one line a second sums them up. Every
    /// detail is in the deliveries.
    fileprivate static let singleRecordsInSecond = 20
    /// Files of which the same trouble is told singly in one minute; beyond that one line a minute counts them.
    private static let singleFilesInMinute = 20
    /// Seconds between two messages about the same trouble of the same file.
    private static let repeatSeconds: UInt64 = 600

    /// The logger, for what needs no method here.
    let logger: Logger
    private let state: State

    private final class State: Sendable {
        /// What may be wrong with very many files at once, as a sentence goes on after their number.
        enum Group: String {
            case waiting = "wait; wiredesk status names some"
            case staying = "are in the archive but may not be removed"
            case unreadable = "or folders cannot be looked at"
            case leftAside = "stand under names that the desk gives to files which it removes; they are looked up"
        }

        struct MinuteCount {
            var minute: UInt64 = 0
            var told = 0
            var untold = 0
        }

        struct Volume {
            var allowance = LogRateLimiter(limit: DeskJournal.singleRecordsInSecond)
            var summed = 0
        }

        let volume = Mutex(Volume())
        let files = Mutex<[Group: MinuteCount]>([:])
        let troubles = Mutex<[String: UInt64]>([:])
    }

    init(logger: Logger) {
        self.logger = logger
        state = State()
    }

    /// A delivery was finished.
    func committed(_ delivery: CommittedDelivery) {
        var facts: Logger.Metadata = [
            "delivery": "\(delivery.delivery)", "file": "\(delivery.name)", "inbox": "\(delivery.inbox)",
            "articles": "\(delivery.articleCount)",
        ]
        switch delivery.outcome {
        case nil: return
        case .stored:
            let first = delivery.articles.first
            facts["outcome"] = "stored"
            if let first { facts["article"] = "\(first.id)" }
            if let headline = first?.headline { facts["headline"] = "\(headline)" }
            if let outlet = first?.outlet { facts["outlet"] = "\(outlet)" }
            if let rejection = delivery.rejection { facts["code"] = "\(rejection.code)" }
            tellSingly { logger.report(.deliveryStored, "\(Self.sentence(delivery))", metadata: facts) }
            for article in delivery.articles where article.isDisputed { disputed(article, delivery) }
        case .duplicate:
            facts["outcome"] = "duplicate"
            if let original = delivery.duplicateOf { facts["duplicate_of"] = "\(original)" }
            tellSingly { logger.report(.deliveryDuplicate, "Duplicate \(delivery.name)", metadata: facts) }
        case .rejected:
            facts["outcome"] = "rejected"
            facts["stage"] = "\(delivery.rejection?.stage.rawValue ?? "reading")"
            facts["code"] = "\(delivery.rejection?.code.rawValue ?? "unknown")"
            let message = delivery.rejection?.message ?? "nothing in it could be stored"
            logger.report(.deliveryRejected, "Rejected \(delivery.name): \(message)", metadata: facts)
        }
    }

    /// Somebody else than its source withdraws an article.
    private func disputed(_ article: FiledArticle, _ delivery: CommittedDelivery) {
        logger.report(
            .withdrawalDisputed,
            "\(delivery.name) withdraws article \(article.id), which another source sent; it stays until a person decides",
            metadata: [
                "article": "\(article.id)", "delivery": "\(delivery.delivery)", "file": "\(delivery.name)",
                "inbox": "\(delivery.inbox)",
            ])
    }

    /// What was stored, as a line: `Stored "Headline" (Outlet), version 2 and 3 more`. A kill notice is stored too, and what counts is that
    /// its article is withdrawn.
    static func sentence(_ delivery: CommittedDelivery) -> String {
        guard let first = delivery.articles.first else { return "Stored \(delivery.name)" }
        let headline = first.headline.map { "\"\($0)\"" } ?? delivery.name
        let outlet = first.outlet.map { " (\($0))" } ?? ""
        let more = delivery.articles.count > 1 ? " and \(delivery.articles.count - 1) more" : ""
        let version = first.isNew ? "" : ", version \(first.version)"
        let verb = first.isWithdrawn && first.isCurrent ? "Withdrawn" : "Stored"
        return "\(verb) \(headline)\(outlet)\(version)\(more)"
    }

    /// Tells a record if the allowance has room for it; what is beyond it is summed up a second later.
    private func tellSingly(_ tell: () -> Void) {
        let clock = SystemClock()
        let (mayTell, isFirstHeldBack) = state.volume.withLock { volume in
            if volume.allowance.allows(at: clock.monotonicNanoseconds) { return (true, false) }
            volume.summed += 1
            return (false, volume.summed == 1)
        }
        if mayTell {
            tell()
            state.volume.withLock { $0.allowance.tell(at: clock.monotonicNanoseconds) }
        }
        if isFirstHeldBack { DispatchWorkQueue.timedWork.async(afterSeconds: 1) { [self] in flushSummary() } }
    }

    /// Tells what was held back and not summed up yet.
    func flushSummary() {
        let summed = state.volume.withLock { volume -> Int in
            defer { volume.summed = 0 }
            return volume.summed
        }
        if summed > 0 { summary(summed) }
    }

    private func summary(_ count: Int) {
        logger.report(.deliveryStored, "\(count) more deliveries finished", metadata: ["count": "\(count)"])
    }

    /// A trouble of the surroundings; the same one is told again only after some minutes.
    func trouble(_ what: String, key: String, facts: Logger.Metadata = [:]) {
        let now = SystemClock().monotonicNanoseconds / 1_000_000_000
        let isNews = state.troubles.withLock { troubles in
            if let last = troubles[key], now - last < Self.repeatSeconds { return false }
            if troubles.count > 10_000 { troubles.removeAll() }
            troubles[key] = now
            return true
        }
        if isNews { logger.report(.troubleBegan, "\(what)", metadata: facts) }
    }

    /// A trouble is over.
    func troubleEnded(_ what: String, key: String) {
        let wasTold = state.troubles.withLock { $0.removeValue(forKey: key) != nil }
        if wasTold { logger.report(.troubleEnded, "\(what)") }
    }

    /// What happened in a lane.
    func lane(_ event: LaneEvent) {
        switch event {
        case .waiting(let file, let reason): waiting(file, reason)
        case .vanished(let file):
            logger.notice(
                "\(file.path.display) vanished before it was read", metadata: ["file": "\(file.path.display)"])
        case .changed(let file):
            logger.info(
                "\(file.path.display) changed while it was read and is taken again",
                metadata: ["file": "\(file.path.display)"])
        case .notAFile(let file, let kind): skipped(file.path, kind)
        case .weakConfinement(let missing):
            let parts = [missing & 1 != 0 ? "landlock" : nil, missing & 2 != 0 ? "seccomp" : nil].compactMap { $0 }
            trouble(
                "The kernel gives readers no \(parts.joined(separator: " and no ")); they run less confined",
                key: "confinement")
        case .readerReplaced(let name, let failure):
            logger.report(
                .readerReplaced,
                "The reader of \(name.display) was replaced: \(failure.rejection?.message ?? "\(failure)")",
                metadata: ["file": "\(name.display)"])
        // What every file meets is told by the desk, once.
        case .leftCapture(let number):
            logger.notice("Lane \(number) does not wait any longer for a file of an inbox that does not answer")
        case .fault, .worked, .originalHealed: break
        }
    }

    /// A damaged original was written again; `source` says from what.
    func healed(_ error: ArchiveError, by source: String) {
        logger.report(
            .originalHealed,
            "An original was damaged (\(error.path): \(error.cause)) and was written again from \(source)",
            metadata: ["file": "\(source)", "reason": "\(error.cause)"])
    }

    private func waiting(_ file: InboxFile, _ reason: String) {
        troubleOfFile(
            "\(file.path.display) waits: \(reason)", key: "waiting \(file.inbox) \(file.path.display)", .waiting,
            facts: ["file": "\(file.path.display)", "reason": "\(reason)"])
    }

    /// A trouble of one file of perhaps very many that have the same.
    private func troubleOfFile(_ what: String, key: String, _ group: State.Group, facts: Logger.Metadata) {
        if mayTell(group) { trouble(what, key: key, facts: facts) }
    }

    /// Whether one more file of a group may be named in this minute; beyond some they are only counted, and the next minute says how many.
    private func mayTell(_ group: State.Group) -> Bool {
        let minute = SystemClock().monotonicNanoseconds / 60_000_000_000
        let (mayTell, untold) = state.files.withLock { files -> (Bool, Int) in
            var count = files[group] ?? State.MinuteCount()
            defer { files[group] = count }
            var untold = 0
            if count.minute != minute {
                untold = count.untold
                count = State.MinuteCount(minute: minute)
            }
            count.told += 1
            if count.told <= Self.singleFilesInMinute { return (true, untold) }
            count.untold += 1
            return (false, untold)
        }
        if untold > 0 {
            logger.report(.troubleBegan, "\(untold) more files \(group.rawValue)", metadata: ["count": "\(untold)"])
        }
        return mayTell
    }

    private func skipped(_ path: FileName, _ kind: FileStatus.Kind) {
        let word =
            switch kind {
            case .link: "a link"
            case .directory: "a directory"
            case .special: "a pipe, socket or device"
            case .file: "a file"
            }
        logger.warning("\(path.display) is \(word) and is skipped", metadata: ["file": "\(path.display)"])
    }

    /// What the intake met; `inbox` gives an inbox's path by its number.
    func intake(_ event: IntakeEvent, inbox: (Int) -> String) {
        switch event {
        case .watching(let number): logger.info("Watching \(inbox(number))", metadata: ["inbox": "\(inbox(number))"])
        case .inboxMissing(let number, let error):
            trouble(
                "The inbox \(inbox(number)) cannot be opened (\(error.reason)); make it or mount it, it is looked for",
                key: "inbox \(number)", facts: ["inbox": "\(inbox(number))"])
        case .inboxUnmounted(let number):
            trouble(
                "Nothing is mounted on the inbox \(inbox(number)) any more; mount it again. What comes into the folder below is taken"
                    + " meanwhile", key: "inbox \(number)", facts: ["inbox": "\(inbox(number))"])
        case .inboxBack(let number):
            troubleEnded("The inbox \(inbox(number)) is there again", key: "inbox \(number)")
        case .inboxSilent(let number, let since):
            trouble(
                "The inbox \(inbox(number)) has not answered since \(LocalTime.text(milliseconds: since)); the others go on. See to its file"
                    + " system or server", key: "answers \(number)", facts: ["inbox": "\(inbox(number))"])
        case .inboxAnswers(let number):
            troubleEnded("The inbox \(inbox(number)) answers again", key: "answers \(number)")
        case .overflow:
            logger.report(.overflowRescan, "Events were lost; the inboxes are scanned again")
        case .polled(let number, let path, let cause): polled(inbox(number), path, cause, key: "watches \(number)")
        case .watchedAgain(let number):
            troubleEnded("All folders of \(inbox(number)) are watched again", key: "watches \(number)")
        case .companionWithoutPage(let number, let path):
            logger.warning(
                "\(path.display) in \(inbox(number)) is named like the folder of a saved page, which does not stand beside it, or holds a link, a device or a text of an ignored name, such as an unfinished download; what may be an article in it is read, the rest stays: move it out, or remove it",
                metadata: ["inbox": "\(inbox(number))", "file": "\(path.display)"])
        case .companionStays(let number, let path, let error):
            trouble(
                "The folder \(path.display) of a page that is in the archive may not be removed from \(inbox(number))"
                    + " (\(error.reason)); give the desk write access to it, or set take: leave",
                key: "companion \(number) \(path.display)", facts: ["file": "\(path.display)"])
        case .skipped(_, let path, let kind): skipped(path, kind)
        case .unreadable(let number, let path, let reason):
            troubleOfFile(
                "\(inbox(number))/\(path.display) cannot be looked at: \(reason)",
                key: "unreadable \(number) \(path.display)", .unreadable, facts: ["file": "\(path.display)"])
        case .writerGivenUp(let number, let path, let seconds):
            logger.warning(
                "\(path.display) in \(inbox(number)) is taken although it may still be open for writing: nothing was heard of it for \(seconds) s (open_patience)",
                metadata: ["inbox": "\(inbox(number))", "file": "\(path.display)"])
        case .foundByScanOnly(let number, let count):
            logger.warning(
                "The periodic scan of \(inbox(number)) found \(count) files of which no event had told",
                metadata: ["inbox": "\(inbox(number))", "count": "\(count)"])
        case .leftAside(let number, let path):
            guard mayTell(.leftAside) else { return }
            logger.info(
                "\(path.display) in \(inbox(number)) has a name that the desk gives to files which it removes: its removal goes on, or it is read where the desk has not given it",
                metadata: ["inbox": "\(inbox(number))", "file": "\(path.display)"])
        case .companionBroughtBack(let number, let path):
            logger.info(
                "The removal of the folder \(path.display) was cut off; it stands under its name again",
                metadata: ["inbox": "\(inbox(number))", "file": "\(path.display)"])
        case .durableName, .rightsChanged: break
        }
    }

    private func polled(_ inbox: String, _ path: FileName, _ cause: PollingCause, key: String) {
        switch cause {
        case .configured: logger.info("Polling \(inbox), as configured", metadata: ["inbox": "\(inbox)"])
        case .fileSystem(let name):
            logger.notice(
                "Polling \(inbox): \(name) does not report what changes elsewhere",
                metadata: ["inbox": "\(inbox)", "file": "\(path.display)"])
        case .limit(let limit, let error):
            let setting = limit.setting.map { " (\($0))" } ?? ""
            trouble(
                "Not every folder of \(inbox) can be watched: \(limit.text)\(setting) [\(error.reason)]; \(limit.hint);"
                    + " until then the inbox is polled", key: key,
                facts: ["inbox": "\(inbox)", "file": "\(path.display)"])
        }
    }

    /// A name may not be removed although its outcome is durable.
    func nameStays(_ handed: HandedFile, because reason: String) {
        troubleOfFile(
            "\(handed.file.path.display) is in the archive but may not be removed from \(handed.settings.path) (\(reason)), or set take: leave",
            key: "stays \(handed.settings.path) \(handed.file.path.display)", .staying,
            facts: ["file": "\(handed.file.path.display)"])
    }
}
