/// Something about a query that the person who typed it should know.
public enum QueryNote: Sendable, Hashable {
    /// There is no letter or digit to look for.
    case nothingToSearch
    /// Only words to exclude were given; something must be looked for too.
    case onlyExclusions
    /// An exclusion beside `OR` was ignored, since almost every article would match.
    case exclusionInAlternative
    /// The text was longer than the limit, in bytes; the rest was ignored.
    case textCut(bytes: Int)
    /// There were more words than the limit; the rest was ignored.
    case tooManyTerms(limit: Int)
    /// Parentheses were nested deeper than the limit; the inner ones were ignored.
    case tooDeep(limit: Int)
    /// A star after fewer letters than the limit was ignored.
    case prefixTooShort(letters: Int)
    /// No article holds all of these words; those that hold most come first.
    case relaxed([String])
    /// The archive does not have a word, or hardly; these were looked for too.
    case assumed(String, [String])
    /// What stood behind a word such as `since:` means nothing there; it was searched as words.
    case valueNotUnderstood(String)
    /// A word before a colon is no field; both were searched as words.
    case unknownField(String)
    /// A condition such as `story:` stood beside `OR`; it holds for the whole query.
    case conditionInAlternative
    /// A NEAR group had more members than the limit; the rest was ignored.
    case nearCut(limit: Int)
}

extension QueryNote: CustomStringConvertible {
    /// The note as one sentence for people.
    public var description: String {
        switch self {
        case .nothingToSearch: "There is no word to search for."
        case .onlyExclusions: "Only excluded words were given; add one to search for."
        case .exclusionInAlternative: "An excluded word next to OR was ignored; use it outside, as in (a OR b) -c."
        case .textCut(let bytes): "Only the first \(bytes) bytes of the query were read."
        case .tooManyTerms(let limit): "Only the first \(limit) words and phrases were used."
        case .tooDeep(let limit): "Parentheses nested deeper than \(limit) were ignored."
        case .prefixTooShort(let letters):
            "A star needs at least \(letters) letters before it; the word was taken whole."
        case .relaxed(let words):
            "no article holds all of: \(words.joined(separator: ", ")); those that hold most of them come first"
        case .assumed(let typed, let others):
            "\(typed) is hardly here; \(others.joined(separator: ", ")) was looked for too (in quotation marks it is taken as it stands)"
        case .valueNotUnderstood(let typed): "\(typed) is not understood; it was searched as words."
        case .unknownField(let word):
            "\(word): is not a field and was searched as a word; the fields are "
                + (SearchField.all.compactMap(\.typedWords.first) + ConditionField.all.compactMap(\.typedWords.first))
                .joined(separator: ", ")
        case .conditionInAlternative: "A condition next to OR holds for the whole query."
        case .nearCut(let limit): "Only the first \(limit) words of a near() group were used."
        }
    }
}
