import Markup
import NewsModel
import PageReading

/// Reads an item of RSS in any of its versions, with the modules content, Dublin Core, Media RSS and the elements of Atom that
/// feeds borrow.
enum RSSItem {
    static func entry(_ item: XMLElement) -> FeedEntry {
        var entry = FeedEntry()
        entry.title =
            (FeedElements.own("title", of: item) ?? item.first("title", in: .dublinCore)
            ?? item.descendant("title", in: .mediaRSS)).flatMap(FeedElements.text)
        entry.summary =
            (FeedElements.own("description", of: item) ?? item.first("summary", in: .atom)
            ?? item.first("summary", in: FeedElements.itunes) ?? item.first("description", in: .dublinCore)
            ?? item.descendant("description", in: .mediaRSS))
            .flatMap(FeedElements.text)
        entry.content =
            (item.first("encoded", in: .rssContent) ?? item.first("content", in: .atom) ?? item.first(
                "body", in: .xhtml)
            ?? item.first("fulltext") ?? item.first("full-text"))
            .flatMap(FeedElements.text)
        let guid = FeedElements.own("guid", of: item)
        let guidText = guid?.line
        let isPermanent = guid?.attribute("isPermaLink")?.lowercased() != "false"
        entry.url =
            item.first("origLink", in: FeedElements.feedBurner)?.line ?? link(item)
            ?? (isPermanent ? guidText.flatMap { PageAddress($0) == nil ? nil : $0 } : nil)
            ?? item.attribute("about", in: .rdf)
        entry.identifier = guidText ?? item.first("id", in: .atom)?.line
        entry.base = item.attribute("base", in: .xml)
        entry.authors = authors(item)
        entry.published =
            FeedElements.own("pubDate", of: item)?.line ?? item.first("date", in: .dublinCore)?.line
            ?? ["issued", "created", "date"].lazy.compactMap { item.first($0, in: .dublinCoreTerms)?.line }.first
            ?? item.first("published", in: .atom)?.line ?? FeedElements.own("pubdate", of: item)?.line
        entry.modified = item.first("modified", in: .dublinCoreTerms)?.line ?? item.first("updated", in: .atom)?.line
        entry.keywords =
            item.descendants.filter { $0.is("category", in: item.namespace) }.compactMap(\.line)
            + FeedElements.lines("subject", of: item, in: .dublinCore)
            + (item.first("keywords", in: .mediaRSS)?.line ?? "").split(separator: ",").map(String.init)
        entry.language = item.first("language", in: .dublinCore)?.line ?? item.attribute("lang", in: .xml)
        entry.source = FeedElements.own("source", of: item)?.line
        entry.rights = item.first("rights", in: .dublinCore)?.line ?? FeedElements.own("copyright", of: item)?.line
        entry.image = FeedElements.image(of: item)
        return entry
    }

    /// The first link with an address; those of Atom only where they lead to the page.
    private static func link(_ item: XMLElement) -> String? {
        for link in item.all("link") {
            if let href = link.attribute("href") {
                if (link.attribute("rel") ?? "alternate") == "alternate" { return href }
            } else if let line = link.line {
                return line
            }
        }
        return nil
    }

    private static func authors(_ item: XMLElement) -> [String] {
        for names in [
            FeedElements.lines("creator", of: item, in: .dublinCore),
            item.all("author", in: .atom).compactMap { $0.first("name")?.line },
            item.all("author", in: item.namespace).compactMap(\.line), FeedElements.lines("author", of: item),
        ] where !names.isEmpty {
            return names
        }
        return []
    }
}
