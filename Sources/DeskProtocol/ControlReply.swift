import NewsModel

/// What the desk answers; one JSON object on one line.
public enum ControlReply: Codable, Sendable {
    /// It is done, and there is nothing more to say.
    case done
    /// How things stand.
    case status(LiveStatus)
    /// The delivery that came of it.
    case delivery(Delivery)
    /// Whether the full-text index is damaged, and how; nil where it is whole.
    case index(damage: String?)
    /// What came of reading some deliveries again.
    case reread(Reread)
    /// What was erased.
    case erased(Erased)
    /// What was removed because it was past its term.
    case pruned(Pruning)
    /// The configuration on disk is in force, and whether it differs from the one before.
    case reloaded(isChanged: Bool)
    /// Why it was not carried out.
    case failed(ControlFailure)

    /// The end of a delivery that a command had asked for.
    public struct Delivery: Codable, Sendable {
        /// The delivery's number.
        public var id: Int64
        /// How it ended.
        public var outcome: Outcome
        /// The reason code of a rejection.
        public var code: String?
        /// The reason of a rejection.
        public var message: String?
        /// The ids of the articles that were stored.
        public var articles: [String]

        /// The end of a delivery.
        public init(id: Int64, outcome: Outcome, code: String?, message: String?, articles: [String]) {
            self.id = id
            self.outcome = outcome
            self.code = code
            self.message = message
            self.articles = articles
        }
    }

    /// What came of reading some deliveries again.
    public struct Reread: Codable, Sendable {
        /// Deliveries that were read.
        public var deliveries = 0
        /// Versions that are others now.
        public var changed = 0
        /// Versions that came out as they were.
        public var unchanged = 0
        /// Versions that the reader no longer finds; they stay.
        public var notFound = 0
        /// Deliveries that could not be read again, with the reason; their articles stay.
        public var failures: [String] = []
        /// The last delivery that was read; nil when none is left.
        public var last: Int64?

        /// Nothing read yet.
        public init() {}
    }

    /// What was erased.
    public struct Erased: Codable, Sendable {
        /// Versions that are gone.
        public var versions: Int
        /// Originals that are gone.
        public var originals: [String]
        /// Other articles that have no original any more.
        public var neighbours: [String]
        /// Older copies of the database, which hold the article still.
        public var olderCopies: [String]

        /// What was erased.
        public init(versions: Int, originals: [String], neighbours: [String], olderCopies: [String]) {
            self.versions = versions
            self.originals = originals
            self.neighbours = neighbours
            self.olderCopies = olderCopies
        }
    }
}

/// Why the desk did not carry a request out.
public struct ControlFailure: Error, Codable, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of failure.
    public enum Kind: String, Codable, Sendable {
        /// It failed.
        case failed
        /// The same request may succeed later.
        case temporary
        /// There is no such thing as was asked for.
        case unknown
        /// Whoever asked may not.
        case notAllowed
        /// The new configuration has errors; the old one stays in force.
        case refused
    }

    /// What kind of failure it is.
    public var kind: Kind
    /// Why, as one sentence for people.
    public var description: String
    /// What is wrong with the configuration, one line each; empty for other failures.
    public var problems: [String]

    /// A failure.
    public init(_ kind: Kind, _ description: String, problems: [String] = []) {
        self.kind = kind
        self.description = description
        self.problems = problems
    }
}

extension ControlReply {
    /// A request that failed.
    public static func failed(_ kind: ControlFailure.Kind = .failed, _ description: String) -> ControlReply {
        .failed(ControlFailure(kind, description))
    }
}
