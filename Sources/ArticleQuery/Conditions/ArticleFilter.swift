/// Which articles a search or a list is about; nil takes any.
public struct ArticleFilter: Sendable, Hashable {
    /// The earliest published time, else time of delivery: milliseconds since 1970 UTC, included.
    public var since: Int64?
    /// The latest such time, included.
    public var until: Int64?
    /// A part of the outlet's name, in any case.
    public var outlet: String?
    /// A part of an author's name, in any case.
    public var author: String?
    /// The language, exactly: an ISO 639-1 code.
    public var language: String?
    /// The collection, exactly.
    public var collection: String?
    /// Whether withdrawn and embargoed articles count. Default: all do.
    public var availability: Availability

    /// The story, by its id or a beginning of it that no other story has.
    public var story: String?
    /// What it names and whom it quotes: all of these.
    public var names: [NameCondition]
    /// What else must hold, such as the conditions of a query: all of these.
    public var conditions: [ArticleCondition] = []
    /// True to leave out copies whose best one is taken too.
    public var foldsCopies: Bool

    /// A filter that takes everything unless given.
    public init(
        since: Int64? = nil, until: Int64? = nil, outlet: String? = nil, author: String? = nil,
        language: String? = nil, collection: String? = nil, availability: Availability = .all, story: String? = nil,
        names: [NameCondition] = [], foldsCopies: Bool = false
    ) {
        self.since = since
        self.until = until
        self.outlet = outlet
        self.author = author
        self.language = language
        self.collection = collection
        self.story = story
        self.names = names
        self.foldsCopies = foldsCopies
        self.availability = availability
    }
}
