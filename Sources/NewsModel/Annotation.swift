/// A finding of an extractor about a stretch of the body, open to kinds that are not invented yet.
public struct Annotation: Sendable, Hashable {
    /// What was found, such as `quotation` or `person`; lower case, `_` between words.
    public var kind: String
    /// Where it stands in the body; nil when it is about the whole article.
    public var range: CodePointRange?
    /// How sure the extractor is, 0 to 1.
    public var confidence: Double
    /// The extractor's name.
    public var extractor: String
    /// The extractor's version; findings of an older version are renewed by `reread`.
    public var extractorVersion: Int
    /// Named values of the finding, such as `speaker`.
    public var values: [String: String]

    /// An annotation.
    public init(
        kind: String, range: CodePointRange? = nil, confidence: Double, extractor: String, extractorVersion: Int,
        values: [String: String] = [:]
    ) {
        self.kind = kind
        self.range = range
        self.confidence = confidence
        self.extractor = extractor
        self.extractorVersion = extractorVersion
        self.values = values
    }
}
