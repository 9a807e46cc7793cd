/// A part of the article that a query may be limited to, by what is typed before the colon.
///
/// To search something else by prefix (people, places, stories), give it a case here and a column in the index.
public enum QueryField: String, Sendable, CaseIterable {
    /// The headline.
    case headline
    /// The text, which begins with the standfirst.
    case body
    /// The outlet's name.
    case outlet
    /// The authors' names.
    case author

    /// The field that a word before a colon means, whatever its case; `title` is the headline, `deck` stands in the body.
    init?(typed word: some StringProtocol) {
        switch word.lowercased() {
        case "headline", "title": self = .headline
        case "body", "deck": self = .body
        case "outlet": self = .outlet
        case "author": self = .author
        default: return nil
        }
    }

    /// The column of the full-text table.
    public var column: String { rawValue }
}
