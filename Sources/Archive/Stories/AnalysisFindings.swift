import NewsModel

/// What the analysis of some articles found, filed in one transaction.
public struct AnalysisFindings: Sendable {
    /// A relation of an article to one that had its words first.
    public struct Relation: Sendable, Hashable {
        /// The article that repeats, by its number.
        public var article: Int64
        /// The article that had it first.
        public var source: Int64
        /// `copy`, `update` or `excerpt`.
        public var kind: String
        /// The share of the article's text that is the source's, 0 to 1.
        public var share: Double
        /// The share of the source's text that the article has.
        public var sourceShare: Double
        /// How sure it is, 0 to 1.
        public var confidence: Double
        /// The longest common passage in the article's body.
        public var range: CodePointRange
        /// The same passage in the source's body.
        public var sourceRange: CodePointRange

        /// A relation.
        public init(
            article: Int64, source: Int64, kind: String, share: Double, sourceShare: Double, confidence: Double,
            range: CodePointRange, sourceRange: CodePointRange
        ) {
            self.article = article
            self.source = source
            self.kind = kind
            self.share = share
            self.sourceShare = sourceShare
            self.confidence = confidence
            self.range = range
            self.sourceRange = sourceRange
        }
    }

    /// The last version whose relations and stories were looked for; nil where none were.
    public var lastAnalysed: Int64?
    /// The last version that was matched against the saved searches; nil where none was.
    public var lastAlerted: Int64?
    /// Articles that were analysed again, whose former relations are void.
    public var renewed: [Int64] = []
    /// Relations that were found.
    public var relations: [Relation] = []
    /// Articles whose story changed, in order; nil takes an article out of its story.
    public var stories: [(article: Int64, story: Int64?)] = []
    /// Of stories that changed, the article that tells it best, and how sure it is that all of its articles tell of one event, 0 to 1.
    public var judgements: [(story: Int64, lead: Int64, confidence: Double)] = []
    /// Hits of saved searches: the number of the alert and of the article.
    public var alertHits: [(alert: Int64, article: Int64)] = []
    /// When they were found, in milliseconds since 1970.
    public var found: Int64
    /// The version of the method, kept with each relation.
    public var analysisVersion: Int

    /// No findings.
    public init(found: Int64, analysisVersion: Int) {
        self.found = found
        self.analysisVersion = analysisVersion
    }
}
