import Markup
import NewsModel

/// Whether a page is an article at all: points for and against, each from another kind of evidence.
struct PageVerdict {
    /// At least this many points make an article. Measured on 1,955 pages that are known as articles: 6 fall below it, a
    /// picture's page, an agency's home page and four whose text is not in the page.
    static let needed = 1

    private(set) var points = 0

    init(_ metadata: PageMetadata, linked: JSONValue?, article: Article, scan: PageScan) {
        let letters = Self.letters(of: article.body)
        if linked != nil { points += 2 }
        let type = metadata.first(["og:type"])?.lowercased() ?? ""
        if type.hasSuffix("article") || type == "blog" || type.hasSuffix("post") { points += 2 }
        if type == "website", linked == nil { points -= 1 }
        if article.published != nil { points += 1 }
        if !article.authors.isEmpty { points += 1 }
        points += letters >= 1_500 ? 3 : letters >= 500 ? 2 : letters >= 150 ? 1 : 0
        if letters < 60 { points -= 1 }
        let own = [metadata.first(["og:url"]), metadata.canonical].compactMap { $0 }.compactMap { PageAddress($0) }
        let total = scan.blocks.reduce(0) { $0 + Int($1.linked) }
        // The address of a home page speaks against an article, unless there is a long text with few links around it.
        if !own.isEmpty, own.allSatisfy({ $0.path == "/" }), linked == nil {
            points -= letters >= 1_500 && total < letters * 2 ? 1 : 3
        }
        let lists = ["CollectionPage", "SearchResultsPage", "ItemList", "ProfilePage", "ContactPage", "AboutPage"]
        if linked == nil,
            metadata.linked.objects.contains(where: { $0.depth < 2 && !lists.filter($0.types.contains).isEmpty })
        {
            points -= 2
        }
        if Self.isErrorTitle(metadata.title ?? "") { points -= 4 }
        // Text that is a small part among links to other texts.
        if linked == nil, letters < 300, total > letters * 10, type.isEmpty { points -= 1 }
    }

    private static func letters(of text: String) -> Int {
        var measure = TextWeight.Measure()
        var copy = text
        copy.withUTF8 { TextWeight.add($0, to: &measure) }
        return Int(measure.letters)
    }

    /// True for titles with which servers answer instead of a page: one of their phrases, alone or set off by a sign from the name of
    /// the site. "Report 404" and "404 cows on the road" are headlines.
    static func isErrorTitle(_ title: String) -> Bool {
        let text = title.lowercased()
        if phrases.contains(where: { text.hasPrefix($0) && isSetOff(text.dropFirst($0.count).first { $0 != " " }) }) {
            return true
        }
        return text.utf8.count < 60
            && endings.contains { text.hasSuffix($0) && isSetOff(text.dropLast($0.count).last { $0 != " " }) }
    }

    private static func isSetOff(_ neighbour: Character?) -> Bool {
        neighbour.map { !$0.isLetter && !$0.isNumber } ?? true
    }

    private static let phrases = [
        "404", "404 error", "404 not found", "404 page not found", "error 404", "error 404 not found", "403 forbidden",
        "page not found", "not found", "access denied", "just a moment", "attention required", "error 500", "error 502",
        "error 503",
        "502 bad gateway", "503 service unavailable", "503 service temporarily unavailable",
        "500 internal server error",
    ]
    private static let endings = ["404", "error 404", "404 error", "404 not found", "page not found"]
}
