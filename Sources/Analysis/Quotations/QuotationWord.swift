/// One word or mark of a text, as the rules for quotations see it.
struct QuotationWord {
    /// What it is.
    enum Kind: UInt8 {
        /// A run of letters and digits, with apostrophes, hyphens and full stops inside.
        case word
        /// Any single mark that is no quotation mark.
        case mark
        /// A mark that may open or close a quotation.
        case quotationMark
    }

    /// The code point at which it starts.
    var start: Int
    /// The code point after it.
    var end: Int
    /// What it is.
    var kind: Kind
    /// In lower case, with straight apostrophes and without the genitive; the mark itself for marks.
    var text: String
    /// What the language's lexicon says of it.
    var roles: WordRole
    /// Whether it starts with a capital letter.
    var isCapital: Bool
    /// Whether white space or nothing stands before it.
    var isAfterSpace: Bool
    /// Whether it ends in a genitive `'s`.
    var isGenitive: Bool
    /// The number of the quoted span that it stands in, or -1.
    var span: Int

    /// Whether it is a given mark.
    func `is`(_ mark: String) -> Bool { kind == .mark && text == mark }
    /// Whether it ends a sentence by itself.
    var endsSentence: Bool { kind == .mark && (text == "." || text == "?" || text == "!" || text == "…") }
}
