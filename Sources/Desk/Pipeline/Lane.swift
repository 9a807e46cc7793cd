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
/// The express lane takes the files that come while all other lanes are held by such as take long, for which it has but seconds: what
/// takes longer it gives back to the others, with nothing of it handed to the writer.
///
/// A capture whose inbox does not answer is left: the lane goes on with another thread, and whatever the lost one brings is dropped.
///
/// `@unchecked Sendable`: where the lane is has a lock of its own; `reader` may be stopped from anywhere.
final class Lane: @unchecked Sendable {
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
    struct Place {
        var queue: any WorkQueue
        var isCapturing = false
        /// How often it has left a capture that did not end.
        var departures = 0
    }

    let number: Int
    /// Whether it is the express lane.
    let isExpress: Bool
    let reader: any FileReading
    /// The queue on which it works now.
    var queue: any WorkQueue { place.withLock(\.queue) }
    let place: Mutex<Place>
    let surroundings: Surroundings

    init(number: Int, isExpress: Bool = false, reader: any FileReading, surroundings: Surroundings) {
        self.number = number
        self.isExpress = isExpress
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
            // One that is read with nothing beside it would hold up everybody from here too.
            if isExpress, strikes > 0 { throw TakesLong() }
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
        } catch is TakesLong {
            conclude(file, .takesLong(isGivenUp: handed.isGivenUp))
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

    /// The limit of a long step, whose progress on a large file is shown.
    func limit(
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
}
