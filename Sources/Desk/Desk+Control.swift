import Archive
import ArticleQuery
import DeskProtocol
import Dispatch
import Foundation
import Intake
import LinuxSystem
import NewsModel
import ReaderHost
import Synchronization
import WebAccess

/// What the control socket asks for.
extension Desk {
    /// Seconds for which the end of a delivery is waited for: with a full queue before the lane, a reader's time and a commit.
    private static let deliverySeconds = 600.0
    /// Seconds between two looks whether the caller still waits.
    private static let callerSeconds = 0.25

    func answer(_ request: ControlRequest, _ descriptor: Descriptor?, for caller: ControlCaller) -> ControlReply {
        switch request {
        case .status: .status(liveStatus())
        case .retry(let delivery): retry(delivery, accepts: false, for: caller)
        case .accept(let delivery): retry(delivery, accepts: true, for: caller)
        case .add(let name, let collection):
            if let descriptor {
                add(descriptor, name: FileName(bytes: name), collection: collection, for: caller)
            } else {
                .failed(.failed, "no file was handed over")
            }
        case .checkIndex: checkIndex()
        case .addAlert(let name, let query): addAlert(name, query)
        case .removeAlert(let name): removeAlert(name)
        case .addFeedKey(let name, let feed, let hash): addFeedKey(name, feed, hash, by: caller.name)
        case .correct(let correction): correct(correction, by: caller.name)
        case .reread(let choice, let after): reread(choice, after: after)
        case .erase(let article, let leavesNeighbours): erase(article, leavesNeighbours: leavesNeighbours)
        case .verify: startVerification()
        case .heal(let original): heal(original, from: descriptor)
        case .prune: prune()
        // The service answers it, whose desk this is.
        case .reload: .failed(.failed, "this desk has no configuration that could be read again")
        }
    }

    private func checkIndex() -> ControlReply {
        do throws(ArchiveError) {
            // It opens the database by its name.
            try archive.confirmFiles()
            return .index(damage: try Archive.checkIndex(state: archive.state.path))
        } catch {
            return failure(error)
        }
    }

    /// Reads the kept original of a delivery again; the result is a new delivery.
    ///
    /// - Parameter accepts: true to store what it holds though it looks like no article, now and whenever it is read again.
    private func retry(_ id: Int64, accepts: Bool, for caller: ControlCaller) -> ControlReply {
        do {
            guard let earlier = try archive.earlierDelivery(id) else {
                return .failed(.unknown, "there is no delivery \(id)")
            }
            guard let digest = earlier.sha256 else { return .failed(.unknown, "delivery \(id) has no kept original") }
            // In the work folder, not in memory: a small original may be large when it is unpacked.
            let spool = try capture.spool()
            _ = try OriginalReader(state: archive.state).read(
                digest, into: spool.number, within: WorkLimit(cancellation: cancellation))
            let kept = try OriginalReader(state: archive.state).facts(of: digest)
            let copy = try capture.capture(spool, within: WorkLimit(cancellation: cancellation)).noted(url: kept?.url)
            var facts = DeliveryFacts(
                ticket: tickets.next(), received: clock.wallMilliseconds, inbox: earlier.inbox,
                path: earlier.path,
                collection: earlier.collection, sha256: copy.digest, size: copy.size, readerVersion: 0)
            facts.retryOf = id
            facts.article = kept?.article
            facts.isAccepted = accepts || kept?.isAccepted ?? false
            if accepts {
                try archive.originals.accept(
                    digest,
                    facts: kept
                        ?? OriginalFacts(
                            received: facts.received, inbox: earlier.inbox, path: earlier.path,
                            collection: earlier.collection))
            }
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
            let limit = WorkLimit(cancellation: cancellation, isWanted: { caller.isWaiting })
            let copy = try capture.capture(descriptor, within: limit)
            let facts = DeliveryFacts(
                ticket: tickets.next(), received: clock.wallMilliseconds, inbox: "", path: name.lastComponent,
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
    private func deliver(
        _ copy: SealedCopy, _ facts: DeliveryFacts, outlet: String? = nil, language: String? = nil,
        for caller: ControlCaller
    ) throws -> ControlReply {
        let isDone = DispatchSemaphore(value: 0)
        let result = Mutex<Swift.Result<CommittedDelivery?, any Error>>(.success(nil))
        let lane = lanes.side
        lane.queue.async {
            guard caller.isWaiting else {
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
        let end = clock.moment(inSeconds: Self.deliverySeconds)
        while isDone.wait(timeout: .now() + Self.callerSeconds) == .timedOut {
            guard caller.isWaiting else { return .failed(.failed, "nobody waits for the answer") }
            guard clock.monotonicNanoseconds < end else {
                return .failed(
                    .temporary,
                    "the desk has not stored it yet; wiredesk status says why, wiredesk deliveries when it has")
            }
        }
        guard let delivery = try result.withLock({ $0 }).get() else { return .failed(.failed, "nothing came of it") }
        return .delivery(
            ControlReply.Delivery(
                id: delivery.delivery, outcome: delivery.outcome ?? .rejected,
                code: delivery.rejection?.code.rawValue, message: delivery.rejection?.message,
                articles: delivery.articles.map(\.id.description)))
    }

    private func correct(_ said: Correction, by name: String) -> ControlReply {
        var correction = said
        correction.by = name
        correction.at = clock.wallMilliseconds
        do {
            try archive.make(correction)
            return .done
        } catch let refusal as CorrectionRefusal {
            return .failed(.unknown, refusal.description)
        } catch {
            return failure(error)
        }
    }

    private func addAlert(_ name: String, _ query: String) -> ControlReply {
        do throws(ArchiveError) {
            try archive.addAlert(name: name, query: query, created: clock.wallMilliseconds)
            return .done
        } catch {
            return failure(error)
        }
    }

    private func removeAlert(_ name: String) -> ControlReply {
        do throws(ArchiveError) {
            guard try archive.removeAlert(name: name) else {
                return .failed(.unknown, "there is no alert \(name)")
            }
            return .done
        } catch {
            return failure(error)
        }
    }

    /// Files the key of a feed: it opens what everybody who may ask the desk can read.
    private func addFeedKey(_ name: String, _ feed: String, _ hash: String, by person: String) -> ControlReply {
        guard SHA256Digest(hex: hash) != nil, feed.utf8.count <= AccessToken.longestFeed else {
            return .failed(.refused, "that is no feed, or its address has more than \(AccessToken.longestFeed) bytes")
        }
        do {
            try AccessTokens(state: archive.state.path).add(
                AccessToken(
                    name: name, may: .read, sha256: hash, created: clock.wallMilliseconds, feed: feed, by: person))
            return .done
        } catch let failure as AccessTokens.Failure {
            return .failed(.refused, failure.description)
        } catch {
            return failure(error)
        }
    }

    func failure(_ error: any Error) -> ControlReply {
        switch error {
        case let error as ArchiveError: .failed(error.isTransient ? .temporary : .failed, error.description)
        case ReaderFailure.unavailable(let cause): .failed(.temporary, cause.description)
        case ReaderFailure.stopped: .failed(.temporary, "the desk is stopping")
        case CaptureFailure.tooLarge(let file):
            .failed(
                .failed, Rejection.tooLarge(size: file.size, maximumBytes: parts.configuration.maximumSize).message)
        case CaptureFailure.cancelled: .failed(.temporary, "the desk is stopping, or nobody waits for the answer")
        case CaptureFailure.tooSlow: .failed(.temporary, "its bytes came too slowly")
        case CaptureFailure.changed: .failed(.temporary, "the file changed while it was read; add it again")
        default: .failed(.failed, "\(error)")
        }
    }
}

extension Desk: RequestAnswering {
    /// Carries a request out for this program itself.
    public func answer(
        _ request: ControlRequest, inNameOf user: String, passing descriptor: Descriptor?
    ) -> ControlReply {
        answer(request, descriptor, for: ControlCaller(name: user))
    }

    /// Ends in order.
    public func end() { _ = stop() }
}
