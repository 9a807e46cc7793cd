import Bytes
import Markup
import NewsModel
import NewsText

/// Reads Markdown as articles use it: front matter, headings, paragraphs, lists, quotations, code, tables, links.
///
/// Follows CommonMark 0.31 where it matters to the words of an article. The headline is the front matter's title, or the
/// first heading.
enum MarkdownReader {
    /// Lines beyond this number are no article.
    private static let mostLines = 2_000_000
    /// Links kept of one article.
    private static let mostLinks = 2_000
    /// Blocks from the start within which the headline must stand.
    private static let headlineBlocks = 4

    /// The article in a Markdown file.
    ///
    /// - Throws: what `TextDecoder` throws; `.noText` where no words are left; `.limitExceeded`.
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, declared: String?, limits: ReadingLimits
    ) throws(ReadingFailure) -> Article {
        let text = try DoubleEncoding.repaired(TextDecoder.decode(bytes, declared: declared).utf8)
        let lines = try lines(of: text)
        let matter = FrontMatter(lines)
        let parsed = MarkdownBlocks(lines, from: matter?.end ?? 0)
        var fields = matter?.fields ?? HeadFields()
        var blocks = parsed.blocks[...]
        takeHeadline(&blocks, parsed.references, &fields)
        takeHeadLines(&blocks, parsed.references, &fields)

        var body = BodyBuilder()
        var links: [Link] = []
        var leadImage: LeadImage?
        if let deck = fields.deck { body.append(.paragraph, deck) }
        for block in blocks {
            guard body.count < limits.maximumParagraphs else {
                throw ReadingFailure(.limitExceeded, "The text has more than \(limits.maximumParagraphs) paragraphs.")
            }
            if block.kind == .preformatted {
                body.append(block.kind, block.source)
                continue
            }
            let read = MarkdownInline.read(block.source[...], references: parsed.references)
            body.append(block.kind, read.text)
            for link in read.links where links.count < mostLinks && link.url.contains("://") { links.append(link) }
            if leadImage == nil, let image = read.images.first {
                leadImage = LeadImage(url: image.url, caption: image.title)
            }
        }
        var article = Article(format: Format.markdown.name)
        fields.fill(&article)
        (article.body, article.paragraphs) = body.finish()
        (article.links, article.leadImage) = (links, leadImage)
        guard !article.body.isEmpty || article.headline != nil else {
            throw ReadingFailure(.noText, "The Markdown holds no words.")
        }
        article.confidence = article.headline == nil ? 0.8 : 0.9
        return article
    }

    /// Whether a sample is Markdown: by the name, by front matter, or by at least two of its own marks.
    static func recognises(_ sample: FormatSample) -> Bool {
        if Format.markdown.endings.contains(sample.ending) { return true }
        if sample.opens(with: "---\n") || sample.opens(with: "---\r\n") {
            let head = String(decoding: sample.text.prefix(4000), as: UTF8.self)
            return head.contains("\ntitle:") || head.contains("\ndate:") || head.contains("\nauthor:")
        }
        var marks = sample.opens(with: "# ") ? 1 : 0
        sample.text.withUnsafeBufferPointer { text in
            let head = UnsafeBufferPointer(rebasing: text.prefix(16 << 10))
            let signs: [StaticString] = ["\n## ", "\n# ", "](http", "\n```", "\n> "]
            for sign in signs where ByteSearch.find(sign, in: head, from: 0) != nil { marks += 1 }
            if holdsEmphasis(head) { marks += 1 }
        }
        return marks >= 2
    }

    /// Whether asterisks begin a word that is set in bold; there are fewer asterisks in a text than spaces.
    private static func holdsEmphasis(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var from = 1
        while let index = ByteSearch.find("**", in: text, from: from) {
            if text[index - 1] == 0x20 { return true }
            from = index + 1
        }
        return false
    }

    private static func lines(of text: [UInt8]) throws(ReadingFailure) -> [ArraySlice<UInt8>] {
        let lines = text.split(separator: 0x0A, maxSplits: mostLines, omittingEmptySubsequences: false)
        guard lines.count <= mostLines else {
            throw ReadingFailure(.limitExceeded, "The text has more than \(mostLines) lines.")
        }
        return lines.map { $0.last == 0x0D ? $0.dropLast() : $0 }
    }

    // MARK: Head

    private static func takeHeadline(
        _ blocks: inout ArraySlice<MarkdownBlocks.Block>, _ references: [String: String], _ fields: inout HeadFields
    ) {
        guard
            let index = blocks.prefix(headlineBlocks).firstIndex(where: { $0.level == 1 })
                ?? blocks.prefix(1).firstIndex(where: { $0.level > 0 })
        else { return }
        let text = plain(blocks[index], references)
        if let headline = fields.headline {
            if TextNormalizer.normalized(headline).lowercased() == text.lowercased() { blocks.remove(at: index) }
            return
        }
        guard !text.isEmpty else { return }
        fields.headline = text
        blocks.remove(at: index)
    }

    /// Takes byline and date lines off the start: paragraphs of nothing else.
    private static func takeHeadLines(
        _ blocks: inout ArraySlice<MarkdownBlocks.Block>, _ references: [String: String], _ fields: inout HeadFields
    ) {
        for _ in 0..<3 {
            guard let block = blocks.first, blocks.count > 1, block.kind == .paragraph, block.source.count <= 400 else {
                return
            }
            let lines = block.source.split(separator: 0x0A).map {
                plain(MarkdownBlocks.Block(kind: .paragraph, source: Array($0)), references)
            }
            let areHead = lines.allSatisfy { HeadLines.isByline($0) || HeadLines.date($0) != nil }
            guard areHead, !lines.isEmpty else { return }
            for line in lines {
                if HeadLines.isByline(line) {
                    fields.take(byline: line)
                } else if let date = HeadLines.date(line) {
                    if date.isModified {
                        fields.modified = fields.modified ?? date.time
                    } else {
                        fields.published = fields.published ?? date.time
                    }
                }
            }
            blocks.removeFirst()
        }
    }

    private static func plain(_ block: MarkdownBlocks.Block, _ references: [String: String]) -> String {
        let text = MarkdownInline.read(block.source[...], references: references).text
        return TextNormalizer.normalized(String(decoding: text, as: UTF8.self))
    }
}
