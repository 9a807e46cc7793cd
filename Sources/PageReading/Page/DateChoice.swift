import Bytes
import Markup
import NewsModel
import NewsText

/// When the article was published and last changed.
struct DateChoice {
    private(set) var published: NewsTime?
    private(set) var modified: NewsTime?
    /// Other dates that the page tells, with where they stand; for an explanation.
    private(set) var others: [(source: String, time: NewsTime)] = []
    private var source: Source?

    /// - Parameter compares: true to look for all dates, for an explanation; false by default.
    init(
        _ metadata: PageMetadata, linked: JSONValue?, scan: PageScan, url: String?, language: String?,
        headline: String?,
        foreign: ForeignParts, compares: Bool = false
    ) {
        let reader = PageDateReader(language: Self.regional(language, metadata), url: url)
        let tree = scan.tree
        func read(_ text: String?) -> NewsTime? {
            guard let text = text?.foldedSpace, !text.isEmpty, text.utf8.count < 100 else { return nil }
            let found = NewsTime(text) ?? reader.read(text)
            return found.flatMap { Self.isPlausible($0) ? $0 : nil }
        }
        func microdata(_ name: String) -> NewsTime? {
            for property in metadata.properties where property.name == name && !foreign.holds(property.node) {
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
        modified =
            read(linked?["dateModified"]?.text) ?? meta(Self.modifiedNames) ?? microdata("dateModified")
            ?? read(webPage?["dateModified"]?.text)
        let place = Self.headlineBlock(scan, headline)
        // What the headline stands in belongs to the article, whatever it is called: a header, a banner.
        let elsewhere = Self.elsewhere.subtracting(place.map { scan.blocks[$0].marks } ?? [])
        for source in Source.allCases {
            let found: NewsTime? =
                switch source {
                case .linkedData: read(linked?["datePublished"]?.text)
                case .metadata: meta(Self.publishedNames)
                case .microdata: microdata("datePublished")
                case .creation: read(linked?["dateCreated"]?.text)
                case .linkedPage: read(webPage?["datePublished"]?.text)
                case .otherMetadata: read(Self.namedPublication(metadata, read))
                case .besideHeadline: besideHeadline(scan, place, elsewhere, foreign, reader, read)
                case .address: Self.inAddress(url)
                case .time: Self.inTimes(metadata, scan, elsewhere, foreign, read)
                case .line: Self.visible(scan, foreign, reader)
                case .footer: Self.inOwnFooter(metadata, scan, read)
                case .modified: modified
                }
            guard let found else { continue }
            if published == nil {
                (published, self.source) = (found, source)
            } else {
                others.append((source.rawValue, found))
            }
            if !compares { break }
        }
    }

    /// Where dates stand, in the order of trust.
    private enum Source: String, CaseIterable {
        case linkedData = "linked data"
        case metadata
        case microdata
        case creation = "the day of creation in linked data"
        case linkedPage = "linked data of the page"
        case otherMetadata = "metadata of another name"
        case besideHeadline = "a line beside the headline"
        case address = "the address"
        case time = "an element time"
        case line = "a short line"
        case footer = "the article's own footer"
        case modified = "the last change"
    }

    /// What the date was taken from.
    var evidence: FieldEvidence { FieldEvidence(field: .date, kind: source?.rawValue ?? "nothing") }

    /// The content of a `meta` whose name speaks of publication, or nil.
    private static func namedPublication(_ metadata: PageMetadata, _ read: (String?) -> NewsTime?) -> String? {
        metadata.meta.first { entry in
            entry.name.utf8.count < 60 && entry.name.holds("publi") && !entry.name.holds("publisher")
                && read(entry.content) != nil
        }?.content
    }

    /// The date beside the headline; takes that of the last change from there where none is known.
    private mutating func besideHeadline(
        _ scan: PageScan, _ place: Int?, _ elsewhere: PageMarks, _ foreign: ForeignParts, _ reader: PageDateReader,
        _ read: (String?) -> NewsTime?
    ) -> NewsTime? {
        let shown = Self.besideHeadline(scan, place, elsewhere, foreign, reader, read)
        modified = modified ?? shown.modified
        return shown.published
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

    /// The language with the region that the page tells, which decides between day and month: `en` as `en-US`.
    private static func regional(_ language: String?, _ metadata: PageMetadata) -> String? {
        guard let language else { return metadata.language }
        for tag in [metadata.language, metadata.first(["og:locale"])].compactMap({ $0 }) {
            let parts = tag.split { $0 == "-" || $0 == "_" }
            if parts.count > 1, parts[0].lowercased() == language { return tag }
        }
        return language
    }

    /// Parts of a page whose dates are those of something else.
    private static let elsewhere: PageMarks = [.comments, .related, .footer, .navigation, .sidebar, .header, .promo]

    /// An element `time` that is in no part of the page whose dates are those of something else.
    private static func inTimes(
        _ metadata: PageMetadata, _ scan: PageScan, _ elsewhere: PageMarks, _ foreign: ForeignParts,
        _ read: (String?) -> NewsTime?
    ) -> NewsTime? {
        let tree = scan.tree
        for node in metadata.times where scan.marks[node].isDisjoint(with: elsewhere) && !foreign.holds(node) {
            if let found = read(tree.value(.datetime, of: node)) ?? read(tree.foldedText(of: node)) { return found }
        }
        return nil
    }

    /// The only `time` in the footer or header of the page's only `article`, which is the article's own and not the page's.
    private static func inOwnFooter(
        _ metadata: PageMetadata, _ scan: PageScan, _ read: (String?) -> NewsTime?
    ) -> NewsTime? {
        let tree = scan.tree
        let articles = tree.nodes.indices.filter { tree.nodes[$0].tag == .article }
        guard articles.count == 1, let article = articles.first else { return nil }
        let times = metadata.times.filter {
            tree.descendants(of: article).contains($0)
                && scan.marks[$0].isDisjoint(with: elsewhere.subtracting([.header, .footer]))
        }
        guard times.count == 1, let node = times.first else { return nil }
        return read(tree.value(.datetime, of: node)) ?? read(tree.foldedText(of: node))
    }

    /// Blocks under the headline, and above it, among which its date stands.
    private static let blocksBelow = 10
    private static let blocksAbove = 4
    /// Letters of a line with a date.
    private static let longestLine: Int32 = 90

    private static let publishedWords = [
        "published", "posted", "veröffentlicht", "erstellt", "publié", "publicad", "pubblicat", "opublikowan",
        "опубликован",
        "gepubliceerd", "publicerad", "first published", "created",
    ]
    private static let updatedWords = [
        "updated", "aktualisiert", "mis à jour", "actualizad", "atualizad", "aggiornat", "zaktualizowan",
        "aktualizacja", "обновлен",
        "modified", "geändert", "bijgewerkt", "uppdaterad", "last reviewed",
    ]

    /// The date that stands beside the headline, which outranks any other on the page. A line that is a date, or says what the date is,
    /// comes before one that holds a date among other words: below a book's title stands when the book came out.
    private static func besideHeadline(
        _ scan: PageScan, _ place: Int?, _ elsewhere: PageMarks, _ foreign: ForeignParts, _ reader: PageDateReader,
        _ read: (String?) -> NewsTime?
    ) -> (published: NewsTime?, modified: NewsTime?) {
        guard let place else { return (nil, nil) }
        let below = place + 1..<min(scan.blocks.count, place + 1 + blocksBelow)
        let above = (max(0, place - blocksAbove)..<place).reversed()
        var modified: NewsTime?
        var passing: NewsTime?
        // What stands above the headline is nearer than what stands below the text.
        let text =
            below.first { scan.blocks[$0].letters >= longestLine && scan.blocks[$0].isRunningText } ?? below.upperBound
        for index in Array(below.lowerBound..<text) + above + Array(text..<below.upperBound) {
            let block = scan.blocks[index]
            guard block.letters < longestLine, block.marks.isDisjoint(with: elsewhere),
                !foreign.holds(Int(block.first))
            else { continue }
            let text = scan.string(of: block)
            let (published, changed) = dates(in: text, reader)
            modified = modified ?? changed
            guard let published else { continue }
            let found = stamped(block, published, scan, read)
            if isStatement(text, block) { return (found, modified) }
            passing = passing ?? found
        }
        return (passing, modified)
    }

    /// Letters of a line that is a date and little more, such as a weekday or a time.
    private static let shortestLine: Int32 = 32

    /// Whether a line with a date is about that date: it is marked so, begins with it or with a word of publication, or holds no other words.
    private static func isStatement(_ text: String, _ block: PageBlock) -> Bool {
        if block.marks.contains(.byline) || block.marks.contains(.time) { return true }
        let lowered = text.lowercased()
        if (publishedWords + updatedWords).contains(where: { lowered.contains($0) }) { return true }
        if text.first?.isNumber == true { return true }
        // "Erscheinungsdatum: 3.5.2024" tells the date of something else.
        let isLabelled = zip(text, text.dropFirst()).contains { $0.isLetter && ($1 == ":" || $1 == "：") }
        return block.letters < shortestLine && !isLabelled
    }

    /// The time of an element `time` in the block where it is of the same day: it is more exact than what is shown.
    private static func stamped(
        _ block: PageBlock, _ shown: NewsTime, _ scan: PageScan, _ read: (String?) -> NewsTime?
    ) -> NewsTime {
        let tree = scan.tree
        for node in max(1, Int(block.first) - 2)..<Int(block.end) where tree.nodes[node].tag == .time {
            if let time = read(tree.value(.datetime, of: node)),
                (time.year, time.month, time.day) == (shown.year, shown.month, shown.day)
            {
                return time
            }
        }
        return shown
    }

    /// The dates of a line that may tell of both: "Updated 4 May 2024 · Published 3 May 2024".
    private static func dates(in text: String, _ reader: PageDateReader) -> (published: NewsTime?, modified: NewsTime?)
    {
        guard text.utf8.contains(where: { ASCII.isDigit($0) || $0 >= 0xD9 }) else { return (nil, nil) }
        func date(_ text: Substring) -> NewsTime? {
            reader.find(in: String(text)).flatMap { isPlausible($0) ? $0 : nil }
        }
        let lowered = text.lowercased()
        guard lowered.count == text.count, let updated = place(of: updatedWords, in: lowered) else {
            return (date(text[...]), nil)
        }
        let change = text.index(text.startIndex, offsetBy: updated)
        guard let stated = place(of: publishedWords, in: lowered) else {
            // What stands before the word is the day of publication.
            let first = date(text[..<change])
            return (first, date(text[change...]))
        }
        let publication = text.index(text.startIndex, offsetBy: stated)
        return stated > updated
            ? (date(text[publication...]), date(text[change..<publication]))
            : (date(text[publication..<change]), date(text[change...]))
    }

    /// Where the first of some words stands, in characters.
    private static func place(of words: [String], in text: String) -> Int? {
        let characters = Array(text)
        return words.compactMap { word -> Int? in
            let wanted = Array(word)
            guard characters.count >= wanted.count else { return nil }
            return (0...characters.count - wanted.count).first {
                characters[$0..<$0 + wanted.count].elementsEqual(wanted)
            }
        }.min()
    }

    /// The block of the headline: the heading that says it, else the first that is called one.
    private static func headlineBlock(_ scan: PageScan, _ headline: String?) -> Int? {
        let wanted = TextFingerprint(headline ?? "")
        let isSaid =
            wanted.count < 4
            ? nil
            : scan.blocks.firstIndex {
                $0.kind == .heading && $0.letters < 400 && TextFingerprint(scan.text(of: $0)).isSame(wanted)
            }
        return isSaid ?? scan.blocks.firstIndex { $0.marks.contains(.headline) && $0.kind == .heading }
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
    private static func visible(_ scan: PageScan, _ foreign: ForeignParts, _ reader: PageDateReader) -> NewsTime? {
        let other: PageMarks = [.comments, .related, .footer, .navigation]
        let headline = scan.blocks.firstIndex { $0.marks.contains(.headline) && $0.kind == .heading } ?? 0
        let near = max(0, headline - 6)..<min(scan.blocks.count, headline + 20)
        for index in Array(near) + Array(scan.blocks.indices) {
            let block = scan.blocks[index]
            let isMarked = block.marks.contains(.byline) || block.marks.contains(.time)
            guard block.letters > 5, block.letters < (isMarked ? 150 : 60), block.marks.isDisjoint(with: other),
                near.contains(index) || !block.marks.contains(.sidebar) || isMarked, !foreign.holds(Int(block.first))
            else { continue }
            let text = scan.text(of: block)
            guard text.contains(where: { ASCII.isDigit($0) || $0 >= 0xD9 }) else { continue }
            if let found = reader.find(in: String(decoding: text, as: UTF8.self)),
                isPlausible(found)
            {
                return found
            }
        }
        return nil
    }
}
