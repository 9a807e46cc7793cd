import NewsModel
import SeededNumbers

@testable import Bytes
@testable import Formats
@testable import NewsText

/// Articles with random facts, every text in the form in which the desk stores it.
struct RandomArticle {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// Words with all that JSON, HTML and detectors of formats and dates may stumble over.
    private static let words = [
        "harbour", "\"quoted\"", "back\\slash", "<b>", "&amp;", "{", "}", "[1]", "Łódź", "日本語", "שלום", "سلام",
        "e\u{301}",
        "🚢", "👩‍🚒", "RABAT,", "Nov.", "24", "(Reuters)", "-", "By", "Ann", "Lee", "\"@context\"", "jsonfeed.org/version",
        "As", "reported", "by", "of", "The", "Times;", "©", "2024", "\\u0041", "'", "%", "ﬁ", "\u{FFFD}", "null", "---",
        "#",
    ]

    private mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &generator) == 0 }

    private mutating func text(_ most: Int = 8) -> String {
        let count = Int.random(in: 1...most, using: &generator)
        return TextNormalizer.normalized(
            (0..<count).compactMap { _ in Self.words.randomElement(using: &generator) }.joined(separator: " "))
    }

    private mutating func some(_ most: Int = 8) -> String? { chance(3) ? nil : text(most) }

    private mutating func texts() -> [String] {
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in text(3) }
    }

    private mutating func time() -> NewsTime? {
        if chance(4) { return nil }
        let hasTime = !chance(3)
        return NewsTime(
            year: Int.random(in: 1970...2030, using: &generator), month: Int.random(in: 1...12, using: &generator),
            day: Int.random(in: 1...28, using: &generator),
            time: hasTime
                ? .init(
                    hour: Int.random(in: 0...23, using: &generator), minute: Int.random(in: 0...59, using: &generator),
                    second: Int.random(in: 0...59, using: &generator)) : nil,
            offsetMinutes: chance(3) ? nil : [0, 120, -330, 345].randomElement(using: &generator))
    }

    /// The next article.
    mutating func next() -> Article {
        var body = BodyBuilder()
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let kind = Paragraph.Kind.allCases.randomElement(using: &generator) ?? .paragraph
            let separator = kind == .table ? "\t" : "\n  "
            body.append(kind, text(20) + (kind == .table || kind == .preformatted ? separator + text(4) : ""))
        }
        let (text, paragraphs) = body.finish()
        var article = Article(format: Format.ninjs.name, body: text, paragraphs: paragraphs)
        fillFacts(of: &article)
        fillWire(of: &article)
        article.credits = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
            let range = paragraphs.randomElement(using: &generator)?.range
            return Credit(
                kind: Credit.Kind.allCases.randomElement(using: &generator) ?? .source, person: some(2),
                outlet: some(3),
                range: chance(2) ? nil : range)
        }
        article.wordCount = WordCount.count(text.utf8)
        return article
    }

    private mutating func fillFacts(of article: inout Article) {
        article.headline = some()
        article.headlineIsDerived = article.headline != nil && chance(4)
        article.deck = some()
        article.byline = some(4)
        article.authors = texts()
        article.outlet = some(3)
        article.url = chance(2) ? nil : "https://courier.example/żółw?\(UInt32.random(in: 0...9999, using: &generator))"
        article.retrieved = time()
        article.published = time()
        article.modified = time()
        article.language = chance(3) ? nil : ["en", "pl", "ja"].randomElement(using: &generator)
        article.section = some(2)
        article.keywords = texts()
        article.dateline = chance(2) ? nil : Dateline(text: text(3), place: some(1), date: time(), agency: some(1))
        article.leadImage =
            chance(2) ? nil : LeadImage(url: "https://courier.example/a b.jpg", caption: some(), creditLine: some(2))
        article.links = texts().map { Link(url: "https://courier.example/\($0)", text: some(2)) }
        article.isPaywalled = chance(4)
        article.isSummary = chance(4)
        article.confidence = Double.random(in: 0...1, using: &generator)
    }

    private mutating func fillWire(of article: inout Article) {
        article.subjects = texts().map { Subject(scheme: some(1), code: $0, name: some(2)) }
        article.wire = WireFacts(
            guid: chance(2) ? some(2) : "tag:agency.example,2024:7", version: some(1),
            publicationStatus: chance(2) ? nil : WireFacts.PublicationStatus.allCases.randomElement(using: &generator),
            embargo: time(), urgency: chance(2) ? nil : Int.random(in: 1...9, using: &generator), located: some(2),
            copyright: some(3), usageTerms: some(3), editorialNote: some(3), byTitle: some(2))
    }
}
