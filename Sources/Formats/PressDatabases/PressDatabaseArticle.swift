import NewsModel
import NewsText

/// One article of an export: the lines of its head, in whatever order a database writes them, its text, and what is said behind it.
struct PressDatabaseArticle {
    /// Lines that a head has at most.
    private static let mostHeadLines = 40
    /// Bytes from which on a line without a label is running text.
    private static let runningText = 160

    private var fields = HeadFields()
    private var body: ArraySlice<PressDatabaseLine>
    /// Whether a label or a note of rights was met, behind which text may begin.
    private var hasFacts = false

    init(_ lines: ArraySlice<PressDatabaseLine>) {
        body = []
        var index = lines.startIndex
        let hasBodyMark = lines.prefix(Self.mostHeadLines).contains { PressDatabaseMarks.mark($0.line) == .body }
        readTitle(lines, &index)
        while index < lines.endIndex, index - lines.startIndex < Self.mostHeadLines {
            let text = lines[index].line
            if PressDatabaseMarks.mark(text) == .body {
                index += 1
                break
            }
            if !hasBodyMark, !isHead(text, isLast: index + 1 == lines.endIndex) { break }
            take(text)
            index += 1
        }
        body = Self.withoutTail(lines[index...])
        for line in lines[body.endIndex...].prefix(Self.mostHeadLines) {
            if case (.language, let value)? = PressDatabaseMarks.label(line.line) { take(.language, value) }
        }
    }

    /// Headline, outlet and date: the headline first, or where the date is the second line the outlet.
    private mutating func readTitle(_ lines: ArraySlice<PressDatabaseLine>, _ index: inout Int) {
        let head = lines.prefix(8)
        if let heading = head.firstIndex(where: \.isHeading) {
            fields.headline = lines[heading].line
            index = heading + 1
        } else if head.count > 2, HeadLines.date(head[head.startIndex + 1].line) != nil {
            fields.outlet = head[head.startIndex].line
            index += 1
        } else if let first = head.first, PressDatabaseMarks.label(first.line) == nil {
            fields.headline = first.line
            index += 1
        }
    }

    /// Whether a line without a mark of the text before it still says something of the article.
    private func isHead(_ text: String, isLast: Bool) -> Bool {
        guard !text.isEmpty, !isLast, text.utf8.count < Self.runningText else { return false }
        if PressDatabaseMarks.label(text) != nil || PressDatabaseMarks.isCopyright(text)
            || PressDatabaseMarks.isLength(text)
        {
            return true
        }
        return fields.headline == nil || fields.published == nil || fields.outlet == nil || !hasFacts
    }

    private mutating func take(_ text: String) {
        if let (label, value) = PressDatabaseMarks.label(text) {
            hasFacts = true
            return take(label, value)
        }
        if PressDatabaseMarks.isCopyright(text) {
            hasFacts = true
            fields.copyright = fields.copyright ?? text
        } else if PressDatabaseMarks.isLength(text) {
            return
        } else if fields.byline == nil, HeadLines.isByline(text) {
            fields.take(byline: text)
        } else if fields.published == nil, let date = HeadLines.date(text) {
            fields.published = date.time
        } else if text.count > 3, !text.contains(" "), fields.outlet != nil, let code = LanguageGuesser.code(text) {
            fields.language = fields.language ?? code
        } else if Self.isEdition(text) {
            return
        } else if fields.headline == nil {
            fields.headline = text
        } else if fields.outlet == nil {
            fields.outlet = text
        }
    }

    private mutating func take(_ label: PressDatabaseMarks.Label, _ value: String) {
        switch label {
        case .headline: fields.headline = fields.headline ?? value
        case .byline: fields.take(byline: value)
        case .outlet: fields.outlet = fields.outlet ?? value
        case .published: fields.take(.published, value)
        // "NEWS; Pg. 3": the page says nothing of what the article is about.
        case .section: fields.section = fields.section ?? value.split(separator: ";").first.map { $0.trimmingSigns() }
        case .deck: fields.deck = fields.deck ?? value
        // "GERMAN; DEUTSCH": the same language twice.
        case .language:
            fields.language =
                fields.language
                ?? value.split(separator: ";").lazy.compactMap { LanguageGuesser.code(String($0).trimmingSigns()) }
                .first
        case .copyright: fields.copyright = fields.copyright ?? value
        case .dateline, .length, .tail, .other: break
        }
    }

    /// An edition of a paper, a page or a code of the database: "Late Edition", "A12", "OSTP".
    private static func isEdition(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        if words.count == 1, text.count <= 6, !text.contains(where: \.isLowercase) { return true }
        guard words.count <= 5 else { return false }
        let edition: Set<String> = ["edition", "ausgabe", "édition", "edición", "edizione", "final"]
        return words.contains { edition.contains($0.lowercased()) }
    }

    /// The text up to what the database says behind it.
    private static func withoutTail(_ lines: ArraySlice<PressDatabaseLine>) -> ArraySlice<PressDatabaseLine> {
        let end = lines.firstIndex { line in
            let text = line.line
            guard !text.isEmpty else { return false }
            if let mark = PressDatabaseMarks.mark(text), mark != .body { return true }
            if let label = PressDatabaseMarks.label(text)?.label {
                switch label {
                case .tail, .language, .length, .copyright: return true
                default: return false
                }
            }
            return text.utf8.count <= 120 && PressDatabaseMarks.isCopyright(text)
        }
        return end.map { lines[..<$0] } ?? lines
    }

    /// The article; nil where there is no text.
    func article(_ format: Format) -> Article? {
        var builder = BodyBuilder()
        if let deck = fields.deck { builder.append(.paragraph, deck) }
        for line in body { builder.append(line.isHeading ? .heading : .paragraph, line.text) }
        var article = Article(format: format.name)
        fields.fill(&article)
        (article.body, article.paragraphs) = builder.finish()
        guard article.headline != nil, !article.body.isEmpty else { return nil }
        article.confidence = 0.9
        return article
    }
}
