import Markup
import NewsModel
import PageReading

/// Reads an entry of Atom 1.0 (RFC 4287) or 0.3.
enum AtomEntry {
    static func entry(_ element: XMLElement) -> FeedEntry {
        var entry = FeedEntry()
        entry.title = FeedElements.own("title", of: element).flatMap(text)
        entry.summary = FeedElements.own("summary", of: element).flatMap(text)
        let content = FeedElements.own("content", of: element)
        entry.content = content.flatMap(text)
        entry.hasContentElsewhere = content?.attribute("src") != nil
        entry.base = content?.attribute("base", in: .xml) ?? element.attribute("base", in: .xml)
        entry.url =
            element.first("origLink", in: FeedElements.feedBurner)?.line ?? link(element)
            ?? FeedElements.own("id", of: element)?.line.flatMap { PageAddress($0) == nil ? nil : $0 }
        entry.identifier = FeedElements.own("id", of: element)?.line
        entry.authors = element.all("author").compactMap { ($0.first("name") ?? $0).line }
        if entry.authors.isEmpty { entry.authors = FeedElements.lines("creator", of: element, in: .dublinCore) }
        entry.published =
            ["published", "issued", "created"].lazy.compactMap { FeedElements.own($0, of: element)?.line }.first
        entry.modified = ["updated", "modified"].lazy.compactMap { FeedElements.own($0, of: element)?.line }.first
        entry.keywords = element.all("category").compactMap { $0.attribute("label") ?? $0.attribute("term") ?? $0.line }
        entry.language = content?.attribute("lang", in: .xml) ?? element.attribute("lang", in: .xml)
        if let source = FeedElements.own("source", of: element) {
            entry.source = FeedElements.own("title", of: source).flatMap(text).flatMap(FeedArticle.line)
            if entry.authors.isEmpty { entry.authors = source.all("author").compactMap { $0.first("name")?.line } }
        }
        entry.rights = FeedElements.own("rights", of: element)?.line
        entry.image = FeedElements.image(of: element)
        return entry
    }

    /// A text construct (RFC 4287, section 3.1) or content (4.1): text, HTML in text, XHTML, or HTML by its media type.
    private static func text(_ element: XMLElement) -> FeedEntry.Text? {
        let type = (element.attribute("type") ?? "text").lowercased()
        let hasElements = element.children.contains { _ in true }
        if hasElements { return FeedElements.text(element) }
        let bytes = element.textBytes
        guard !bytes.isEmpty, element.attribute("mode") != "base64" else { return nil }
        switch type {
        case "text", "text/plain":
            // Feeds often forget to say that their text is HTML.
            return FeedEntry.Text(
                form: MarkupProbe.hasTags(bytes) && WireMarkup.isMarkup(element.text) ? .html : .plain, bytes: bytes)
        case "html", "xhtml", "text/html", "application/xhtml+xml": return FeedEntry.Text(form: .html, bytes: bytes)
        default: return nil
        }
    }

    /// The link to the page: `alternate`, or without a relation; the one to HTML before others.
    private static func link(_ element: XMLElement) -> String? {
        let links = element.all("link").filter {
            ($0.attribute("rel") ?? "alternate") == "alternate" && $0.attribute("href") != nil
        }
        return (links.first { ($0.attribute("type") ?? "text/html").hasPrefix("text/html") } ?? links.first)?
            .attribute("href")
    }
}
