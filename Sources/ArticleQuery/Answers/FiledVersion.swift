import NewsModel

/// A version of an article with all that is needed to take it out of the archive.
public struct FiledVersion: Sendable {
    /// The article's stable id.
    public var id: ArticleID
    /// The version.
    public var version: VersionRecord
    /// True for the version that counts.
    public var isCurrent: Bool
    /// True when the provider has withdrawn the article.
    public var isWithdrawn: Bool
    /// The delivery that brought the version.
    public var delivery: DeliveryRecord
    /// The number of the delivery's original, the same for all versions that were read from the same bytes; nil where there
    /// is none. Numbers are small and dense.
    public var original: Int64?
    /// What people said of the article that stands.
    public var corrections: [Correction]

    package init(
        id: ArticleID, version: VersionRecord, isCurrent: Bool, isWithdrawn: Bool, delivery: DeliveryRecord,
        original: Int64?, corrections: [Correction] = []
    ) {
        self.id = id
        self.version = version
        self.isCurrent = isCurrent
        self.isWithdrawn = isWithdrawn
        self.delivery = delivery
        self.original = original
        self.corrections = corrections
    }
}

/// Which versions are taken out of the archive.
public struct ExportSelection: Sendable, Hashable {
    /// Words that the articles must have, as in a search; nil for any article.
    public var query: String?
    /// True when words match only as they stand.
    public var isExact: Bool
    /// Which articles.
    public var filter: ArticleFilter
    /// True for every version of an article, and not only the current one.
    public var includesEarlierVersions: Bool

    /// A selection that takes the current version of every article unless given.
    public init(
        query: String? = nil, isExact: Bool = false, filter: ArticleFilter = ArticleFilter(),
        includesEarlierVersions: Bool = false
    ) {
        self.query = query
        self.isExact = isExact
        self.filter = filter
        self.includesEarlierVersions = includesEarlierVersions
    }
}

/// A part of what is taken out.
public struct ExportPage: Sendable {
    /// Versions in the order in which their articles were filed first; may be empty before the end.
    public var versions: [FiledVersion]
    /// Where the next part begins; nil at the end.
    public var next: ExportCursor?
    /// How much of the archive has been looked at, 0 to 1.
    public var progress: Double
    /// What was left out of the query or taken in another way than it may have been meant.
    public var notes: [String]

    package init(versions: [FiledVersion], next: ExportCursor?, progress: Double, notes: [String]) {
        self.versions = versions
        self.next = next
        self.progress = progress
        self.notes = notes
    }
}

/// A place between two articles in the order of their filing.
public struct ExportCursor: Sendable, Hashable {
    /// The number of the last article that was looked at.
    package let article: Int64
    /// The number of the last version of it that was taken; nil when it is done with.
    package let version: Int64?
    /// The query as the full-text index takes it, so that all parts look for the same words.
    package let match: String?

    package init(article: Int64, version: Int64?, match: String?) {
        self.article = article
        self.version = version
        self.match = match
    }
}
