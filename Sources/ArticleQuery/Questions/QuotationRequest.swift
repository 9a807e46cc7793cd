/// Which quotations are wanted.
public struct QuotationRequest: Sendable, Hashable {
    /// Words of the speaker's name, one behind the other; nil for anyone.
    public var speaker: String?
    /// A part of the organisation's name, in any case.
    public var organization: String?
    /// Words that the quotation has, in any inflected form.
    public var about: String?
    /// Which articles.
    public var filter: ArticleFilter
    /// True for quotations of low confidence too.
    public var includesUncertain: Bool
    /// The number of quotations on a page; 20 unless given.
    public var limit: Int
    /// Where the page begins; nil for the first.
    public var cursor: PageCursor?

    /// A request for all quotations unless limited.
    public init(
        speaker: String? = nil, organization: String? = nil, about: String? = nil,
        filter: ArticleFilter = ArticleFilter(), includesUncertain: Bool = false, limit: Int = 20,
        cursor: PageCursor? = nil
    ) {
        self.speaker = speaker
        self.organization = organization
        self.about = about
        self.filter = filter
        self.includesUncertain = includesUncertain
        self.limit = limit
        self.cursor = cursor
    }
}
