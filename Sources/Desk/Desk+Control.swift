import Archive
import ArticleQuery
import Dispatch
import Foundation
import Intake
import LinuxSystem
import NewsModel
import ReaderHost
import Synchronization

/// What the control socket asks for.
extension Desk {
    /// Seconds for which the end of a delivery is waited for: with a full queue before the lane, a reader's time and a commit.
    private static let deliverySeconds = 600.0
    /// Seconds between two looks whether the caller still waits.
    private static let callerSeconds = 0.25

    func answer(_ request: ControlRequest, _ descriptor: Descriptor?, for caller: ControlCaller) -> ControlReply {
        switch request.command {
        case .status: ControlReply(status: liveStatus())
        case .retry:
            if let delivery = request.delivery {
                retry(delivery, for: caller)
            } else {
                ControlReply(error: "no delivery was named")
            }
        case .add:
            if let descriptor, let name = request.name {
                add(descriptor, name: FileName(bytes: name), collection: request.collection ?? "", for: caller)
            } else {
                ControlReply(error: "no file was handed over")
            }
        case .checkIndex: checkIndex()
        case .addAlert, .removeAlert: changeAlert(request)
        case .correct: correct(request)
        case .reread: reread(request)
        case .erase: erase(request)
        case .verify: startVerification()
        case .prune: prune()
        // The service answers it, whose desk this is.
        case .reload: ControlReply(error: "this desk has no configuration that could be read anew")
        }
    }

    private func checkIndex() -> ControlReply {
        do throws(ArchiveError) {
            // It opens the database by its name.
            try archive.confirmFiles()
            return ControlReply(damage: try Archive.checkIndex(state: archive.state.path))
        } catch {
            return failure(error)
        }
    }

    /// Reads the kept original of a delivery again; the result is a new delivery.
    public func retry(_ id: Int64) -> ControlReply { retry(id, for: nil) }

    private func retry(_ id: Int64, for caller: ControlCaller?) -> ControlReply {
        do {
            guard let earlier = try archive.earlierDelivery(id) else {
                return .unknown("there is no delivery \(id)")
            }
            guard let digest = earlier.sha256 else { return .unknown("delivery \(id) has no kept original") }
            // In the work folder, not in memory: a small original may be large when it is unpacked.
            let spool = try capture.spool()
            _ = try OriginalReader(state: archive.state).read(digest, into: spool.number)
            let kept = try OriginalReader(state: archive.state).facts(of: digest)
            let copy = try capture.capture(spool).noted(url: kept?.url)
            var facts = DeliveryFacts(
                ticket: tickets.next(), received: SystemClock().wallMilliseconds, inbox: earlier.inbox,
                path: earlier.path,
                collection: earlier.collection, sha256: copy.digest, size: copy.size, readerVersion: 0)
            facts.retryOf = id
            facts.article = kept?.article
            return try deliver(copy, facts, outlet: kept?.outlet, language: kept?.language, for: caller)
        } catch {
            return failure(error)
        }
    }

    /// Takes the bytes of a descriptor that was handed over as a delivery.
    private func add(
        _ descriptor: Descriptor, name: FileName, collection: String, for caller: ControlCaller
    ) -> ControlReply {
        do {
            try HandedOverFile.demand(descriptor, maximumBytes: parts.configuration.maximumSize)
            let pace = ReadingPace()
            let most = parts.configuration.maximumSize
            let copy = try capture.capture(descriptor) { bytes in
                caller.isWaiting && bytes <= most && pace.isKept(by: bytes)
            }
            let facts = DeliveryFacts(
                ticket: tickets.next(), received: SystemClock().wallMilliseconds, inbox: "", path: name.lastComponent,
                collection: collection, sha256: copy.digest, size: copy.size, readerVersion: 0)
            return try deliver(copy, facts, for: caller)
        } catch {
            return failure(error)
        }
    }

    /// Has a copy read in the side lane and waits for its end, for as long as the caller does. What the lane has begun it ends.
    ///
    /// - Parameters:
    ///   - outlet: what the inbox of a retried delivery gives to articles without their own.
    ///   - language: as for the outlet.
    ///   - caller: nil for a request of this program itself, which waits to the end.
    private func deliver(
        _ copy: SealedCopy, _ facts: DeliveryFacts, outlet: String? = nil, language: String? = nil,
        for caller: ControlCaller?
    ) throws -> ControlReply {
        let isDone = DispatchSemaphore(value: 0)
        let result = Mutex<Swift.Result<CommittedDelivery?, any Error>>(.success(nil))
        let lane = sideLane
        lane.queue.async {
            guard caller?.isWaiting != false else {
                isDone.signal()
                return
            }
            do {
                try lane.take(copy, facts, outlet: outlet, language: language) { delivery in
                    result.withLock { $0 = .success(delivery) }
                    isDone.signal()
                }
            } catch {
                result.withLock { $0 = .failure(error) }
                isDone.signal()
            }
        }
        let clock = SystemClock()
        let end = clock.moment(inSeconds: Self.deliverySeconds)
        while isDone.wait(timeout: .now() + Self.callerSeconds) == .timedOut {
            guard caller?.isWaiting != false else { return ControlReply(error: "nobody waits for the answer") }
            guard clock.monotonicNanoseconds < end else {
                return ControlReply(
                    error: "the desk has not stored it yet; wiredesk status says why, wiredesk deliveries when it has",
                    isTemporary: true)
            }
        }
        guard let delivery = try result.withLock({ $0 }).get() else { return ControlReply(error: "nothing came of it") }
        return ControlReply(
            delivery: ControlReply.Delivery(
                id: delivery.delivery, outcome: (delivery.outcome ?? .rejected).rawValue,
                code: delivery.rejection?.code.rawValue, message: delivery.rejection?.message,
                articles: delivery.articles.map(\.id.description)))
    }

    private func correct(_ request: ControlRequest) -> ControlReply {
        guard var correction = request.correction else { return ControlReply(error: "no correction was named") }
        correction.at = SystemClock().wallMilliseconds
        do {
            try archive.make(correction)
            return ControlReply()
        } catch let refusal as CorrectionRefusal {
            return .unknown(refusal.description)
        } catch {
            return failure(error)
        }
    }

    private func changeAlert(_ request: ControlRequest) -> ControlReply {
        guard let name = request.alert else { return ControlReply(error: "no saved search was named") }
        do throws(ArchiveError) {
            if request.command == .addAlert {
                try archive.addAlert(name: name, query: request.query ?? "", created: SystemClock().wallMilliseconds)
            } else if try !archive.removeAlert(name: name) {
                return .unknown("there is no saved search \(name)")
            }
            return ControlReply()
        } catch {
            return failure(error)
        }
    }

    func failure(_ error: any Error) -> ControlReply {
        switch error {
        case let error as ArchiveError: ControlReply(error: error.description, isTemporary: error.isTransient)
        case ReaderFailure.unavailable(let cause): ControlReply(error: cause.description, isTemporary: true)
        case ReaderFailure.stopped: ControlReply(error: "the desk is stopping", isTemporary: true)
        case CaptureFailure.abandoned:
            ControlReply(error: "its bytes came too slowly, or nobody waits for the answer", isTemporary: true)
        case CaptureFailure.changed:
            ControlReply(error: "the file changed while it was read; add it again", isTemporary: true)
        default: ControlReply(error: "\(error)")
        }
    }
}

extension ControlReply {
    static func unknown(_ error: String) -> ControlReply {
        var reply = ControlReply(error: error)
        reply.isUnknown = true
        return reply
    }
}
