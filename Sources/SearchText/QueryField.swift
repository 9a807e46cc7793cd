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
    /// The people that it names.
    case person
    /// The organisations that it names.
    case organization
    /// The places that it names.
    case place
    /// Those whose words it quotes.
    case speaker
    /// The tags that people gave it.
    case tag

    /// The field that a word before a colon means, whatever its case; `title` is the headline, `deck` stands in the body.
    init?(typed word: some StringProtocol) {
        switch word.lowercased() {
        case "headline", "title": self = .headline
        case "body", "deck": self = .body
        case "outlet": self = .outlet
        case "author": self = .author
        case "person": self = .person
        case "org", "organization", "organisation": self = .organization
        case "place": self = .place
        case "speaker": self = .speaker
        case "tag": self = .tag
        default: return nil
        }
    }

    /// Whether it holds names of people, organisations and places, which may have been merged.
    public var isOfNames: Bool {
        switch self {
        case .person, .organization, .place, .speaker: true
        case .headline, .body, .outlet, .author, .tag: false
        }
    }

    /// The column of the full-text table.
    public var column: String { rawValue }
}
