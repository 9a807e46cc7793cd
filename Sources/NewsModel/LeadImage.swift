/// The picture that leads an article.
public struct LeadImage: Sendable, Hashable {
    /// Its absolute address.
    public var url: String
    /// Its caption, or nil.
    public var caption: String?
    /// Its credit line, or nil.
    public var creditLine: String?

    /// A lead image.
    public init(url: String, caption: String? = nil, creditLine: String? = nil) {
        self.url = url
        self.caption = caption
        self.creditLine = creditLine
    }
}
