import Archive
import ArticleQuery
import Intake
import LinuxSystem
import NewsModel
import ReaderHost

/// From a sealed copy to what the writer gets: the original is kept, and the copy read.
extension Lane {
    /// Readers that a file gets when they are killed from outside: who kills some of them at random meets one file twice now and then.
    private static let attemptsOfKilledReaders = 3
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
    func process(
        _ copy: SealedCopy, _ facts: DeliveryFacts, handed: HandedFile?, outlet: String?, language: String?,
        isPoison: Bool, begun: UInt64, captured: UInt64, finished: (@Sendable (CommittedDelivery) -> Void)?
    ) throws {
        let delivery = LaneDelivery(
            facts, defaultOutlet: outlet, defaultLanguage: language,
            captured: copy.facts, clock: surroundings.clock, budget: surroundings.budget, isWhole: isExpress,
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
        let begun = surroundings.clock.monotonicNanoseconds
        for attempt in 1...Self.attemptsOfKilledReaders {
            do {
                delivery.facts.readerVersion = try reader.read(
                    copy.descriptor, size: copy.size, name: facts.path.lastComponent, explained: false,
                    isAccepted: facts.isAccepted,
                    expect: { bytes in
                        surroundings.liveness.rest(.lane(number))
                        delivery.expect(bytes)
                        surroundings.liveness.begin(.lane(number), bytes: facts.size)
                    },
                    handle: { message in
                        delivery.take(message)
                        if isExpress { try delivery.mayStay(inExpressLaneSince: begun) }
                    })
                ended()
                // Also what was left out for lack of time, such as a PDF in it, belongs into another lane.
                if isExpress { try delivery.mayStay(inExpressLaneSince: begun) }
                reportConfinement()
                return delivery.handOver(.read)
            } catch let failure as ReaderFailure {
                ended()
                guard let rejection = failure.rejection else { throw failure }
                if isExpress {
                    guard failure.isOfContent else { throw TakesLong() }
                    try delivery.mayStay(inExpressLaneSince: begun)
                }
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
}
