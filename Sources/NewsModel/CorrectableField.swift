/// What of an article a person may correct.
public enum CorrectableField: String, Sendable, Codable, CaseIterable {
    /// The headline.
    case headline
    /// The standfirst as it is shown beside the text; the text itself stays.
    case deck
    /// The byline.
    case byline
    /// The authors' names, apart by `;`.
    case authors
    /// The publication.
    case outlet
    /// When it was published: ISO 8601, as precise as it is known.
    case published
    /// When it was last changed, likewise.
    case modified
    /// The language: an ISO 639-1 code.
    case language
    /// The section.
    case section
    /// Keywords, apart by `;`.
    case keywords
    /// The address.
    case url
    /// Whether the article is withdrawn, whatever its provider or others say: `yes` or `no`.
    case withdrawn

    /// The most bytes of a value: a headline or a list of names is never longer.
    public static let largestValue = 4_096

    /// The values of `withdrawn`.
    package static let withdrawnValues = [true: "yes", false: "no"]

    /// Why a value is refused; nil when it is fine.
    public func problem(with value: String) -> String? {
        if value.isEmpty { return "a value is wanted" }
        if value.utf8.count > Self.largestValue { return "it is longer than \(Self.largestValue) bytes" }
        if value.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) {
            return "it has control characters"
        }
        switch self {
        case .published, .modified:
            return NewsTime(value) == nil
                ? "this is not a time; write 2024-05-03, 2024-05-03T14:05:00 or 2024-05-03T14:05:00+02:00" : nil
        case .language:
            let isCode = value.utf8.count == 2 && value.utf8.allSatisfy { (97...122).contains($0) }
            return isCode ? nil : "this is not a code of two lower-case letters (ISO 639-1)"
        case .withdrawn: return Self.withdrawnValues.values.contains(value) ? nil : "it is yes or no"
        case .authors, .keywords:
            return Self.list(value).isEmpty ? "it has no name" : nil
        default: return nil
        }
    }

    /// Puts a value in the place of what was extracted.
    package func apply(_ value: String, to article: inout Article) {
        switch self {
        case .headline:
            article.headline = value
            article.headlineIsDerived = false
        case .deck: article.deck = value
        case .byline: article.byline = value
        case .authors: article.authors = Self.list(value)
        case .outlet: article.outlet = value
        case .published: article.published = NewsTime(value) ?? article.published
        case .modified: article.modified = NewsTime(value) ?? article.modified
        case .language: article.language = value
        case .section: article.section = value
        case .keywords: article.keywords = Self.list(value)
        case .url: article.url = value
        // What the provider said of its copy stays; what follows from it is the archive's.
        case .withdrawn: break
        }
    }

    package static func list(_ value: String) -> [String] {
        value.split(separator: ";").map { part in
            var name = part
            while name.first?.isWhitespace == true { name.removeFirst() }
            while name.last?.isWhitespace == true { name.removeLast() }
            return String(name)
        }.filter { !$0.isEmpty }
    }
}
