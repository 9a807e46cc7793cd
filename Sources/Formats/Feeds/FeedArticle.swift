import Bytes
import Markup
import NewsModel
import NewsText
import PageReading

/// Makes an article of an entry of a feed.
enum FeedArticle {
    /// Words below which a description without a whole text beside it is a summary.
    private static let summaryWords = 120
    /// Paragraphs from which on a description is the whole text, however short.
    private static let wholeBlocks = 3
    /// Bytes from the end of a text within which it may say that it goes on elsewhere.
    private static let tailBytes = 120

    /// The article of an entry.
    ///
    /// - Throws: `.limitExceeded` for more nodes or paragraphs than one article may have.
    static func article(
        _ entry: FeedEntry, of feed: FeedFacts, as format: String, limits: ReadingLimits
    ) throws(ReadingFailure) -> Article {
        var article = Article(format: format)
        let feedBase = (feed.base ?? feed.url).flatMap { PageAddress($0) }
        article.url = entry.url.flatMap { url in
            feedBase.map { $0.resolve(url) } ?? (PageAddress(url) == nil ? nil : url)
        }
        if article.url == nil { article.wire.guid = entry.identifier }
        article.headline = entry.title.flatMap(line)
        let base = entry.base.flatMap { PageAddress($0) ?? feedBase?.resolve($0).flatMap { PageAddress($0) } }
        try fillBody(&article, entry, base: base ?? article.url.flatMap { PageAddress($0) } ?? feedBase, limits)
        fillAuthors(&article, entry.authors.isEmpty ? feed.authors : entry.authors, feed)
        article.outlet = (entry.source ?? feed.title).map { TextNormalizer.normalized(HTMLText.plain($0)) }
        if let source = entry.source, let headline = article.headline, headline.hasSuffix(" - " + source) {
            // Collections of others' headlines put the publication behind each.
            article.headline = String(headline.dropLast(source.count + 3))
        }
        article.published = entry.published.flatMap { DateReader.read($0) }
        article.modified = entry.modified.flatMap { DateReader.read($0) }
        if article.published == nil, let modified = article.modified {
            article.published = modified
            article.modified = nil
        }
        if article.modified == article.published { article.modified = nil }
        article.section = entry.section
        article.keywords = keywords(entry.keywords)
        article.language = LanguageGuesser.guess(
            article.body.isEmpty ? article.headline ?? "" : article.body, declared: entry.language ?? feed.language)
        article.wire.copyright = entry.rights ?? feed.rights
        article.leadImage = entry.image ?? article.leadImage
        article.confidence = 0.95
        return article
    }

    /// A text as one line.
    static func line(_ text: FeedEntry.Text) -> String? {
        let raw = String(decoding: text.bytes, as: UTF8.self)
        let line = TextNormalizer.normalized(text.form == .html ? HTMLText.plain(raw) : raw)
        return line.isEmpty ? nil : line
    }

    // MARK: Body

    private static func fillBody(
        _ article: inout Article, _ entry: FeedEntry, base: PageAddress?, _ limits: ReadingLimits
    ) throws(ReadingFailure) {
        let content = entry.content.flatMap { $0.isBlank ? nil : $0 }
        let summary = entry.summary.flatMap { $0.isBlank ? nil : $0 }
        guard let text = content ?? summary else {
            article.isSummary = entry.hasContentElsewhere
            return
        }
        var fragment = try read(text, base: base, entry)
        if fragment.blocks.isEmpty, content != nil, let summary { fragment = try read(summary, base: base, entry) }
        let readOn = removeReadOn(&fragment)
        try fragment.fill(&article, limits: limits)
        // A content element that only repeats the description is no whole text.
        var isWhole = content != nil && !entry.hasContentElsewhere
        if isWhole, let summary {
            let told = TextFingerprint(try read(summary, base: base, entry).line)
            isWhole = !told.isSame(TextFingerprint(fragment.line))
        }
        article.isSummary =
            readOn || endsOpen(article.body)
            || (!isWhole && fragment.blocks.count < wholeBlocks && WordCount.count(article.body.utf8) < summaryWords)
    }

    private static func read(
        _ text: FeedEntry.Text, base: PageAddress?, _ entry: FeedEntry
    ) throws(ReadingFailure) -> HTMLFragment {
        var bytes = text.bytes
        if text.form == .plain {
            bytes = []
            for byte in text.bytes {
                switch byte {
                case UInt8(ascii: "<"): bytes += "&lt;".utf8
                case UInt8(ascii: "&"): bytes += "&amp;".utf8
                default: bytes.append(byte)
                }
            }
            bytes = EmptyLineParagraphs.marked(bytes)
            // A tag, so that what was escaped just now is not taken for escaped twice.
            bytes.insert(contentsOf: "<p>".utf8, at: 0)
        }
        return try HTMLFragmentReader.read(bytes, base: base, style: .paragraphsByEmptyLines)
    }

    /// Takes a last paragraph away that is nothing but the link to the whole text.
    private static func removeReadOn(_ fragment: inout HTMLFragment) -> Bool {
        guard let last = fragment.blocks.last, last.text.count <= tailBytes, last.linkDensity > 0.5 else {
            return false
        }
        let text = String(decoding: last.text, as: UTF8.self).lowercased()
        guard readOnPhrases.contains(where: { text.hasPrefix($0) }), fragment.blocks.count > 1 else { return false }
        fragment.blocks.removeLast()
        return true
    }

    /// Whether a text ends where it was cut.
    private static func endsOpen(_ body: String) -> Bool {
        let tail = String(decoding: body.utf8.suffix(tailBytes), as: UTF8.self).lowercased()
        return ["…", "...", "[…]", "[...]", "(...)", "(…)", "[more]", "[more…]"].contains { tail.hasSuffix($0) }
            || readOnPhrases.contains { phrase in
                ["", ".", "…", "...", " »", " →", " >", " »»"].contains { tail.hasSuffix(" " + phrase + $0) }
            }
    }

    private static let readOnPhrases = [
        "read more", "continue reading", "read the full story", "read the full article", "read the rest", "full story",
        "read on", "more...", "weiterlesen", "mehr lesen", "zum artikel", "lire la suite", "en savoir plus", "leer más",
        "seguir leyendo", "leggi tutto", "continua a leggere", "leia mais", "lees verder", "lees meer", "läs mer",
        "les mer", "læs mere", "czytaj więcej", "číst dál", "читать далее", "читать дальше", "阅读全文", "続きを読む",
    ]

    // MARK: Facts

    private static func fillAuthors(_ article: inout Article, _ given: [String], _ feed: FeedFacts) {
        var names: [String] = []
        var agencies: [String] = []
        for text in given {
            let written = feed.displayNames[text] ?? HTMLText.unescaped(text)
            // "desk@elm.example (Anna Elm)", as RSS has it.
            let shown = written.contains("@") ? MailAddress(Array(written.utf8)).name : written
            guard let shown, !shown.isEmpty else { continue }
            let read = BylineReader.read(shown)
            // One name alone of several words is a pen name that was taken for a title and a name.
            let isCut = read.names.count == 1 && !(read.names.first ?? "").contains(" ")
            let isUnread = read.names.isEmpty && read.agencies.isEmpty || isCut
            let found = isUnread ? [TextNormalizer.normalized(shown)] : read.names
            for name in found
            where !name.isEmpty && name.utf8.count <= ReadingLimits.bylineBytes && !names.contains(name) {
                names.append(name)
            }
            agencies += read.agencies.filter { !agencies.contains($0) }
        }
        article.byline =
            given.isEmpty ? nil : names.isEmpty && agencies.isEmpty ? nil : (names + agencies).joined(separator: ", ")
        article.authors = names.isEmpty ? agencies : names
        article.credits = agencies.map { Credit(kind: .agency, outlet: $0) }
    }

    private static func keywords(_ given: [String]) -> [String] {
        var keywords: [String] = []
        var seen: Set<String> = []
        for word in given.prefix(ReadingLimits.mostKeywords) {
            let word = HTMLText.plain(word).foldedSpace
            if !word.isEmpty, word.utf8.count < 200, seen.insert(word.lowercased()).inserted { keywords.append(word) }
        }
        return keywords
    }
}
