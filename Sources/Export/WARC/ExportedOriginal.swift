import NewsModel

/// A kept original with what is known of it, to be written as a record of a web archive.
public struct ExportedOriginal: Sendable, Equatable {
    /// The hash of its bytes.
    public var sha256: SHA256Digest
    /// The number of its bytes.
    public var size: Int64
    /// The delivery that brought it.
    public var delivery: Int64
    /// When that delivery came in, milliseconds since 1970 UTC.
    public var delivered: Int64
    /// The collection of that delivery.
    public var collection: String
    /// The path of the delivered file, relative to its inbox.
    public var file: FileName
    /// The address it was saved from; nil where it is unknown or the file holds several articles.
    public var url: String?
    /// When it was saved from there, or nil.
    public var retrieved: NewsTime?
    /// The format it was read as; nil for a file of several articles.
    public var format: String?

    /// The original of a delivery, of which `item` is one article.
    ///
    /// - Parameters:
    ///   - item: an article read from it.
    ///   - sha256: the hash of its bytes.
    ///   - size: the number of its bytes.
    public init(of item: ExportedArticle, sha256: SHA256Digest, size: Int64) {
        self.sha256 = sha256
        self.size = size
        delivery = item.delivery
        delivered = item.delivered
        collection = item.collection
        file = item.file
        // What is said of one member is not said of the file.
        guard item.article.memberPath == nil else { return }
        url = item.article.url
        retrieved = item.article.retrieved
        format = item.article.format
    }
}
