import Bytes
import Markup
import NewsModel
import NewsText

/// Whether a page is an article at all: points for and against, each from another kind of evidence.
struct PageVerdict {
    /// At least this many points make an article.
    static let needed = 1

    private(set) var points = 0
    /// What speaks against an article, in words, with its weight.
    private var seen: [(weight: Int, what: String)] = []

    /// Letters from which a text is as long as an article; those of a brief; those below which there is next to none.
    private enum Letters {
        static let long = 1_500
        static let middle = 500
        static let brief = 150
        static let scrap = 60
    }

    init(_ metadata: PageMetadata, linked: JSONValue?, article: Article, scan: PageScan, found: BodyFinder.Found) {
        let letters = Self.letters(of: article.body)
        let type = metadata.first(["og:type"])?.lowercased() ?? ""
        let isDated = article.published != nil
        if linked != nil { points += 2 }
        if type.hasSuffix("article") || type == "blog" || type.hasSuffix("post") { points += 2 }
        if type == "website", linked == nil { points -= 1 }
        if isDated { points += 1 }
        if !article.authors.isEmpty { points += 1 }
        points += letters >= Letters.long ? 3 : letters >= Letters.middle ? 2 : letters >= Letters.brief ? 1 : 0
        if letters < Letters.scrap { points -= 1 }
        let total = scan.blocks.reduce(0) { $0 + Int($1.linked) }
        let isText = letters >= Letters.long && total < letters * 2
        judgeAddress(metadata, isArticle: linked != nil, isDated: isDated, isText: isText)
        judgeKind(metadata, type, isArticle: linked != nil, isDated: isDated, isText: isText)
        judgeWords(metadata, article, letters, isDated: isDated)
        judgeLinks(
            found, letters, total, isArticle: linked != nil, isDated: isDated,
            isSigned: isDated || !article.authors.isEmpty)
        // Text that is a small part among links to other texts.
        if linked == nil, letters < 300, total > letters * 10, type.isEmpty {
            against(1, "little text among links")
        }
    }

    /// What was seen instead of an article, in one sentence.
    var reason: String {
        let seen = seen.sorted { $0.weight > $1.weight }.prefix(2).map(\.what)
        return seen.isEmpty
            ? "The page has neither an article's text nor its metadata."
            : "The page is no article: " + seen.joined(separator: ", and ") + "."
    }

    private mutating func against(_ weight: Int, _ what: String) {
        points -= weight
        seen.append((weight, what))
    }

    // MARK: Evidence

    private mutating func judgeAddress(_ metadata: PageMetadata, isArticle: Bool, isDated: Bool, isText: Bool) {
        let stated = [metadata.first(["og:url"]), metadata.canonical].compactMap { $0 }
        let own = stated.compactMap { PageAddress($0) }
        guard !isArticle, let address = own.first else { return }
        // `/?p=31228` is a post.
        if own.allSatisfy({ $0.path == "/" }), !stated.contains(where: { $0.contains("?") }) {
            return against(isText ? 1 : 3, "its address is that of a whole site")
        }
        let parts = address.path.lowercased().split(separator: "/").map(String.init)
        if parts.count == 1, let name = parts.first, Self.listNames.contains(name) {
            return against(3, "its address is that of a list of articles")
        }
        if let part = parts.first(where: { Self.listPaths.contains($0) }) {
            against(isDated ? 1 : 2, "its address is that of a list or a shop (/\(part)/)")
        }
    }

    private mutating func judgeKind(
        _ metadata: PageMetadata, _ type: String, isArticle: Bool, isDated: Bool, isText: Bool
    ) {
        if !isArticle {
            let objects = metadata.linked.objects.filter { $0.depth < 2 }
            if let other = Self.otherTypes.first(where: { other in objects.contains { $0.types.contains(other.type) } })
            {
                against(2, "it calls itself \(other.what)")
            }
            if type.hasPrefix("product") || objects.contains(where: { $0.types.contains("Product") }) {
                against(4, "it offers a product")
            } else if metadata.offers, !isDated {
                against(3, "it offers a product")
            }
            if type == "profile" { against(2, "it calls itself a profile") }
        }
        // A front page that is a page of its own (not the list of posts) with a long text may be one that introduces a journal.
        let isOwnPage = metadata.bodyClasses.contains { $0 == "page" || $0.hasPrefix("page-template") }
        if let kind = Self.kind(ofBody: metadata.bodyClasses), !(isText && isOwnPage) {
            against(isArticle ? 2 : 4, kind)
        }
    }

    /// What publishing programs say of a page in the classes of its body; nil for a single post or page.
    private static func kind(ofBody classes: [Substring]) -> String? {
        if let kind = classes.lazy.compactMap({ programClasses[$0] }).first { return kind }
        guard !classes.contains(where: { $0 == "single" || $0.hasPrefix("single-") || $0.hasPrefix("postid-") }) else {
            return nil
        }
        if classes.contains("error404") { return "it is an error page" }
        if classes.contains("search-results") || classes.contains("search-no-results") {
            return "it is the result of a search"
        }
        let isOfSubject = classes.contains {
            ["category", "tag", "author", "date"].contains($0) || $0.hasPrefix("tax-")
        }
        if classes.contains("archive"), isOfSubject { return "it is a list of articles by subject, author or month" }
        let isWordPress = classes.contains { $0.hasPrefix("wp-") || $0.hasPrefix("page-id-") || $0 == "blog" }
        return classes.contains("home") && isWordPress ? "it is the front page of a site" : nil
    }

    private mutating func judgeWords(
        _ metadata: PageMetadata, _ article: Article, _ letters: Int, isDated: Bool
    ) {
        if Self.isErrorTitle(metadata.title ?? "") { against(4, "its title is that of an error page") }
        guard !isDated, letters < Self.longestWall else { return }
        let text = ((article.headline ?? "") + "\n" + article.body).lowercased()
        if letters < 400, Self.errorPhrases.contains(where: { text.holds($0) }) {
            against(4, "it tells of an error")
        }
        let words = Self.wallWords.count { text.holds($0) }
        if words >= Self.fewestWallWords || letters < Self.shortWall && words >= 3 {
            against(4, "it asks for consent, a subscription or a password")
        }
    }

    /// Links to stories of which a list has many.
    private mutating func judgeLinks(
        _ found: BodyFinder.Found, _ letters: Int, _ linked: Int, isArticle: Bool, isDated: Bool, isSigned: Bool
    ) {
        let blocks = found.scan.blocks(in: found.container).map { found.scan.blocks[$0] }
        let headings = blocks.count { $0.kind == .heading && $0.linkDensity > 0.8 && $0.letters >= 10 }
        let lines = blocks.count {
            $0.kind != .heading && $0.linkDensity > 0.8 && (12...140).contains($0.letters)
                && $0.marks.isDisjoint(with: .unwanted)
        }
        let texts = blocks.count {
            $0.letters >= 120 && $0.linkDensity < 0.3 && $0.marks.isDisjoint(with: .unwanted)
        }
        if !isArticle, let teasers = Self.teasers(found) {
            // A date is that of one of its stories more often than a name is.
            against(isDated || !isSigned ? 4 : 2, "a list of \(teasers) links to stories, each with its first words")
        } else if !isArticle, let entries = Self.datedEntries(found) {
            against(3, "a list of \(entries) links with dates of their own")
        } else if !isArticle, headings >= (letters < Letters.long ? 3 : 6), headings * 2 >= texts {
            // Links below a text that is longer than all of them are its references.
            let isBelow = letters >= Letters.long && linked * 3 < letters
            against(isSigned || isBelow ? 2 : 3, "a list of \(headings) links to stories")
        } else if !isArticle, !isSigned, lines >= 5, lines > texts * 2 {
            against(3, "a list of \(lines) links")
        } else if !isArticle, !isSigned, letters < Letters.long, linked > letters * 2 {
            against(letters < Letters.middle ? 2 : 1, "more links than text")
        }
    }

    /// Stories of a list with their first words; nil where the text is no such list.
    private static let fewestTeasers = 5
    /// The share of a list's running text that stands under its links.
    private static let teaserShare = 0.7
    /// Blocks under a link to a story that are its first words.
    private static let blocksOfTeaser = 2

    /// How many links to stories have nearly all of the body right below them, where no text stands before the first one and most
    /// have some; nil for what is no list. An article with linked crossheads opens with a text of its own.
    private static func teasers(_ found: BodyFinder.Found) -> Int? {
        let kept = Set(found.blocks)
        var links = 0
        var stories = 0
        var below: Int32 = 0
        var other: Int32 = 0
        var left = 0
        for index in found.scan.blocks(in: found.container) {
            let block = found.scan.blocks[index]
            if block.linkDensity > 0.8, block.letters >= 12, block.letters <= 200, block.kind != .listItem,
                block.marks.isDisjoint(with: .unwanted)
            {
                links += 1
                left = blocksOfTeaser
            } else if block.kind == .heading {
                left = 0
            } else if kept.contains(index) {
                if left > 0 { below += block.letters } else { other += block.letters }
                if left == blocksOfTeaser { stories += 1 }
                if links == 0, other >= PageThresholds.briefLetters { return nil }
                left -= 1
            }
        }
        return stories >= fewestTeasers && stories * 2 >= links && Double(below) >= teaserShare * Double(below + other)
            ? stories : nil
    }

    /// Letters of a line of a list with a link and its date.
    private static let longestEntry: Int32 = 200
    /// Lines of first words and other things that may stand between such entries, for each.
    private static let entryShare = 3

    /// How many lines are a link with a date, where no text stands before the first one and little between them; nil for what is no list.
    /// References of an article stand below its text.
    private static func datedEntries(_ found: BodyFinder.Found) -> Int? {
        let kept = Set(found.blocks)
        var entries = 0
        var lines = 0
        var before: Int32 = 0
        for index in found.scan.blocks(in: found.container) {
            let block = found.scan.blocks[index]
            let isEntry =
                block.letters < longestEntry && block.linked >= 12 && block.linkDensity < 1
                && block.marks.isDisjoint(with: .unwanted) && isDated(block, found.scan)
            if isEntry {
                entries += 1
            } else if kept.contains(index) {
                lines += 1
                if entries == 0 { before += block.letters }
                if before >= PageThresholds.briefLetters { return nil }
            }
        }
        return entries >= fewestTeasers && entries * entryShare >= lines ? entries : nil
    }

    private static func isDated(_ block: PageBlock, _ scan: PageScan) -> Bool {
        let text = scan.text(of: block)
        return text.contains(where: ASCII.isDigit) && DateReader.find(in: String(decoding: text, as: UTF8.self)) != nil
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
