/// One paragraph of a body: what it is and where it stands.
public struct Paragraph: Sendable, Hashable {
    /// What a paragraph is, as an editor would call it.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Running text.
        case paragraph
        /// A subheading (crosshead) within the body.
        case heading
        /// One item of a list.
        case listItem = "list_item"
        /// A block quotation.
        case blockQuotation = "block_quotation"
        /// The caption of a picture, film or table.
        case caption
        /// A pull quote, set apart from the running text.
        case pullQuote = "pull_quote"
        /// A table, one line a row, cells apart by a tab.
        case table
        /// Text whose line breaks and spacing carry meaning, such as code or a poem.
        case preformatted
        /// What the interviewer asks, in an interview that sets questions apart from answers.
        case question
    }

    /// What the paragraph is.
    public var kind: Kind
    /// Where it stands in the body, without the empty lines around it.
    public var range: CodePointRange

    /// A paragraph of a body.
    public init(kind: Kind, range: CodePointRange) {
        self.kind = kind
        self.range = range
    }
}
