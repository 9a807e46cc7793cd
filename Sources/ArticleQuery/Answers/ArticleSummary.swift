import NewsModel

/// An article as lists show it: its current version in a few words.
public struct ArticleSummary: Sendable, Hashable {
    /// The stable id.
    public var id: ArticleID
    /// The number of the current version, from 1.
    public var version: Int
    /// The headline, or nil.
    public var headline: String?
    /// The outlet, or nil.
    public var outlet: String?
    /// The authors in the order of the byline.
    public var authors: [String]
    /// When it was published, as precise as the source; or nil.
    public var published: NewsTime?
    /// The language, or nil.
    public var language: String?
    /// The collection.
    public var collection: String
    /// The address, or nil.
    public var url: String?
    /// The shown name of the file that brought the current version.
    public var file: String
    /// The delivery that brought the current version.
    public var delivery: Int64
    /// True when the provider has withdrawn it (cancelled or withheld).
    public var isWithdrawn: Bool
    /// Until when it must not be published, or nil.
    public var embargo: NewsTime?
    /// What lists are sorted by: the published time, else that of the delivery, milliseconds since 1970 UTC.
    public var sortTime: Int64

    package init(
        id: ArticleID, version: Int, headline: String?, outlet: String?, authors: [String], published: NewsTime?,
        language: String?, collection: String, url: String?, file: String, delivery: Int64, isWithdrawn: Bool,
        embargo: NewsTime?, sortTime: Int64
    ) {
        self.id = id
        self.version = version
        self.headline = headline
        self.outlet = outlet
        self.authors = authors
        self.published = published
        self.language = language
        self.collection = collection
        self.url = url
        self.file = file
        self.delivery = delivery
        self.isWithdrawn = isWithdrawn
        self.embargo = embargo
        self.sortTime = sortTime
    }
}

/// A place in a list from which its next page goes on; short text that callers pass back as it is.
public struct PageCursor: Sendable, Hashable, LosslessStringConvertible {
    package let order: Int64
    package let id: Int64

    package init(order: Int64, id: Int64) {
        self.order = order
        self.id = id
    }

    /// A cursor from its text; nil when it is none.
    public init?(_ description: String) {
        let parts = description.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 2, let order = Int64(parts[0], radix: 16), let id = Int64(parts[1], radix: 16)
        else { return nil }
        self.init(order: order, id: id)
    }

    /// The cursor as text.
    public var description: String { String(order, radix: 16) + "_" + String(id, radix: 16) }
}

/// One page of a list.
public struct Page<Item: Sendable>: Sendable {
    /// The items in order.
    public var items: [Item]
    /// Where the next page begins; nil at the end.
    public var next: PageCursor?

    package init(items: [Item], next: PageCursor?) {
        self.items = items
        self.next = next
    }
}
