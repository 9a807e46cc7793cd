/// A quotation by the places of its words, before the speaker is known.
struct QuotationCandidate {
    /// How the text shows that these are someone's words.
    enum Pattern: String {
        /// A cue and its subject stand beside the marks.
        case attached
        /// A clause with quoted words follows the cue.
        case mixed
        /// Quoted words of a label: called it "…".
        case labelled
        /// A colon leads to the marks, without a verb of reporting.
        case introduced
        /// A quoted sentence after another quotation, without a cue of its own.
        case following
        /// A quoted paragraph right behind one in which somebody spoke.
        case continuing
        /// `NAME:` or `Q:` opens the paragraph.
        case turn
        /// Marks with nothing that tells whose words they are.
        case bare
        /// A clause after a verb of saying with `that`.
        case clauseAfterThat
        /// A clause after a verb of saying.
        case clauseAfterVerb
        /// A clause before a verb of saying.
        case clauseBefore
        /// A statement with `according to`.
        case accordingTo
        /// Who is told to do what, or what is promised: urged them to leave.
        case directive
        /// A clause after a verb of belief.
        case belief
    }

    var pattern: Pattern
    /// The parts of the content, by places of words.
    var content: [Range<Int>]
    /// The words that report.
    var cue: Range<Int>?
    /// The mention of who speaks.
    var source: Range<Int>?
    /// An apposition to the source, or the name to which the source is the apposition.
    var apposition: Range<Int>?
    /// The place among the paragraphs of running text.
    var paragraph: Int
    /// Whether the last part of the content lacks its closing mark.
    var isOpen = false
    /// The place of the candidate before it that has the same speaker; nil where it has its own source.
    var follows: Int?
    /// Whether the cue has no subject of its own, as verbs in Spanish or Polish need none.
    var hasImpliedSubject = false
    /// Whether the reporting clause is negated.
    var isNegated = false
}
