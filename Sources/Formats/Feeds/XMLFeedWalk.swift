import Bytes
import Markup
import NewsModel

/// Goes through a feed in XML, event by event: keeps what it says of itself, hands out its entries.
struct XMLFeedWalk {
    private let format: String
    private let context: ReadingContext
    private var feed = FeedFacts()
    private var number = 0

    init(format: String, context: ReadingContext) {
        self.format = format
        self.context = context
    }

    /// Reads to the end.
    ///
    /// - Parameter entry: what an element says; nil for one that is no article.
    /// - Throws: `.noText` for a feed without entries, `.truncated` for one that ends before its first; what the reader throws.
    mutating func run(_ reader: XMLReader, entry: (XMLElement) -> FeedEntry?) throws {
        var elements = 0
        while let event = try reader.next() {
            guard case .open(let tag) = event else { continue }
            switch tag.name.local.lowercased() {
            case "rss", "feed", "rdf", "channel", "items", "entries":
                feed.base = tag.attribute("base", in: .xml) ?? feed.base
                feed.language = feed.language ?? tag.attribute("lang", in: .xml)
            case "item", "entry":
                elements += 1
                let element = try reader.element(tag)
                // The last entry of a feed that was cut off may lack half of its text.
                try read(element, isCut: reader.endedEarly, entry)
            default: take(try reader.element(tag))
            }
        }
        guard elements == 0 else {
            guard number == 0 else { return }
            throw ReadingFailure(.noText, "The feed's \(elements) entries are none of them articles.")
        }
        throw reader.endedEarly
            ? ReadingFailure(.truncated, "The feed ends before its first entry: it was cut off.")
            : ReadingFailure(.noText, "The feed has no entries.")
    }

    private mutating func read(
        _ element: XMLElement, isCut: Bool, _ entry: (XMLElement) -> FeedEntry?
    ) throws {
        // Entries whose end tags are missing stand within one another.
        let nested = element.children.filter { $0.is(element.name, in: element.namespace) }
        if let entry = entry(element) {
            number += 1
            let member = "#\(number)"
            if isCut, nested.isEmpty {
                try context.memberFailed(
                    ReadingFailure(.truncated, "The feed ends within this entry: it was cut off."), member: member)
            } else {
                let article: Article
                do throws(ReadingFailure) {
                    article = try FeedArticle.article(entry, of: feed, as: format, limits: context.limits)
                } catch {
                    try context.memberFailed(error, member: member)
                    return
                }
                try context.article(article, member: member)
            }
        }
        for child in nested { try read(child, isCut: isCut, entry) }
    }

    /// Takes what the feed says of itself.
    private mutating func take(_ element: XMLElement) {
        guard element.namespace != .mediaRSS else { return }
        switch element.name.lowercased() {
        case "title": feed.title = feed.title ?? FeedElements.text(element).flatMap(FeedArticle.line)
        case "link":
            let relation = element.attribute("rel") ?? "alternate"
            guard relation == "alternate", feed.url == nil else { return }
            feed.url = element.attribute("href") ?? element.line
        case "language", "lang": feed.language = feed.language ?? element.line
        case "copyright", "rights": feed.rights = feed.rights ?? element.line
        case "author":
            // WXR lists the site's authors with their logins.
            if let login = element.first("author_login")?.line {
                if let name = element.first("author_display_name")?.line { feed.displayNames[login] = name }
            } else if let name = (element.first("name") ?? element).line,
                element.namespace == .atom || element.first("name") != nil
            {
                feed.authors.append(name)
            }
        default: break
        }
    }
}
