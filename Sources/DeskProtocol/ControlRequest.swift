import NewsModel

/// What is asked of the running desk, with all that belongs to it. A descriptor may go along (`add`).
public enum ControlRequest: Codable, Sendable, Equatable {
    /// Which stored deliveries are to be read again.
    public enum Rereading: Codable, Sendable, Equatable {
        /// Those that an older reader has read.
        case outdated
        /// Those that brought the article with this id.
        case article(String)
        /// Those with an article of this format.
        case format(String)
        /// All.
        case all
    }

    /// The live part of `wiredesk status`.
    case status
    /// Read the kept original of a delivery again.
    case retry(delivery: Int64)
    /// Read the kept original of a delivery again and store what it holds though it looks like no article.
    case accept(delivery: Int64)
    /// Take the bytes of the descriptor that goes along as a delivery of this raw name, filed in a collection.
    case add(name: [UInt8], collection: String)
    /// Look for damage inside the full-text index.
    case checkIndex
    /// Save a search under a name.
    case addAlert(name: String, query: String)
    /// Remove a saved search with its hits.
    case removeAlert(name: String)
    /// File the key of a feed of the web interface, which is known by its hash only.
    case addFeedKey(name: String, feed: String, sha256: String)
    /// Note what a person says of an article or a name; the desk fills in who says it and when.
    case correct(Correction)
    /// Read some stored deliveries again and file what they say now; `after` is the last one of the request before, or 0.
    case reread(Rereading, after: Int64)
    /// Remove an article for good, and with `leavesNeighbours` let other articles of the same original stay without it.
    case erase(article: String, leavesNeighbours: Bool)
    /// Compare all originals with their hashes, in the background.
    case verify
    /// Write a missing or damaged original, by the hexadecimal hash of its bytes, again from the kept original of a backup, whose
    /// descriptor goes along.
    case heal(original: String)
    /// Remove what is past its term.
    case prune
    /// Read the configuration again and work by it.
    case reload

    /// Whether it may take long: it reads files or the whole database, or waits for other work.
    public var takesLong: Bool {
        switch self {
        case .status, .verify, .addFeedKey: false
        case .retry, .accept, .add, .checkIndex, .addAlert, .removeAlert, .correct, .reread, .erase, .heal, .prune,
            .reload:
            true
        }
    }

    /// Whether only root and the desk's own user may ask: what changes or removes what was filed.
    public var isForOwners: Bool {
        switch self {
        case .reread, .erase, .heal, .prune: true
        case .status, .retry, .accept, .add, .checkIndex, .addAlert, .removeAlert, .addFeedKey, .correct, .verify,
            .reload:
            false
        }
    }
}

/// A request as it goes over the socket: one JSON object on one line.
public struct ControlMessage: Codable, Sendable, Equatable {
    /// What is asked.
    public var request: ControlRequest
    /// The person for whom the web service asks; believed only from the user of the web service. nil: whoever is connected.
    public var onBehalfOf: String?

    /// A request, of whoever is connected unless somebody is named.
    public init(_ request: ControlRequest, onBehalfOf: String? = nil) {
        self.request = request
        self.onBehalfOf = onBehalfOf
    }

    private enum CodingKeys: String, CodingKey {
        case request
        case onBehalfOf = "on_behalf_of"
    }
}
