import Bytes
import Markup
import NewsModel
import NewsText

extension Format {
    /// The Journal Article Tag Suite (ANSI/NISO Z39.96), in which journals, magazines and digitised papers keep articles.
    static let jats = Format(
        name: "jats", mediaTypes: ["application/jats+xml"], endings: [],
        form: .file(.root, JATSFormat.recognises, .whole(JATSFormat.read)))
}

/// Recognises and reads `Format.jats`.
enum JATSFormat {
    static func recognises(_ sample: FormatSample) -> Bool {
        sample.xmlRoot?.name == "article" && sample.holds("<article-meta")
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        let root = try XMLElement.document(bytes, declared: context.hint.charset)
        try context.article(article(root, limits: context.limits))
    }

    private static func article(_ root: XMLElement, limits: ReadingLimits) throws(ReadingFailure) -> Article {
        var article = Article(format: Format.jats.name)
        let front = root.first("front")
        article.language = root.attribute("lang").flatMap { LanguageGuesser.code($0) }
        article.outlet = front?.first("journal-meta")?.descendant("journal-title")?.line
        if let meta = front?.first("article-meta") { readMeta(meta, &article) }
        var body = BodyBuilder()
        if let deck = article.deck { body.append(.paragraph, deck) }
        if let text = root.first("body") { try append(text, to: &body, limits: limits) }
        (article.body, article.paragraphs) = body.finish()
        article.confidence = 0.95
        return article
    }

    private static func readMeta(_ meta: XMLElement, _ article: inout Article) {
        article.headline = meta.at("title-group", "article-title")?.line
        article.deck = meta.at("title-group", "subtitle")?.line
        for person in meta.descendants
        where person.is("contrib") && person.attribute("contrib-type") ?? "author" == "author" {
            if let name = person.first("name") {
                let parts = [name.first("given-names")?.line, name.first("surname")?.line].compactMap { $0 }
                if !parts.isEmpty { article.authors.append(parts.joined(separator: " ")) }
            } else if let name = person.first("collab")?.line ?? person.first("string-name")?.line {
                article.authors.append(name)
            }
        }
        article.published = meta.all("pub-date").lazy.compactMap(date).first
        article.section = meta.at("article-categories", "subj-group", "subject")?.line
        article.keywords = meta.descendants.filter { $0.is("kwd") }.compactMap(\.line)
        article.url = meta.all("self-uri").lazy.compactMap { $0.attribute("href") }.first { $0.contains("://") }
        article.wire.copyright = meta.at("permissions", "copyright-statement")?.line
        article.wire.guid = meta.all("article-id").first { $0.attribute("pub-id-type") == "doi" }?.line.map {
            "doi:" + $0
        }
    }

    /// A date whose day is known; a year or a month alone gives nil.
    private static func date(_ element: XMLElement) -> NewsTime? {
        func number(_ name: String) -> Int? { element.first(name)?.line.flatMap { Int($0) } }
        if let written = element.attribute("iso-8601-date").flatMap({ NewsTime($0) }) { return written }
        guard let year = number("year"), let month = number("month"), let day = number("day") else { return nil }
        return NewsTime(year: year, month: month, day: day)
    }

    /// Appends headings and paragraphs in order; notes, formulas and what is within a paragraph stay with it.
    private static func append(
        _ text: XMLElement, to body: inout BodyBuilder, limits: ReadingLimits
    ) throws(ReadingFailure) {
        for element in text.descendants where element.is("p") || element.is("title") {
            guard body.count < limits.maximumParagraphs else {
                throw ReadingFailure(.limitExceeded, "The text has more than \(limits.maximumParagraphs) paragraphs.")
            }
            let parent = element.parent?.name ?? ""
            guard parent != "fn", let line = element.line else { continue }
            let kind: Paragraph.Kind =
                switch parent {
                case "list-item": .listItem
                case "disp-quote": .blockQuotation
                case "caption": .caption
                default: element.is("title") ? .heading : .paragraph
                }
            body.append(kind, line)
        }
    }
}
