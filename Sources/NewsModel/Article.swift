/// One article as it was read, in the terms of IPTC ninjs and schema.org NewsArticle.
///
/// All text is Unicode in normal form C without control characters. Offsets count code points of `body`.
public struct Article: Sendable, Equatable {
    /// The way from the file to this article inside a container, such as `2021/a.warc.gz!#17`; nil for a file that is
    /// one article. Unique within a delivery of several articles.
    public var memberPath: String?
    /// The format it was read from, such as `html`, `text` or `markdown`.
    public var format: String
    /// The canonical address of the article, or nil.
    public var url: String?
    /// When the page was saved from its address, or nil.
    public var retrieved: NewsTime?
    /// The headline; derived from the text where the source has none; nil only where no text lends itself to one.
    public var headline: String?
    /// True when `headline` was derived from the text.
    public var headlineIsDerived: Bool
    /// The standfirst; it stands in the body too.
    public var deck: String?
    /// The byline as it stands in the source, or nil.
    public var byline: String?
    /// Names of authors in natural order; an agency or desk counts when it is the only byline.
    public var authors: [String]
    /// The publication that carried the article, or nil.
    public var outlet: String?
    /// When it was first published, or nil.
    public var published: NewsTime?
    /// When it was last changed, or nil.
    public var modified: NewsTime?
    /// ISO 639-1 code of the language of the text, or nil.
    public var language: String?
    /// The section of the publication, or nil.
    public var section: String?
    /// Keywords as given by the source.
    public var keywords: [String]
    /// The dateline that opens the text, or nil.
    public var dateline: Dateline?
    /// Where the words come from.
    public var credits: [Credit]
    /// The text: paragraphs apart by an empty line, the standfirst once, the headline not.
    public var body: String
    /// The paragraphs of `body` in order, without overlap.
    public var paragraphs: [Paragraph]
    /// The picture that leads the article, or nil.
    public var leadImage: LeadImage?
    /// Links out of the body, in order.
    public var links: [Link]
    /// What a wire format said of the item.
    public var wire: WireFacts
    /// What the article is about.
    public var subjects: [Subject]
    /// True when the source says that only a part is free to read.
    public var isPaywalled: Bool
    /// True when the text is a summary of a fuller article elsewhere, such as a feed's short entry.
    public var isSummary: Bool
    /// The number of words of the body; characters of scripts without spaces count as in `Reading.WordCount`.
    public var wordCount: Int
    /// How sure the reader is that this is the article, 0 to 1.
    public var confidence: Double
    /// Findings of extractors.
    public var annotations: [Annotation]
    /// Whom and what it names, in the order of their first mention.
    public var entities: [Entity]
    /// What it says that others said, in the order of the text.
    public var quotations: [Quotation]

    /// An article with nothing but its format and body known; everything else is set through the properties.
    public init(format: String, body: String = "", paragraphs: [Paragraph] = []) {
        self.format = format
        self.body = body
        self.paragraphs = paragraphs
        headlineIsDerived = false
        authors = []
        keywords = []
        credits = []
        links = []
        wire = WireFacts()
        subjects = []
        isPaywalled = false
        isSummary = false
        wordCount = 0
        confidence = 0
        annotations = []
        entities = []
        quotations = []
    }

    /// The credits as one display string, parts apart by `; `; nil where there is none.
    public var creditLine: String? {
        let parts = credits.filter { $0.kind != .copyright }.map(\.display).filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}
