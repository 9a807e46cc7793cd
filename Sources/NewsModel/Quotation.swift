/// Words that an article gives as someone's: what was said, by whom, and how the text says so.
///
/// The terms are those of S. Pareti, "PARC 3.0: A Corpus of Attribution Relations" (2016): content, cue and source.
public struct Quotation: Sendable, Hashable {
    /// How the words are given.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// All of the content stands between quotation marks.
        case direct
        /// Some of the content stands between quotation marks.
        case mixed
        /// The content is told in the article's own words.
        case indirect
    }

    /// How the words are given.
    public var kind: Kind
    /// The parts of the content in the body, in order; several where the cue or a paragraph's end stands between them.
    public var content: [CodePointRange]
    /// The words that report, such as `said` or `according to`; nil where none stand there.
    public var cue: CodePointRange?
    /// The mention of the speaker that stands with the cue, such as `Palti` or `he`; where a quotation goes on without a
    /// cue of its own, the mention that was last. Nil where there is none.
    public var source: CodePointRange?
    /// The speaker's fullest name, such as `Zohar Palti`, or a body that speaks; nil where it is not known.
    public var speaker: String?
    /// The place of the speaker among the article's entities; nil where none of them is the speaker.
    public var entity: Int?
    /// The speaker's title or role as the article gives it, such as `head of the Political-Military Bureau`, or nil.
    public var title: String?
    /// The organisation that the speaker speaks for, as the article gives it, or nil.
    public var organization: String?
    /// How sure the extractor is of content and speaker, 0 to 1.
    public var confidence: Double

    /// A quotation whose speaker is not known yet.
    public init(
        kind: Kind, content: [CodePointRange], cue: CodePointRange? = nil, source: CodePointRange? = nil,
        confidence: Double
    ) {
        self.kind = kind
        self.content = content
        self.cue = cue
        self.source = source
        self.confidence = confidence
    }
}
