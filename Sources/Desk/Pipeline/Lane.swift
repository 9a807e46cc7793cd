import Archive
import ArticleQuery
import Glibc
import Intake
import LinuxSystem
import NewsModel
import ReaderHost
import ReaderProtocol
import Synchronization

/// One lane: a serial queue with a reader of its own, which pulls the next file, captures it, has it read and hands the articles
/// to the writer.
///
/// A capture whose inbox does not answer is left: the lane goes on with another thread, and whatever the lost one brings is dropped.
///
/// `@unchecked Sendable`: where the lane is has a lock of its own; `reader` may be stopped from anywhere.
final class Lane: @unchecked Sendable {
    /// Readers that a file gets when they are killed from outside: who kills some of them at random meets one file twice now and then.
    private static let attemptsOfKilledReaders = 3
    /// Seconds after which a file that does not come on is tried again: a lane loses minutes each time.
    private static let slowFilePause: UInt64 = 1800

    /// What a lane needs of the desk.
    struct Surroundings: Sendable {
        var archive: Archive
        var suspects: Suspects
        var writer: ArchiveWriter
        var budget: TextBudget
        var capture: any FileCapturing
        var attempts: AttemptsFile
        var isolation: IsolationLock
        var liveness: LivenessMonitor
        var meter: Meter
        var clock: any Clock
        var maximumBytes: Int64
        /// Whether the names of files that are too large are removed.
        var removesTooLarge: Bool
        /// Ends long work when the desk stops.
        var cancellation: Cancellation
        var tickets: Tickets
        /// Notices inboxes that do not answer.
        var responses: ResponseMonitor
        var events: any DeskEvents
        /// What lanes work on.
        var queues: any WorkQueues = DispatchWorkQueues()
    }

    /// Where a lane works, and whether it is in the file system of an inbox.
    private struct Place {
        var queue: any WorkQueue
        var isCapturing = false
        /// How often it has left a capture that did not end.
        var departures = 0
    }

    let number: Int
    let reader: any FileReading
    /// The queue on which it works now.
    var queue: any WorkQueue { place.withLock(\.queue) }
    private let place: Mutex<Place>
    private let surroundings: Surroundings

    init(number: Int, reader: any FileReading, surroundings: Surroundings) {
        self.number = number
        self.reader = reader
        self.surroundings = surroundings
        place = Mutex(Place(queue: surroundings.queues.queue("wiredesk.lane.\(number)")))
    }

    /// Takes one file from an inbox through all stages; call on `queue`.
    ///
    /// - Returns: false when the lane has left this call behind, and goes on elsewhere.
    func take(_ handed: HandedFile) -> Bool {
        queue.demandIsCurrent()
        // By its size alone, before anything waits for it: of two suspects one would have to be read first.
        if handed.file.identity.size > surroundings.maximumBytes, !surroundings.removesTooLarge {
            refuse(handed, handed.file.identity)
            return true
        }
        surroundings.writer.laneBegins()
        let begun = surroundings.clock.monotonicNanoseconds
        // Before the bytes are read: a later change must not look like an earlier one.
        let received = surroundings.clock.wallMilliseconds
        guard let captured = capture(handed) else { return false }
        defer {
            surroundings.writer.laneEnds()
            surroundings.liveness.end(.lane(number))
        }
        take(handed, captured, received: received, begun: begun)
        return true
    }

    /// Gives up a capture that does not end, so that the lane can go on elsewhere; its thread is lost until the file system answers.
    ///
    /// - Parameter departures: the capture that is meant, by the number of those that were left before it; nil for any.
    /// - Returns: false when there is none.
    @discardableResult
    func leaveCapture(after departures: Int? = nil) -> Bool {
        let hasLeft = place.withLock { place in
            guard place.isCapturing, departures == nil || departures == place.departures else { return false }
            place.isCapturing = false
            place.departures += 1
            place.queue = surroundings.queues.queue("wiredesk.lane.\(number).\(place.departures)")
            return true
        }
        guard hasLeft else { return false }
        surroundings.writer.laneEnds()
        surroundings.liveness.end(.lane(number))
        return true
    }

    /// Takes the bytes of a file; nil when the lane did not wait for them.
    private func capture(_ handed: HandedFile) -> Result<SealedCopy, CaptureFailure>? {
        let departures = place.withLock { place in
            place.isCapturing = true
            return place.departures
        }
        let file = handed.file
        let responses = surroundings.responses
        let call = responses.begin(inbox: file.inbox) { [weak self] in
            guard let self, leaveCapture(after: departures) else { return }
            surroundings.events.lane(.leftCapture(lane: number))
        }
        let limit = limit(
            file.name, answered: { responses.goOn(call) },
            isWanted: { [weak self] in self?.isCapturing(after: departures) ?? false })
        let result: Result<SealedCopy, CaptureFailure>
        do throws(CaptureFailure) {
            result = .success(
                try surroundings.capture.capture(
                    file.path, in: handed.root, expecting: file.identity, evenIfOpen: handed.isGivenUp, within: limit))
        } catch {
            result = .failure(error)
        }
        responses.end(call)
        let isHere = place.withLock { place in
            guard place.departures == departures else { return false }
            place.isCapturing = false
            return true
        }
        if isHere { return result }
        conclude(file, .again)
        return nil
    }

    private func isCapturing(after departures: Int) -> Bool { place.withLock { $0.departures == departures } }

    private func take(
        _ handed: HandedFile, _ captured: Result<SealedCopy, CaptureFailure>, received: Int64, begun: UInt64
    ) {
        let file = handed.file
        let capturedAt = surroundings.clock.monotonicNanoseconds
        let strikes = surroundings.suspects.strikes(
            AttemptedFile(inbox: handed.settings.path, path: file.path, identity: file.identity))
        do {
            let copy = try captured.get()
            if try isFiled(copy, handed) { return }
            try surroundings.isolation.enter(alone: strikes > 0) {
                // Behind the gate: to wait for another lane is no lack of progress.
                surroundings.liveness.begin(.lane(number), bytes: file.identity.size)
                surroundings.attempts.begin(
                    slot: number, inbox: handed.settings.path, path: file.path, identity: file.identity)
                defer { surroundings.attempts.end(slot: number) }
                var facts = DeliveryFacts(
                    ticket: surroundings.tickets.next(), received: received, inbox: handed.settings.path,
                    path: file.name,
                    identity: copy.identity, collection: file.collection(prefix: handed.settings.collectionPrefix),
                    sha256: copy.digest, size: copy.size, readerVersion: 0)
                if file.droppedAs != nil { facts.standsAt = file.path }
                try process(
                    copy, facts, handed: handed, outlet: handed.settings.outlet, language: handed.settings.language,
                    isPoison: strikes >= Suspicion.poison, begun: begun, captured: capturedAt,
                    finished: nil)
                surroundings.events.lane(.worked)
            }
        } catch let failure as CaptureFailure {
            if case .tooLarge(let identity) = failure { refuse(handed, identity) } else { release(handed, failure) }
        } catch let failure as ReaderFailure {
            if case .unavailable(let error) = failure {
                rest(file, "no reader could be started: \(error)")
            } else {
                // The desk is stopping; the file stays where it is.
                conclude(file, .done)
            }
        } catch let error as ArchiveError {
            // The desk is stopping; the file stays where it is.
            if surroundings.cancellation.isCancelled { return conclude(file, .done) }
            let reason = "originals cannot be kept: \(error.cause); \(error.hint)"
            if error.isTransient { rest(file, reason) } else { wait(file, reason) }
        } catch {
            wait(file, "\(error)")
        }
    }

    /// Whether a file was filed under this very name and only its rights or its owner were changed since: the same delivery still, whose
    /// name is to be removed where names are.
    private func isFiled(_ copy: SealedCopy, _ handed: HandedFile) throws(ArchiveError) -> Bool {
        let file = handed.file
        guard
            let name = try surroundings.archive.filedName(
                inbox: handed.settings.path, path: file.path, identity: copy.identity, sha256: copy.digest)
        else { return false }
        try surroundings.archive.note(movedBack: [(name, copy.identity)])
        conclude(file, .done)
        if handed.settings.take == .move {
            surroundings.events.intake(
                .durableName(InboxFile(inbox: file.inbox, path: file.path, identity: copy.identity)))
        }
        return true
    }

    /// Takes bytes that are in hand already (a kept original, or a descriptor that was handed over) through the later stages.
    ///
    /// - Parameters:
    ///   - outlet: for articles without their own; nil for none.
    ///   - language: as for the outlet.
    /// - Throws: `ReaderFailure` or `ArchiveError` when the surroundings fail; nothing was handed to the writer then.
    func take(
        _ copy: SealedCopy, _ facts: DeliveryFacts, outlet: String?, language: String?,
        finished: @escaping @Sendable (CommittedDelivery) -> Void
    ) throws {
        queue.demandIsCurrent()
        surroundings.writer.laneBegins()
        defer {
            surroundings.writer.laneEnds()
            surroundings.liveness.end(.lane(number))
        }
        try surroundings.isolation.enter(alone: false) {
            surroundings.liveness.begin(.lane(number), bytes: copy.size)
            try process(
                copy, facts, handed: nil, outlet: outlet, language: language, isPoison: false,
                begun: surroundings.clock.monotonicNanoseconds,
                captured: surroundings.clock.monotonicNanoseconds, finished: finished)
        }
    }

    /// Moments of the monotonic clock between which a file is in the stages of a lane.
    private struct Moments {
        /// The capture begins, and ends.
        var begun, captured: UInt64
        /// The keeping of the original begins, and ends; equal where there is nothing to keep.
        var keeping, kept: UInt64
        /// The reading has ended; nil where nothing is read.
        var read: UInt64?
    }

    /// Reads a sealed copy and hands the result to the writer.
    private func process(
        _ copy: SealedCopy, _ facts: DeliveryFacts, handed: HandedFile?, outlet: String?, language: String?,
        isPoison: Bool, begun: UInt64, captured: UInt64, finished: (@Sendable (CommittedDelivery) -> Void)?
    ) throws {
        let delivery = LaneDelivery(
            facts, defaultOutlet: outlet, defaultLanguage: language,
            captured: copy.facts, clock: surroundings.clock, budget: surroundings.budget,
            progressed: { [surroundings, number] bytes in
                surroundings.liveness.read(.lane(number), facts.path.display, bytes: bytes, of: facts.size)
            }
        ) { [surroundings, number] portion, format, allowed in
            let timing = DeliveryTiming(
                begun: begun, handedOver: surroundings.clock.monotonicNanoseconds, format: format)
            // A writer that cannot write for hours must not look like a lane that hangs.
            surroundings.liveness.rest(.lane(number))
            surroundings.writer.submit(
                ArchiveWriter.Item(
                    portion: portion, handed: handed, timing: timing, allowed: allowed, finished: finished))
            surroundings.liveness.begin(.lane(number), bytes: facts.size)
        }
        let now = surroundings.clock.monotonicNanoseconds
        var moments = Moments(begun: begun, captured: captured, keeping: now, kept: now)
        // At the end, when the format is known.
        defer { measure(moments, format: delivery.format) }
        let known = facts.retryOf == nil ? try surroundings.archive.known(copy.digest) : nil
        let isDuplicate = known?.storedBy != nil
        let isTakenOut = isDuplicate && known?.isKept == false
        // What retention has taken out stays out. Any other original is made sure of before a copy of it goes.
        if !isTakenOut {
            try keep(copy, of: delivery, outlet: outlet, language: language)
            moments.kept = surroundings.clock.monotonicNanoseconds
        }
        if isDuplicate { return delivery.handOver(.sameBytes) }
        if let rejection = rejectionBeforeReading(copy, isPoison: isPoison) {
            return delivery.handOver(.rejected(rejection))
        }
        try read(copy, into: delivery) { moments.read = surroundings.clock.monotonicNanoseconds }
    }

    /// Keeps the original before anything is made of it: whatever is committed later has its original.
    private func keep(
        _ copy: SealedCopy, of delivery: LaneDelivery, outlet: String?, language: String?
    ) throws(ArchiveError) {
        let facts = delivery.facts
        delivery.facts.keptBytes = try surroundings.archive.originals.write(
            from: copy.descriptor, size: copy.size, sha256: copy.digest,
            facts: OriginalFacts(
                received: facts.received, inbox: facts.inbox, path: facts.path, collection: facts.collection,
                url: copy.facts.url, outlet: outlet, language: language, sequence: facts.ticket,
                article: facts.article), isImmutable: copy.isImmutable, within: limit(facts.path),
            healed: { surroundings.events.lane(.originalHealed(copy.digest, by: facts.path, $0)) })
    }

    /// Has a copy read and hands over what comes of it.
    ///
    /// - Parameter ended: called whenever a reading has ended.
    private func read(_ copy: SealedCopy, into delivery: LaneDelivery, ended: () -> Void) throws {
        let facts = delivery.facts
        for attempt in 1...Self.attemptsOfKilledReaders {
            do {
                delivery.facts.readerVersion = try reader.read(
                    copy.descriptor, size: copy.size, name: facts.path.lastComponent, explained: false,
                    isAccepted: facts.isAccepted,
                    expect: { bytes in
                        surroundings.liveness.rest(.lane(number))
                        delivery.expect(bytes)
                        surroundings.liveness.begin(.lane(number), bytes: facts.size)
                    }, handle: delivery.take)
                ended()
                reportConfinement()
                return delivery.handOver(.read)
            } catch let failure as ReaderFailure {
                ended()
                guard let rejection = failure.rejection else { throw failure }
                if case .refused = failure {
                } else {
                    surroundings.meter.readerWasReplaced()
                    surroundings.events.lane(.readerReplaced(name: facts.path, failure))
                }
                // Killed or stopped from outside (the kernel short of memory, an administrator): that is no proof against the file, which
                // gets further readers. What crashes by itself would crash again.
                guard failure.isFromOutside, attempt < Self.attemptsOfKilledReaders else {
                    return delivery.handOver(.rejected(rejection))
                }
                delivery.beginAnew()
            }
        }
    }

    private func measure(_ moments: Moments, format: String?) {
        let meter = surroundings.meter
        func observe(_ stage: Meter.Stage, _ begin: UInt64, _ end: UInt64) {
            meter.observe(stage, format: format, seconds: Double(end &- begin) / 1e9)
        }
        observe(.capture, moments.begun, moments.captured)
        if moments.kept > moments.keeping { observe(.keep, moments.keeping, moments.kept) }
        if let read = moments.read { observe(.read, moments.kept, read) }
    }

    private func reportConfinement() {
        let missing = reader.statistics.missingConfinement
        if missing != 0 { surroundings.events.lane(.weakConfinement(missing)) }
    }

    private func rejectionBeforeReading(_ copy: SealedCopy, isPoison: Bool) -> Rejection? {
        if let rejection = Rejection.beforeReading(size: copy.size, maximumBytes: surroundings.maximumBytes) {
            return rejection
        }
        if isPoison {
            return Rejection(
                stage: .intake, code: .poison,
                message:
                    "the daemon died more than once while it took this file, which is not tried again; please report it"
            )
        }
        return nil
    }

    /// The limit of a long step, whose progress on a large file is shown.
    private func limit(
        _ name: FileName, answered: (() -> Void)? = nil, isWanted: (() -> Bool)? = nil
    ) -> WorkLimit {
        WorkLimit(
            cancellation: surroundings.cancellation, clock: surroundings.clock,
            progressed: { [surroundings, number] done, size in
                answered?()
                if size > FileCapture.memoryBytes {
                    surroundings.liveness.read(.lane(number), name.display, bytes: done, of: size)
                }
            }, isWanted: isWanted)
    }

    /// Leaves a file that is too large under its name, or has its name removed; none of its bytes is read.
    private func refuse(_ handed: HandedFile, _ identity: FileIdentity) {
        let file = handed.file
        let rejection = Rejection.tooLarge(size: identity.size, maximumBytes: surroundings.maximumBytes)
        guard surroundings.removesTooLarge else {
            let reason =
                "it has \(identity.size) bytes and max_size is \(surroundings.maximumBytes); raise max_size, take it away, or set remove_too_large: true"
            surroundings.events.lane(.waiting(file, reason: reason))
            return conclude(file, .unfit(reason: reason))
        }
        let now = surroundings.clock.monotonicNanoseconds
        var facts = DeliveryFacts(
            ticket: surroundings.tickets.next(), received: surroundings.clock.wallMilliseconds,
            inbox: handed.settings.path, path: file.name, identity: identity,
            collection: file.collection(prefix: handed.settings.collectionPrefix), size: identity.size, readerVersion: 0
        )
        if file.droppedAs != nil { facts.standsAt = file.path }
        surroundings.writer.submit(
            ArchiveWriter.Item(
                portion: DeliveryPortion(facts: facts, end: .rejected(rejection)), handed: handed,
                timing: DeliveryTiming(begun: now, handedOver: now, format: nil)))
    }

    private func release(_ handed: HandedFile, _ failure: CaptureFailure) {
        let file = handed.file
        switch failure {
        case .tooLarge(let identity):
            let rejection = Rejection.tooLarge(size: identity.size, maximumBytes: surroundings.maximumBytes)
            wait(file, rejection.message)
        case .cancelled: conclude(file, .done)
        case .tooSlow(let error):
            let reason = "it cannot be read in time (\(error)); look at its file system"
            surroundings.events.lane(.waiting(file, reason: reason))
            conclude(file, .delayed(reason: reason, seconds: Self.slowFilePause))
        case .vanished:
            surroundings.events.lane(.vanished(file))
            conclude(file, .vanished)
        case .changed:
            surroundings.events.lane(.changed(file))
            conclude(file, .again)
        case .notAFile(let kind):
            surroundings.events.lane(.notAFile(file, kind))
            conclude(file, .done)
        // Nobody gives up on a file of an inbox; it stays where it is.
        case .ownDatabase: wait(file, "it is a file of the desk's own database under another name; remove this name")
        case .locked: wait(file, "another program has locked it; it is read when the lock is gone")
        case .openForWriting:
            surroundings.events.lane(
                .waiting(file, reason: "another program is still writing it; it is read when that has closed it"))
            conclude(file, .openForWriting)
        case .unreadable(let error):
            wait(
                file,
                RightsAdvice.own.reason(
                    handed.settings.path + "/" + String(decoding: file.path.bytes, as: UTF8.self), error,
                    removes: handed.settings.take == .move))
        case .surroundings(let error):
            // No descriptors, no memory or no place for the copy is nothing that the next file would not meet too.
            switch error.code {
            case EMFILE, ENFILE, ENOMEM: rest(file, "\(error); raise the limits of the service")
            case _ where error.operation == "write": rest(file, "files cannot be copied: \(error)")
            default: wait(file, "\(error)")
            }
        }
    }

    /// Gives a file back because of a fault that every other file would meet too.
    private func rest(_ file: InboxFile, _ reason: String) {
        surroundings.events.lane(.fault(reason))
        conclude(file, .waiting(reason: reason))
    }

    /// Tells the intake what became of a file that does not go to the writer.
    private func conclude(_ file: InboxFile, _ disposition: Disposition) {
        surroundings.events.concluded([(file, disposition)])
    }

    private func wait(_ file: InboxFile, _ reason: String) {
        surroundings.events.lane(.waiting(file, reason: reason))
        conclude(file, .waiting(reason: reason))
    }
}
