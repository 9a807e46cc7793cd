import Bytes
import NewsModel
import NewsText

/// Makes an article of the paragraphs of an office document.
///
/// The headline is the paragraph of the title's style, else the first heading, else what is set largest at the start, else the title of the
/// properties where it stands in the text. The dates of a file say when a template was made or a file was saved, not when an
/// article was published; they are not used.
struct DocumentArticle {
    /// Paragraphs from the start among which the headline stands.
    private static let headlineBlocks = 8
    /// Paragraphs below the headline among which byline and date are looked for.
    private static let headBlocks = 4
    /// Bytes of the longest headline.
    private static let longestHeadline = 400
    /// How much larger than the text the type of a headline is that has no style.
    private static let headlineRatio = 1.2

    private let format: Format
    private let facts: DocumentFacts
    private var blocks: [DocumentBlock]
    private let links: [Link]

    init(_ format: Format, _ builder: DocumentBuilder, _ facts: DocumentFacts) {
        self.format = format
        self.facts = facts
        blocks = builder.blocks
        links = builder.links
    }

    /// The article.
    ///
    /// - Throws: `.noText` where there are no words.
    consuming func article() throws(ReadingFailure) -> Article {
        var article = Article(format: format.name)
        guard !blocks.isEmpty else { throw ReadingFailure(.noText, "The document holds no words.") }
        passLetterhead()
        takeHeadline(&article)
        takeHead(&article)
        var body = BodyBuilder()
        for block in blocks { body.append(Self.kind(block.role), block.text) }
        (article.body, article.paragraphs) = body.finish()
        article.links = links
        fillNames(&article)
        article.keywords = facts.keywords
        article.language = LanguageGuesser.guess(
            article.body.isEmpty ? article.headline ?? "" : article.body, declared: facts.language)
        article.confidence = article.headline == nil ? 0.6 : 0.85
        return article
    }

    private mutating func passLetterhead() {
        while blocks.count > 1, let first = blocks.first, first.text.count < 80, HeadLines.isLetterhead(first.line) {
            blocks.removeFirst()
        }
    }

    private mutating func takeHeadline(_ article: inout Article) {
        guard let place = headlinePlace() else { return }
        article.headline = blocks[place].line
        blocks.remove(at: place)
        guard place < blocks.count, blocks[place].role == .subtitle else { return }
        // The standfirst stays in the body.
        article.deck = blocks[place].line
    }

    private func headlinePlace() -> Int? {
        let start = blocks.prefix(Self.headlineBlocks).indices.filter { blocks[$0].text.count <= Self.longestHeadline }
        if let title = start.first(where: { blocks[$0].role == .title }) { return title }
        let headings = start.filter { if case .heading = blocks[$0].role { true } else { false } }
        if let first = headings.first, first < 4 { return first }
        if let size = commonSize, size > 0,
            let largest = start.max(by: {
                blocks[$0].size < blocks[$1].size || blocks[$0].size == blocks[$1].size && $0 > $1
            }),
            blocks[largest].size >= size * Self.headlineRatio
        {
            return largest
        }
        guard let title = facts.title?.lowercased(), title.count > 8 else { return nil }
        return start.first { blocks[$0].line.lowercased() == title }
    }

    /// The size in which most of the text is set.
    private var commonSize: Double? {
        var letters: [Double: Int] = [:]
        for block in blocks { letters[block.size, default: 0] += block.text.count }
        return letters.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key
    }

    private mutating func takeHead(_ article: inout Article) {
        var index = 0
        while index < min(Self.headBlocks, blocks.count), blocks.count > 1 {
            let line = blocks[index].text.count <= ReadingLimits.bylineBytes ? blocks[index].line : ""
            if !line.isEmpty, article.byline == nil, HeadLines.isByline(line) {
                article.byline = line
                blocks.remove(at: index)
            } else if !line.isEmpty, article.published == nil, let date = HeadLines.date(line), !date.isModified {
                article.published = date.time
                blocks.remove(at: index)
            } else {
                index += 1
            }
        }
    }

    private func fillNames(_ article: inout Article) {
        if let byline = article.byline {
            let read = BylineReader.read(byline)
            article.authors = read.names.isEmpty ? read.agencies : read.names
            article.credits = read.agencies.map { Credit(kind: .agency, outlet: $0) }
        } else if let author = facts.author {
            DocumentAuthor.fill(author, &article)
        }
    }

    private static func kind(_ role: DocumentBlock.Role) -> Paragraph.Kind {
        switch role {
        case .title, .heading: .heading
        case .subtitle, .text: .paragraph
        case .listItem: .listItem
        case .quotation: .blockQuotation
        case .caption: .caption
        case .table: .table
        case .preformatted: .preformatted
        }
    }
}
