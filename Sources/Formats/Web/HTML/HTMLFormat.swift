import Bytes
import Markup
import NewsModel
import PageReading

extension Format {
    /// A page, saved from the web: HTML as browsers read it, or a fragment of it.
    static let html = Format(
        name: "html", mediaTypes: ["text/html", "application/xhtml+xml"],
        endings: ["html", "htm", "xhtml", "xht", "shtml"],
        form: .file(.shape, HTMLFormat.recognises, .whole(HTMLFormat.read)))
}

/// Recognises and reads `Format.html`.
enum HTMLFormat {
    static func recognises(_ sample: FormatSample) -> Bool {
        if sample.opens(with: "<!doctype html") || sample.opens(with: "<html") { return true }
        if sample.count(ofTag: "<html", upTo: 1) > 0 || sample.count(ofTag: "<body", upTo: 1) > 0 { return true }
        let tags: [StaticString] = [
            "<p", "<div", "<article", "<head", "<meta", "<h1", "<h2", "<section", "<title", "<span", "<br", "<a",
        ]
        let found = tags.reduce(0) { $0 + sample.count(ofTag: $1, upTo: 3) }
        if Format.html.endings.contains(sample.ending) { return found > 0 || sample.opens(with: "<!--") }
        if ["md", "markdown", "mkd", "txt"].contains(sample.ending) { return sample.text.first == 0x3C && found >= 4 }
        return sample.text.first == 0x3C ? found >= 1 : found >= 6
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        if isPressDatabase(bytes), let articles = try pressDatabase(bytes, charset: context.hint.charset) {
            return try context.exported(articles)
        }
        if context.explains { for line in try HTMLReader.explain(bytes) { try context.emit(.explanation(line)) } }
        let article = try HTMLReader.read(bytes, charset: context.hint.charset, isAccepted: context.isAccepted)
        if !context.isAccepted, isFront(context.hint.url), article.url == nil || isFront(article.url),
            article.published == nil
        {
            throw ReadingFailure(.notAnArticle, "The page is the front of its site and says nothing of an article.")
        }
        try context.article(article)
    }

    /// What pages that press databases export have: the class of Factiva's paragraphs, the count of LexisNexis. Both begin with a capital, which
    /// is soon looked for in a page.
    private static let pressDatabases: [StaticString] = ["Paragraph ", "DOCUMENTS"]

    private static func isPressDatabase(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let head = UnsafeBufferPointer(rebasing: bytes.prefix(ReadingLimits.sniffedBytes))
        guard pressDatabases.contains(where: { ByteSearch.find($0, in: head, from: 0) != nil }) else { return false }
        return ByteSearch.find("Document", in: bytes, from: 0) != nil
            || ByteSearch.find("DOCUMENTS", in: head, from: 0) != nil
    }

    private static func pressDatabase(
        _ bytes: UnsafeBufferPointer<UInt8>, charset: String?
    ) throws(ReadingFailure) -> [Article]? {
        let html = try TextDecoder.decode(bytes, declared: charset ?? HTMLCharsetDeclaration.find(bytes)).utf8
        // The list of the articles in front of them is nothing but links.
        let blocks = try HTMLFragmentReader.read(html, base: nil).blocks.filter { $0.linkDensity < 0.9 }
        return PressDatabaseExport.articles(blocks.map { PressDatabaseLine(text: $0.text) }, format: .html)
    }

    /// Whether an address, as a web archive knows it, is that of a whole site.
    private static func isFront(_ url: String?) -> Bool {
        guard let url else { return false }
        // `https:`, nothing, the host, and the path if there is one.
        let parts = url.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count <= 4 && (parts.count < 4 || parts[3].isEmpty) && !url.contains("?")
    }
}
