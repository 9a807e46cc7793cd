import ArticleQuery
import NewsModel

/// Where in an article its facts stand, and how sure they are.
struct FactOrigins {
    /// The extractor of lines that credit somebody (`CreditLine` of the room NewsText).
    private static let creditLines = "credit_lines"
    /// Code points of a byline that are shown beside an author.
    private static let mostOfByline = 120

    private let article: Article
    private let corrections: [Correction]
    private let shownParagraphs: Int

    /// - Parameter shownParagraphs: how many paragraphs the page has apart; what stands behind them cannot be led to.
    init(_ record: ArticleRecord, _ article: Article, shownParagraphs: Int) {
        self.article = article
        self.shownParagraphs = shownParagraphs
        corrections = record.corrections
    }

    /// The id of a paragraph on the page, from 1.
    static func anchor(_ number: Int) -> String { "paragraph-\(number)" }

    /// Who corrected a field last; nil where it is as it was read.
    func corrector(of field: CorrectableField) -> String? {
        corrections.last { $0.kind == .field && $0.field == field.rawValue }?.by
    }

    /// Where the headline comes from.
    var headline: String {
        if let person = corrector(of: .headline) { return "corrected by \(person)" }
        return article.headlineIsDerived ? "made from the text, which has none" : "as the file states it"
    }

    /// The byline that names an author: a line of the text, else what the file states as one.
    func place(ofAuthor name: String) -> PageModel {
        let line = place(ofCredit: "authors", name)
        if !line.isEmpty { return line }
        guard let byline = article.byline, byline.contains(name), byline != name, corrector(of: .authors) == nil else {
            return [:]
        }
        return ["detail": "from the byline “\(ShownText.cut(byline, Self.mostOfByline))”"]
    }

    /// The line of the text (a byline, a copyright, "Updated ...") that states something, and how sure it is one.
    ///
    /// - Parameters:
    ///   - member: what the line states, such as `outlet` or `date`.
    ///   - value: the fact as it is shown.
    func place(ofCredit member: String, _ value: String) -> PageModel {
        let line = article.annotations.first { each in
            each.extractor == Self.creditLines && each.range != nil && each.values[member]?.contains(value) == true
        }
        guard let line, let range = line.range else { return [:] }
        return place(range).merging(["detail": ShownText.percent(line.confidence)]) { $1 }
    }

    /// The paragraph that the dateline opens.
    var placeOfDateline: PageModel {
        guard let dateline = article.dateline, let first = article.paragraphs.first,
            article.body.hasPrefix(dateline.text)
        else { return [:] }
        return place(first.range)
    }

    /// The first credit of the text.
    var placeOfCredits: PageModel { article.credits.compactMap(\.range).first.map { place($0) } ?? [:] }

    /// How often a name is mentioned, and where first.
    func places(of entity: Entity) -> PageModel {
        var detail = ShownText.percent(entity.confidence)
        if entity.mentions.count > 1 { detail += ", \(entity.mentions.count) times" }
        if entity.isInHeadline { detail += ", in the headline" }
        return (entity.mentions.min { $0.start < $1.start }.map { place($0) } ?? [:]).merging(["detail": detail]) { $1 }
    }

    /// A time that the article states and that cannot be, in words; nil when the article states none.
    func unbelieved(_ name: String) -> String? {
        article.annotations.first { $0.kind == "future_time" && $0.values[name] != nil }?.values[name].map {
            "unknown: the article says \($0), which is later than its delivery"
        }
    }

    /// A link to the paragraph in which something stands.
    private func place(_ range: CodePointRange) -> PageModel {
        guard let index = article.paragraphs.firstIndex(where: { $0.range.end > range.start }),
            index < shownParagraphs, shownParagraphs > 1
        else { return [:] }
        return ["place": ["text": "in paragraph \(index + 1)", "href": "#" + Self.anchor(index + 1)] as PageModel]
    }
}
