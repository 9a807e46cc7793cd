import NewsModel

/// An article with all that the archive has of it.
public struct ArticleRecord: Sendable {
    /// The stable id.
    public var id: ArticleID
    /// The collection of the current version's delivery.
    public var collection: String
    /// True when the provider has withdrawn it.
    public var isWithdrawn: Bool
    /// All versions, from the first.
    public var versions: [VersionRecord]
    /// The number of the current version.
    public var currentVersion: Int
    /// What people corrected, tagged and noted, in the order in which they did; every version has it.
    public var corrections: [Correction]
    /// All deliveries that brought it, from the first, copies included.
    public var deliveries: [DeliveryRecord]

    package init(
        id: ArticleID, collection: String, isWithdrawn: Bool, versions: [VersionRecord], currentVersion: Int,
        corrections: [Correction], deliveries: [DeliveryRecord]
    ) {
        self.id = id
        self.collection = collection
        self.isWithdrawn = isWithdrawn
        self.versions = versions
        self.currentVersion = currentVersion
        self.corrections = corrections
        self.deliveries = deliveries
    }

    /// The current version.
    public var current: VersionRecord? { versions.first { $0.number == currentVersion } }
}

/// One version of an article.
public struct VersionRecord: Sendable {
    /// Its number, from 1.
    public var number: Int
    /// The delivery that brought it.
    public var delivery: Int64
    /// The version of the reader's rules that read it.
    public var readerVersion: Int
    /// The article as it was read, with what people corrected.
    public var article: Article

    package init(number: Int, delivery: Int64, readerVersion: Int, article: Article) {
        self.number = number
        self.delivery = delivery
        self.readerVersion = readerVersion
        self.article = article
    }
}

/// What an id, or the beginning of one, stands for.
public enum ArticleLookup: Sendable {
    /// One article.
    case found(ArticleRecord)
    /// No article.
    case none
    /// Several articles; some of them.
    case ambiguous([ArticleID])
}
