/// What a wire format says of an item beyond its words, in the terms of IPTC ninjs and NewsML-G2.
public struct WireFacts: Sendable, Hashable {
    /// Whether an item may be used.
    public enum PublicationStatus: String, Sendable, Hashable, CaseIterable {
        /// It may be used (subject to the embargo).
        case usable
        /// It is withheld until further notice.
        case withheld
        /// It was cancelled: a kill notice.
        case cancelled
    }

    /// The item's globally unique id, the same over its versions; nil where none is given.
    public var guid: String?
    /// The provider's version, such as `3`; nil where none is given.
    public var version: String?
    /// Whether the item may be used; nil where it is not said.
    public var publicationStatus: PublicationStatus?
    /// Until when the item must not be published; nil for none.
    public var embargo: NewsTime?
    /// 1 (most urgent) to 9; nil where none is given.
    public var urgency: Int?
    /// Where the item was written, as delivered.
    public var located: String?
    /// The copyright notice.
    public var copyright: String?
    /// The terms of use.
    public var usageTerms: String?
    /// A note to editors, such as that of a correction.
    public var editorialNote: String?
    /// The author's title or office ("by-title").
    public var byTitle: String?

    /// Facts of an item, all unknown unless given.
    public init(
        guid: String? = nil, version: String? = nil, publicationStatus: PublicationStatus? = nil,
        embargo: NewsTime? = nil, urgency: Int? = nil, located: String? = nil, copyright: String? = nil,
        usageTerms: String? = nil, editorialNote: String? = nil, byTitle: String? = nil
    ) {
        self.guid = guid
        self.version = version
        self.publicationStatus = publicationStatus
        self.embargo = embargo
        self.urgency = urgency
        self.located = located
        self.copyright = copyright
        self.usageTerms = usageTerms
        self.editorialNote = editorialNote
        self.byTitle = byTitle
    }
}
