import Archive
import LinuxSystem
import NewsModel
import Synchronization

/// Counts and times what the desk does, since the program started; any thread may tell it.
final class Meter: Sendable {
    /// A part of a delivery's way.
    enum Stage: String, Sendable, CaseIterable {
        /// Reading the file once and hashing it.
        case capture
        /// Writing the compressed original.
        case keep
        /// The reader process, bytes to articles.
        case read
        /// From the last article to the end of the commit.
        case commit
        /// From taking the file to the end of the commit.
        case total
    }

    /// A stage and the format of what was delivered.
    struct Key: Hashable, Sendable {
        var stage: Stage
        var format: String
    }

    /// Everything that is counted.
    struct Figures: Sendable {
        var deliveries: [Outcome: UInt64] = [.stored: 0, .duplicate: 0, .rejected: 0]
        var rejections: [String: UInt64] = [:]
        var articles: UInt64 = 0
        var bytes: UInt64 = 0
        var readersReplaced: UInt64 = 0
        var failedCommits: UInt64 = 0
        var durations: [Key: Histogram] = [:]
        var startedMilliseconds = SystemClock().wallMilliseconds
    }

    /// The format of deliveries in which no article was found.
    static let noFormat = "none"
    /// Formats and reason codes that are told apart; what a reader says beyond that counts as `other`, so that nothing that is
    /// delivered can make the figures grow.
    static let mostNames = 48

    private let state = Mutex(Figures())

    /// A copy of everything.
    var figures: Figures { state.withLock { $0 } }

    func observe(_ stage: Stage, format: String?, seconds: Double) {
        state.withLock { figures in
            let format = format ?? Self.noFormat
            let isKnown = figures.durations[Key(stage: stage, format: format)] != nil
            let key = Key(
                stage: stage,
                format: isKnown || figures.durations.count < Self.mostNames * Stage.allCases.count ? format : "other")
            figures.durations[key, default: Histogram()].observe(seconds)
        }
    }

    /// A delivery is durable.
    func committed(_ delivery: CommittedDelivery, bytes: Int64) {
        guard let outcome = delivery.outcome else { return }
        state.withLock { figures in
            figures.deliveries[outcome, default: 0] += 1
            figures.articles += UInt64(delivery.articles.count)
            figures.bytes += UInt64(max(0, bytes))
            guard outcome == .rejected, let code = delivery.rejection?.code.rawValue else { return }
            let isKnown = figures.rejections[code] != nil
            figures.rejections[isKnown || figures.rejections.count < Self.mostNames ? code : "other", default: 0] += 1
        }
    }

    func readerWasReplaced() { state.withLock { $0.readersReplaced += 1 } }

    func commitFailed() { state.withLock { $0.failedCommits += 1 } }
}

/// When a delivery began and when its last articles went to the writer, in monotonic nanoseconds, and its format.
struct DeliveryTiming: Sendable {
    var begun: UInt64
    var handedOver: UInt64
    var format: String?
}
