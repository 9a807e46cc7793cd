import Bytes
import Markup
import NewsModel
import NewsText

/// When the article was published and last changed.
struct DateChoice {
    private(set) var published: NewsTime?
    private(set) var modified: NewsTime?

    init(_ metadata: PageMetadata, linked: JSONValue?, scan: PageScan, url: String?, language: String?) {
        let tree = scan.tree
        func read(_ text: String?) -> NewsTime? {
            guard let text = text?.foldedSpace, !text.isEmpty, text.utf8.count < 100 else { return nil }
            let found = NewsTime(text) ?? DateReader.read(text, language: language)
            return found.flatMap { Self.isPlausible($0) ? $0 : nil }
        }
        func microdata(_ name: String) -> NewsTime? {
            for property in metadata.properties where property.name == name {
                let value =
                    tree.value(.content, of: property.node) ?? tree.value(.datetime, of: property.node)
                    ?? tree.foldedText(of: property.node)
                if let found = read(value) { return found }
            }
            return nil
        }
        func meta(_ names: [String]) -> NewsTime? {
            for name in names { for content in metadata.all(name) { if let found = read(content) { return found } } }
            return nil
        }
        let webPage = metadata.linked.all("WebPage").first
        published =
            read(linked?["datePublished"]?.text) ?? meta(Self.publishedNames) ?? microdata("datePublished")
            ?? read(linked?["dateCreated"]?.text) ?? read(webPage?["datePublished"]?.text)
        modified =
            read(linked?["dateModified"]?.text) ?? meta(Self.modifiedNames) ?? microdata("dateModified")
            ?? read(webPage?["dateModified"]?.text)
        if published == nil {
            let named = metadata.meta.first { entry in
                entry.name.utf8.count < 60 && entry.name.holds("publi") && !entry.name.holds("publisher")
                    && read(entry.content) != nil
            }
            published = read(named?.content)
        }
        if published == nil { published = Self.inTimes(metadata, tree, read) }
        if published == nil { published = Self.inAddress(url) }
        if published == nil { published = Self.visible(scan, language) }
        if published == nil { published = modified }
    }

    private static let publishedNames = [
        "article:published_time", "og:article:published_time", "article:published", "og:published_time",
        "datepublished", "parsely-pub-date", "sailthru.date",
        "pubdate", "publishdate", "publish-date", "publish_date", "published_time", "publication_date",
        "dc.date.issued", "dcterms.date",
        "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "date.release", "rnews:datepublished",
        "article.published", "bt:pubdate", "cxenseparse:recs:publishtime", "cse:publishtime",
        "citation_publication_date",
        "article_date_original", "originalpublicationdate", "release_date", "date", "displaydate", "created",
        "vr:published_time", "ptime", "lastpublished", "og:pubdate", "pub_date", "published-date", "date_published",
        "article:post_date", "timestamp",
    ]
    private static let modifiedNames = [
        "article:modified_time", "og:updated_time", "article:modified", "datemodified", "last-modified", "lastmod",
        "dcterms.modified", "dc.date.modified", "og:modified_time", "revision_date", "modified",
    ]

    /// News that can be on the web.
    private static func isPlausible(_ time: NewsTime) -> Bool { time.year >= 1990 && time.year <= 2100 }

    private static func inTimes(_ metadata: PageMetadata, _ tree: HTMLTree, _ read: (String?) -> NewsTime?) -> NewsTime?
    {
        for node in metadata.times {
            if let found = read(tree.value(.datetime, of: node)) ?? read(tree.foldedText(of: node)) { return found }
        }
        return nil
    }

    /// `/2024/05/03/` or `/2024-05-03` in an address.
    static func inAddress(_ url: String?) -> NewsTime? {
        guard let url else { return nil }
        let numbers = url.utf8.split { !ASCII.isDigit($0) }.map { String(Substring($0)) }
        for index in numbers.indices {
            if numbers[index].utf8.count == 8, numbers[index].hasPrefix("20"), let found = NewsTime(numbers[index]),
                isPlausible(found)
            {
                return found
            }
            guard index + 2 < numbers.count, numbers[index].utf8.count == 4, numbers[index + 1].utf8.count <= 2,
                numbers[index + 2].utf8.count <= 2,
                let year = Int(numbers[index]), let month = Int(numbers[index + 1]), let day = Int(numbers[index + 2])
            else { continue }
            if let found = NewsTime(year: year, month: month, day: day), isPlausible(found) { return found }
        }
        return nil
    }

    /// A date in a short block: near the headline first, then in what is marked as a byline, then anywhere.
    private static func visible(_ scan: PageScan, _ language: String?) -> NewsTime? {
        let other: PageMarks = [.comments, .related, .footer, .navigation]
        let headline = scan.blocks.firstIndex { $0.marks.contains(.headline) && $0.kind == .heading } ?? 0
        let near = max(0, headline - 6)..<min(scan.blocks.count, headline + 20)
        for index in Array(near) + Array(scan.blocks.indices) {
            let block = scan.blocks[index]
            let isMarked = block.marks.contains(.byline) || block.marks.contains(.time)
            guard block.letters > 5, block.letters < (isMarked ? 150 : 60), block.marks.isDisjoint(with: other),
                near.contains(index) || !block.marks.contains(.sidebar) || isMarked
            else { continue }
            let text = scan.text(of: block)
            guard text.contains(where: ASCII.isDigit) else { continue }
            if let found = DateReader.find(in: String(decoding: text, as: UTF8.self), language: language),
                isPlausible(found)
            {
                return found
            }
        }
        return nil
    }
}
