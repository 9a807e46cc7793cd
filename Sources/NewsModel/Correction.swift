/// What a person says of an article, or takes back.
public struct Correction: Codable, Sendable, Hashable {
    /// What is said.
    public enum Kind: String, Codable, Sendable {
        /// A field of the article has another value.
        case field
        /// The article has a tag.
        case tag
        /// Words about the article.
        case note
        /// A name is that of another person, organisation or place.
        case merge
        /// Somebody else speaks in a quotation of the article, or nobody.
        case speaker
        /// The article does not belong to the story of another.
        case story
        /// An outlet has another name, or all articles of a host are of one outlet.
        case outlet
    }

    /// What is said.
    public var kind: Kind
    /// The article's id; empty for a merge and for the name of an outlet.
    public var article: String
    /// The name of the field (`CorrectableField`), the kind of entity of a merge, what names an outlet (`hostField` or nil), or the words of a
    /// quotation (`key(ofQuotation:)`), or where the article stands in the reading list of a tag; nil for a tag whose articles stand as they
    /// got it, for notes and for stories.
    public var field: String?
    /// The value, the tag, the note, the name of a merge, the outlet or host, the speaker (empty for nobody), or the id of the other article
    /// of a story; nil to take back what a field was corrected to, or the last note.
    public var value: String?
    /// The name that a merged name stands for; the name itself where it is nobody else's, whatever it is like; or that of the outlet.
    public var into: String?
    /// True to take it back.
    public var isUndone: Bool
    /// The user who says so.
    public var by: String
    /// When, in milliseconds since 1970 UTC.
    public var at: Int64

    /// The `field` of an outlet's name that is given to all articles of a host.
    public static let hostField = "host"

    /// Characters by which a quotation is known again.
    private static let largestKey = 1_000

    /// The `field` of a speaker: the quotation's words, as far as they are needed to know it again.
    public static func key(ofQuotation words: String) -> String { String(words.prefix(largestKey)) }

    /// What a person says.
    public init(
        kind: Kind, article: String = "", field: String? = nil, value: String? = nil, into: String? = nil,
        isUndone: Bool = false, by: String = "", at: Int64 = 0
    ) {
        self.kind = kind
        self.article = article
        self.field = field
        self.value = value
        self.into = into
        self.isUndone = isUndone
        self.by = by
        self.at = at
    }
}

/// Why a correction was not made.
public enum CorrectionRefusal: Error, Sendable, Equatable, CustomStringConvertible {
    /// There is no such article.
    case unknownArticle
    /// There is no such person, organisation or place.
    case unknownName(String)
    /// The names of outlets would lead in a circle: the first is named as the second already.
    case outletCircle(String, String)
    /// The article has no such quotation.
    case unknownQuotation
    /// There is nothing of the kind to take back.
    case nothingToUndo
    /// The value cannot be taken, and why.
    case badValue(String)

    /// Why, for people.
    public var description: String {
        switch self {
        case .unknownArticle: "there is no such article"
        case .unknownName(let name): "no name of that kind is \(name) in full; wiredesk who shows the full names"
        case .outletCircle(let first, let second):
            "\(first) is shown as \(second) already; take that back first: wiredesk outlet merge --undo \(first)"
        case .unknownQuotation: "the article has no such quotation; wiredesk quotes ID shows those that it has"
        case .nothingToUndo: "there is nothing of the kind to take back"
        case .badValue(let problem): problem
        }
    }
}
