import Bytes
import Markup
import NewsModel

extension Format {
    /// NewsML-G2 of the IPTC: a news item, a package, or a message that holds several.
    static let newsMLG2 = Format(
        name: "newsml-g2",
        mediaTypes: [
            "application/vnd.iptc.g2.newsitem+xml", "application/vnd.iptc.g2.newsmessage+xml",
            "application/vnd.iptc.g2.packageitem+xml",
        ], endings: [],
        form: .file(.root, NewsMLG2Format.recognises, .whole(NewsMLG2Format.read)))
}

/// Recognises and reads `Format.newsMLG2`.
enum NewsMLG2Format {
    /// The elements that may be a document's root (NewsML-G2 specification 2.35, "Items" and "News Messages").
    private static let roots: Set<String> = [
        "newsitem", "packageitem", "newsmessage", "catalogitem", "conceptitem", "knowledgeitem", "planningitem",
        "hopitem",
    ]

    static func recognises(_ sample: FormatSample) -> Bool {
        guard let root = sample.xmlRoot else { return false }
        if root.namespace.hasPrefix("http://iptc.org/std/nar/") { return true }
        return roots.contains(root.name)
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        let root = try XMLElement.document(bytes, declared: context.hint.charset)
        guard root.name == "newsMessage" else {
            return try context.article(NewsMLG2Reader.item(root).article(limits: context.limits))
        }
        try read(message: root, in: context)
    }

    /// Reads the items of a message: those with text are its articles; pictures and packages go with them.
    private static func read(message: XMLElement, in context: ReadingContext) throws {
        let items = message.all("itemSet").flatMap { Array($0.children) }
        var articles: [(place: Int, article: Article)] = []
        var failures: [(place: Int, failure: ReadingFailure)] = []
        var picture: LeadImage?
        for (place, element) in items.enumerated() {
            do throws(ReadingFailure) {
                articles.append((place, try NewsMLG2Reader.item(element).article(limits: context.limits)))
            } catch {
                picture = picture ?? NewsMLG2Reader.picture(element)
                failures.append((place, error))
            }
        }
        guard let first = articles.first else {
            throw failures.first?.failure ?? ReadingFailure(.noText, "The message holds no item.")
        }
        if articles.count == 1 {
            var article = first.article
            article.leadImage = article.leadImage ?? picture
            return try context.article(article)
        }
        for (place, article) in articles { try context.article(article, member: "#\(place + 1)") }
    }
}
