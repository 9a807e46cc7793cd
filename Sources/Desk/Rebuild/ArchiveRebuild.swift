import Archive
import ArticleQuery
import DeskProtocol
import Dispatch
import Foundation
import LinuxSystem
import NewsModel
import Synchronization

/// Rebuilds the database of a state folder from its kept originals, in the order in which they came in, so that articles get
/// the ids and versions that they had.
///
/// The new database grows beside the old one and takes its place at the end; until then nothing is changed, and an interrupted
/// rebuild is begun again. What only the database knew is not made again: deliveries of bytes that were there already, which
/// retries there were, how long reading took, and the ledger of inboxes whose files stay.
public final class ArchiveRebuild {
    /// What came of a rebuild.
    public struct Result: Sendable, Equatable {
        /// Originals that were read.
        public var originals = 0
        /// Deliveries that were stored.
        public var stored = 0
        /// Deliveries in which every article was known.
        public var duplicate = 0
        /// Deliveries that were rejected, but for those below.
        public var rejected = 0
        /// Deliveries of which nothing was filed because it had been erased.
        public var erased = 0
        /// Originals that are left out because what is in them is past its term.
        public var pastTerm = 0
        /// Originals that cannot be used, with the reason.
        public var damaged: [(path: String, reason: String)] = []
        /// Where the old database was put; nil where there was none.
        public var oldDatabase: String?

        /// Whether two rebuilds came to the same.
        public static func == (left: Result, right: Result) -> Bool {
            left.originals == right.originals && left.stored == right.stored && left.duplicate == right.duplicate
                && left.rejected == right.rejected && left.erased == right.erased && left.pastTerm == right.pastTerm
                && left.oldDatabase == right.oldDatabase
                && left.damaged.elementsEqual(right.damaged) { $0 == $1 }
        }
    }

    /// Originals that are read at the same time before they are filed in their order.
    private static let windowOriginals = 64
    /// A larger original is read when it is its turn, in portions: it may hold a hundred thousand articles.
    private static let largestInWindow: Int64 = 1 << 20

    private let configuration: DeskConfiguration
    private let readerProgram: String
    private let lock: StateLock

    /// A rebuild of the configuration's state, which no desk may use meanwhile.
    ///
    /// - Throws: `StateLock.Failure`.
    public init(_ configuration: DeskConfiguration, readerProgram: String) throws(StateLock.Failure) {
        self.configuration = configuration
        self.readerProgram = readerProgram
        lock = try StateLock(state: configuration.state)
    }

    /// Rebuilds.
    ///
    /// - Parameter progress: told now and then how many of how many originals are filed.
    /// - Throws: `ArchiveError`, `SystemError` or `ReaderFailure`; the old database is as it was then.
    public func run(progress: (Int, Int) -> Void) throws -> Result {
        let state = StateFolder(configuration.state)
        var result = Result()
        let archive = try Archive.openForRebuild(state: configuration.state)
        try file(sources(of: state.originalHashes(), in: state, &result), in: archive, &result, progress: progress)
        try archive.close()
        let time = Date().formatted(.iso8601.timeSeparator(.omitted).dateSeparator(.omitted))
        result.oldDatabase = try state.putRebuiltInPlace(suffix: time)
        return result
    }

    /// Files the originals of which the database has no row into the database that is there, as they first came in. What was erased stays
    /// out, and so does what is past its term.
    ///
    /// - Parameter progress: told now and then how many of how many originals are filed.
    /// - Throws: `ArchiveError`, `SystemError` or `ReaderFailure`; what was filed until then stays, and the rest can be taken in again.
    public func takeInMissing(progress: (Int, Int) -> Void) throws -> Result {
        let state = StateFolder(configuration.state)
        var result = Result()
        let archive = try Archive.open(state: configuration.state)
        let reader = try ArchiveReader.open(state: configuration.state)
        let missing = try MissingOriginals(in: reader, retention: configuration.retention)
        result.pastTerm = missing.pastTerm
        try file(sources(of: missing.hashes, in: state, &result), in: archive, &result, progress: progress)
        if result.damaged.isEmpty, try reader.lostOriginals().isEmpty { try archive.originalsAreComplete() }
        try archive.close()
        return result
    }

    private func file(
        _ sources: [OriginalReading.Source], in archive: Archive, _ result: inout Result,
        progress: (Int, Int) -> Void
    ) throws {
        let readings = try (0..<configuration.laneCount).map { _ in
            try OriginalReading(configuration, readerProgram: readerProgram)
        }
        defer { for reading in readings { reading.finish() } }
        var next = 0
        while next < sources.count {
            let window = Array(sources[next...].prefix(Self.windowOriginals))
            try file(window, from: next, readings, archive, &result)
            next += window.count
            progress(next, sources.count)
        }
        result.originals = sources.count
    }

    /// Originals in the order of their first deliveries.
    private func sources(
        of hashes: [SHA256Digest], in state: StateFolder, _ result: inout Result
    ) throws -> [OriginalReading.Source] {
        let reader = OriginalReader(state: state)
        var sources: [OriginalReading.Source] = []
        for sha256 in hashes {
            let path = state.path + "/" + OriginalStore.relativePath(of: sha256)
            do throws(ArchiveError) {
                let kept = try reader.keptBytes(of: sha256)
                // One from before facts were kept, or whose end was cut off, still has its bytes.
                let facts =
                    try reader.facts(of: sha256)
                    ?? OriginalFacts(received: 0, inbox: "", path: FileName(sha256.hex), collection: "")
                sources.append(OriginalReading.Source(sha256: sha256, facts: facts, keptBytes: kept))
            } catch {
                result.damaged.append((path, error.cause))
            }
        }
        return sources.sorted {
            ($0.facts.received, $0.place, $0.facts.sequence, $0.sha256.hex) < (
                $1.facts.received, $1.place, $1.facts.sequence, $1.sha256.hex
            )
        }
    }

    private func file(
        _ window: [OriginalReading.Source], from first: Int, _ readings: [OriginalReading], _ archive: Archive,
        _ result: inout Result
    ) throws {
        let read = WindowResults(window.count)
        let nextItem = Atomic(0)
        let shared = Unshared(readings)
        DispatchQueue.concurrentPerform(iterations: readings.count) { lane in
            while true {
                let item = nextItem.add(1, ordering: .relaxed).oldValue
                guard item < window.count else { return }
                guard window[item].keptBytes <= Self.largestInWindow else { continue }
                read.set(
                    item,
                    Swift.Result {
                        var portions: [DeliveryPortion] = []
                        try shared.values[lane].read(window[item], ticket: UInt64(first + item) + 1) {
                            portions.append($0)
                        }
                        return portions
                    })
            }
        }
        for (item, source) in window.enumerated() {
            do {
                if let portions = try read.take(item) {
                    count(try archive.commit(portions), &result)
                } else {
                    var failure: (any Error)?
                    var committed: [CommittedDelivery] = []
                    try readings[0].read(source, ticket: UInt64(first + item) + 1) { portion in
                        guard failure == nil else { return }
                        do { committed += try archive.commit([portion]).filter { $0.outcome != nil } } catch {
                            failure = error
                        }
                    }
                    count(committed, &result)
                    if let failure { throw failure }
                }
            } catch let error as ArchiveError where error.kind == .corrupt && error.path.hasSuffix(".zst") {
                result.damaged.append((error.path, error.cause))
            }
        }
    }

    private func count(_ deliveries: [CommittedDelivery], _ result: inout Result) {
        for delivery in deliveries {
            switch delivery.outcome {
            case .stored: result.stored += 1
            case .duplicate: result.duplicate += 1
            case .rejected where delivery.rejection?.code == .erased: result.erased += 1
            case .rejected: result.rejected += 1
            case nil: break
            }
        }
    }
}

extension OriginalReading.Source {
    /// What stands in for another original comes behind the originals of its moment: where that is still there, it counts.
    fileprivate var place: Int { facts.article == nil ? 0 : 1 }
}

/// What the lanes of one window have read.
private final class WindowResults: Sendable {
    private let items: Mutex<[Swift.Result<[DeliveryPortion], any Error>?]>

    init(_ count: Int) { items = Mutex(Array(repeating: nil, count: count)) }

    func set(_ item: Int, _ result: Swift.Result<[DeliveryPortion], any Error>) { items.withLock { $0[item] = result } }

    /// The portions of an original; nil where it was left for its turn.
    func take(_ item: Int) throws -> [DeliveryPortion]? {
        let result = items.withLock { items in
            defer { items[item] = nil }
            return items[item]
        }
        return try result?.get()
    }
}

/// `@unchecked Sendable`: each value is used by the one iteration with its number.
private struct Unshared<Value>: @unchecked Sendable {
    let values: [Value]
    init(_ values: [Value]) { self.values = values }
}
