import NewsModel

/// A version of an article with what the archive knows of where it comes from.
public struct ExportedArticle: Sendable, Equatable {
    /// The article's stable id.
    public var id: ArticleID
    /// The version's number in the archive, from 1.
    public var version: Int
    /// True for the version that counts.
    public var isCurrent: Bool
    /// True when the provider has withdrawn the article.
    public var isWithdrawn: Bool
    /// The number of the delivery that brought the version.
    public var delivery: Int64
    /// When that delivery came in, milliseconds since 1970 UTC.
    public var delivered: Int64
    /// The collection of that delivery; empty for the inbox itself.
    public var collection: String
    /// The path of the delivered file, relative to its inbox.
    public var file: FileName
    /// The article as it was read.
    public var article: Article
    /// Words that people put on the article.
    public var tags: [String]
    /// What people noted about the article.
    public var notes: [String]

    /// A version of an article.
    public init(
        id: ArticleID, version: Int, isCurrent: Bool, isWithdrawn: Bool, delivery: Int64, delivered: Int64,
        collection: String, file: FileName, article: Article, tags: [String] = [], notes: [String] = []
    ) {
        self.id = id
        self.version = version
        self.isCurrent = isCurrent
        self.isWithdrawn = isWithdrawn
        self.delivery = delivery
        self.delivered = delivered
        self.collection = collection
        self.file = file
        self.article = article
        self.tags = tags
        self.notes = notes
    }
}

extension ExportedArticle {
    /// Where the version stands in the archive and where it comes from.
    var filingMembers: [(String, JSONOutput)] {
        [
            ("id", .text(id.description)), ("version", .integer(version)), ("current", .bool(isCurrent)),
            ("withdrawn", .bool(isWithdrawn)), ("delivery", .integer(delivery)),
            ("delivered", .text(UTCInstant(milliseconds: delivered).description)), ("collection", .text(collection)),
            ("file", .text(file.text)), ("tags", .texts(tags)), ("notes", .texts(notes)),
        ]
    }
}
