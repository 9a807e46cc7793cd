import ArticleQuery
import NewsModel

/// Where in an article its facts stand, and how sure they are.
struct FactOrigins {
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

    /// What is to be known of the headline; nil where it is the one that the article states.
    var headline: String? {
        if let person = corrector(of: .headline) { return "corrected by \(person)" }
        return article.headlineIsDerived ? "made from the text, which has none" : nil
    }

    /// The byline of the text that names an author.
    func place(ofAuthor name: String) -> PageModel {
        let byline = article.annotations.first { each in
            each.kind == "byline" && each.values["authors"]?.contains(name) == true
        }
        guard let byline, let range = byline.range else { return [:] }
        return place(range).merging(["detail": ShownText.percent(byline.confidence)]) { $1 }
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
