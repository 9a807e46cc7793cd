import Bytes
import NewsModel
import NewsText

/// Makes an article of the lines of a PDF: the headline by its size, paragraphs by blocks, indents and short lines, without what repeats
/// at the edges of the pages.
struct PDFArticle {
    /// How much larger than the text the type of a headline is, and that of a subheading.
    private static let headlineRatio = 1.25
    private static let subheadingRatio = 1.08
    /// Lines that a headline may have.
    private static let headlineLines = 5
    /// The share of a page's height at top and bottom in which page numbers and running titles stand.
    private static let marginShare = 0.09
    /// Lines below the headline among which byline and date are looked for.
    private static let headLines = 6

    private let layout: PDFLayout
    private let bodyHeight: Double

    init(_ layout: PDFLayout) {
        self.layout = layout
        bodyHeight = Self.commonHeight(layout.lines)
    }

    /// The article.
    ///
    /// - Throws: `.limitExceeded` for more paragraphs than an article may have.
    func article(limits: ReadingLimits) throws(ReadingFailure) -> Article {
        var article = Article(format: Format.pdf.name)
        var lines = PDFReadingOrder.ordered(withoutRunningTitles())
        takeHeadline(from: &lines, &article)
        takeHead(from: &lines, &article)
        var body = BodyBuilder()
        for paragraph in paragraphs(of: lines) {
            guard body.count < limits.maximumParagraphs else {
                throw ReadingFailure(.limitExceeded, "The text has more than \(limits.maximumParagraphs) paragraphs.")
            }
            body.append(paragraph.kind, paragraph.text)
        }
        (article.body, article.paragraphs) = body.finish()
        fillFacts(&article)
        article.confidence = article.headline == nil ? 0.6 : 0.8
        return article
    }

    // MARK: Sizes and edges

    /// The height in which most letters are set, to a tenth of a point.
    private static func commonHeight(_ lines: [PDFLayout.Line]) -> Double {
        var letters: [Int: Int] = [:]
        for line in lines { letters[Int(min(line.height, 10_000) * 10), default: 0] += line.text.utf8.count }
        let commonest = letters.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }
        return Double(commonest?.key ?? 0) / 10
    }

    /// The lines but page numbers, and those that stand at the edge of several pages, numbers left out of account.
    private func withoutRunningTitles() -> [PDFLayout.Line] {
        var pages: [String: Set<Int>] = [:]
        for line in layout.lines where isAtEdge(line) { pages[Self.key(line.text), default: []].insert(line.page) }
        return layout.lines.filter { line in
            guard isAtEdge(line) else { return true }
            if Self.isPageNumber(line.text) || isPrintedByBrowser(line) { return false }
            return (pages[Self.key(line.text)]?.count ?? 0) < 2
        }
    }

    private func isAtEdge(_ line: PDFLayout.Line) -> Bool {
        // Lines outside of any page are not what the converter writes, but what a file may say that looks like it.
        guard layout.pageHeights.indices.contains(line.page - 1) else { return false }
        let height = layout.pageHeights[line.page - 1]
        return line.bottom < height * Self.marginShare || line.top > height * (1 - Self.marginShare)
    }

    /// Browsers print title, address, date and page number at the edges, in small type.
    private func isPrintedByBrowser(_ line: PDFLayout.Line) -> Bool {
        guard line.height < bodyHeight * 0.95 else { return false }
        return line.text == layout.title || line.text.holds("://") && !line.text.contains(" ")
            || HeadLines.date(line.text) != nil
    }

    private static func key(_ text: String) -> String { String(text.filter { !$0.isNumber }) }

    private static func isPageNumber(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard words.count <= 4, words.contains(where: { $0.allSatisfy(\.isNumber) }) else { return false }
        let pageWords: Set<Substring> = [
            "page", "seite", "of", "von", "sur", "de", "página", "pagina", "s", "p", "strona", "str",
        ]
        return words.allSatisfy { $0.allSatisfy(\.isNumber) || pageWords.contains($0) }
    }

    // MARK: Head

    /// Takes the largest lines of the first page, those of one size that stand together.
    private func takeHeadline(from lines: inout [PDFLayout.Line], _ article: inout Article) {
        let first = lines.prefix { $0.page == 1 }
        let largest = first.filter { $0.text.contains(where: \.isLetter) }.map(\.height).max() ?? 0
        if largest >= bodyHeight * Self.headlineRatio,
            let start = first.firstIndex(where: { $0.height >= largest * 0.97 && $0.text.contains(where: \.isLetter) })
        {
            var end = start + 1
            while end < first.endIndex, end - start < Self.headlineLines, lines[end].height >= largest * 0.9,
                lines[end].top - lines[end - 1].bottom < largest
            {
                end += 1
            }
            article.headline = lines[start..<end].map(\.text).reduce("") { PDFText.joined($0, $1) }
            lines.removeSubrange(start..<end)
        } else if let title = layout.title, isInText(title, lines.prefix(12)) {
            article.headline = title
            while let line = lines.first, title.contains(line.text), line.text.count > 2 { lines.removeFirst() }
        }
    }

    /// Programs put the name of a template or a file into the title; it counts where it stands on the page too.
    private func isInText(_ title: String, _ lines: ArraySlice<PDFLayout.Line>) -> Bool {
        let text = lines.map(\.text).reduce("") { PDFText.joined($0, $1) }.lowercased()
        return title.count > 8 && text.contains(title.lowercased())
    }

    /// Takes a byline and a date that stand by themselves below the headline.
    private func takeHead(from lines: inout [PDFLayout.Line], _ article: inout Article) {
        var index = 0
        while index < min(Self.headLines, lines.count) {
            let line = lines[index]
            let isAlone =
                (index == 0 || lines[index - 1].block != line.block)
                && (index + 1 >= lines.count || lines[index + 1].block != line.block)
            if isAlone, article.byline == nil, HeadLines.isByline(line.text) {
                article.byline = line.text
                let read = BylineReader.read(line.text)
                article.authors = read.names.isEmpty ? read.agencies : read.names
                lines.remove(at: index)
            } else if isAlone, article.published == nil, let date = HeadLines.date(line.text) {
                article.published = date.time
                lines.remove(at: index)
            } else {
                index += 1
            }
        }
    }

    // MARK: Paragraphs

    private func paragraphs(of lines: [PDFLayout.Line]) -> [(kind: Paragraph.Kind, text: String)] {
        var result: [(kind: Paragraph.Kind, text: String)] = []
        var index = 0
        let widths = BlockWidths(lines)
        while index < lines.count {
            let start = index
            var text = lines[index].text
            index += 1
            while index < lines.count, continues(lines, index, widths) {
                text = PDFText.joined(text, lines[index].text)
                index += 1
            }
            let isSmall = index - start <= 2 && text.count <= 120 && !PDFText.endsSentence(text)
            let isLarger = lines[start].height >= bodyHeight * Self.subheadingRatio
            let isHeading = isSmall && (isLarger || isBlockBetweenParagraphs(start..<index, lines))
            result.append((isHeading ? .heading : .paragraph, text))
        }
        return result
    }

    /// Whether a short text of the same size stands by itself between two paragraphs.
    private func isBlockBetweenParagraphs(_ range: Range<Int>, _ lines: [PDFLayout.Line]) -> Bool {
        guard range.lowerBound > 0, range.upperBound < lines.count else { return false }
        let (before, after) = (lines[range.lowerBound - 1], lines[range.upperBound])
        let block = lines[range.lowerBound].block
        return before.block != block && after.block != block && PDFText.endsSentence(before.text)
            && after.text.count > 30
            && lines[range.lowerBound].text.first.map { $0.isUppercase || $0.isNumber } ?? false
    }

    /// Whether a line goes on with the paragraph of the line before it.
    private func continues(_ lines: [PDFLayout.Line], _ index: Int, _ widths: BlockWidths) -> Bool {
        let (before, line) = (lines[index - 1], lines[index])
        guard abs(before.height - line.height) <= max(before.height, line.height) * 0.12 else { return false }
        let hasEnded = PDFText.endsSentence(before.text)
        if before.block == line.block, before.page == line.page {
            let width = widths.width(of: line.block)
            // An indent, or a line that ends early with a sentence, parts paragraphs within one block.
            if line.left - width.left > line.height * 0.7, before.left - width.left < line.height * 0.7 {
                return !hasEnded
            }
            return !(hasEnded && width.right - before.right > (width.right - width.left) * 0.25)
        }
        // A paragraph goes on in the next column or on the next page where its sentence is not at an end.
        let isBelow = before.page == line.page && line.top >= before.bottom
        guard !isBelow, !hasEnded, let first = line.text.first else { return false }
        return first.isLowercase || !first.isCased || before.text.last == "-" || before.text.last == ","
            || before.text.last.map(\.isLetter) ?? false
    }

    /// The edges of blocks.
    private struct BlockWidths {
        private var edges: [Int: (left: Double, right: Double)] = [:]

        init(_ lines: [PDFLayout.Line]) {
            for line in lines {
                let known = edges[line.block] ?? (line.left, line.right)
                edges[line.block] = (min(known.left, line.left), max(known.right, line.right))
            }
        }

        func width(of block: Int) -> (left: Double, right: Double) { edges[block] ?? (0, 0) }
    }

    // MARK: Facts

    private func fillFacts(_ article: inout Article) {
        let declared = layout.facts["Language"]
        article.language = LanguageGuesser.guess(article.body, declared: declared)
        if article.authors.isEmpty, let author = layout.facts["Author"], !author.isEmpty {
            DocumentAuthor.fill(author, &article)
        }
        if let words = layout.facts["Keywords"] {
            article.keywords = words.split { $0 == "," || $0 == ";" }.map { $0.trimmingWhitespace() }.filter {
                !$0.isEmpty
            }
        }
    }
}
