import NewsModel
import NewsText

/// Reads what stands above the text in a plain text file: header lines, headline, standfirst, byline, dates.
struct TextHead {
    /// Lines within which the head must end.
    private static let mostLines = 40
    /// Code points up to which a line can be a headline; the longest of newspapers have some 150.
    private static let longestHeadline = 200
    /// Lines between headline and text: outlet, date, byline, labels.
    private static let mostHeadLines = 6
    /// Lines a wrapped headline may have.
    private static let mostHeadlineLines = 3

    private let text: TextLines
    private let layout: TextLayout
    private(set) var fields = HeadFields()
    /// The first line after the head.
    private(set) var next = 0
    /// Lines that were looked at, each by several rules: whether it is a byline, and its date.
    private var bylines: [Int: Bool] = [:]
    private var dates: [Int: (time: NewsTime, isModified: Bool)?] = [:]

    init(_ text: TextLines, _ layout: TextLayout) {
        self.text = text
        self.layout = layout
        skipLetterhead()
        readMasthead()
        readLabels()
        skipLetterhead()
        if fields.headline == nil { readHeadline() } else { skipRepeatedHeadline() }
        readLines()
    }

    private mutating func isByline(at index: Int) -> Bool {
        if let known = bylines[index] { return known }
        let isByline = HeadLines.isByline(text.text(index))
        bylines[index] = isByline
        return isByline
    }

    private mutating func date(at index: Int) -> (time: NewsTime, isModified: Bool)? {
        if let known = dates[index] { return known }
        let date = HeadLines.date(text.text(index))
        dates[index] = .some(date)
        return date
    }

    private func isIn(_ index: Int) -> Bool { index < text.lines.count && index < Self.mostLines }

    private mutating func skipLetterhead() {
        while isIn(next), text.lines[next].width <= 60, HeadLines.isLetterhead(text.text(next)) { next += 1 }
    }

    /// The name of the paper and the day, which stand above the headline of an article that was copied out of a database.
    private mutating func readMasthead() {
        guard isIn(next), next + 2 < text.lines.count, text.lines[next + 2].isApart, Masthead.isOutlet(text.text(next)),
            let date = date(at: next + 1)
        else { return }
        fields.outlet = text.text(next)
        fields.published = date.time
        next += 2
    }

    /// Reads a block of labelled lines: at least two of them, or a labelled headline.
    private mutating func readLabels() {
        var index = next
        var found = HeadFields()
        var count = 0
        var hasHeadline = false
        var last: TextLabels.Field?
        while isIn(index) {
            let line = text.lines[index]
            if line.isApart, count > 0, TextLabels.field(text.text(index)) == nil { break }
            let written = text.text(index)
            if let (field, value) = TextLabels.field(written), line.width <= 300 {
                found.take(field, value)
                if case .headline = field { hasHeadline = true }
                last = field
                count += 1
            } else if count > 0, line.indent >= 1, line.indent > text.lines[index - 1].indent, case .headline? = last {
                // A folded header line (RFC 5322, section 2.2.3).
                found.headline = (found.headline ?? "") + " " + written
            } else {
                break
            }
            index += 1
        }
        // A labelled headline needs text after it, as any head does.
        guard count >= 2 || hasHeadline, index < text.lines.count else { return }
        found.outlet = found.outlet ?? fields.outlet
        found.published = found.published ?? fields.published
        fields = found
        next = index
    }

    private mutating func readHeadline() {
        guard isIn(next), next + 1 < text.lines.count else { return }
        var end = next + 1
        while end < text.lines.count, !text.lines[end].isApart, end - next < Self.mostHeadlineLines,
            layout.width != nil,
            !isByline(at: end), date(at: end) == nil
        {
            end += 1
        }
        guard end < text.lines.count else { return }
        let isUnderlined = text.slice(end).allSatisfy { $0 == 0x3D || $0 == 0x2D } && text.slice(end).count >= 3
        let after = isUnderlined ? end + 1 : end
        guard after < text.lines.count else { return }
        let headline = (next..<end).map { text.text($0) }.joined(separator: " ")
        guard headline.unicodeScalars.count <= Self.longestHeadline,
            isHeadline(headline, end: end, isUnderlined: isUnderlined)
        else { return }
        fields.headline = headline
        next = after
    }

    private mutating func isHeadline(_ line: String, end: Int, isUnderlined: Bool) -> Bool {
        let isFollowedByHead = isByline(at: end) || date(at: end) != nil
        guard line.contains(where: \.isLetter), !HeadLines.isByline(line), DatelineReader.read(line) == nil,
            !HeadlineDeriver.isSalutation(line), HeadLines.date(line) == nil, !line.contains("://")
        else { return false }
        if isUnderlined { return true }
        let last = line.unicodeScalars.last ?? "."
        let isClosed = ".:;,。，：；".unicodeScalars.contains(last)
        if isClosed { return isFollowedByHead && line.unicodeScalars.count <= 120 && last != ":" && last != "," }
        if isFollowedByHead || text.lines[end].isApart { return true }
        // Without empty lines a headline is told by the longer paragraph after it.
        return layout.width == nil && line.unicodeScalars.count <= 120
            && Int(text.lines[end].width) > line.unicodeScalars.count * 3 / 2
    }

    private mutating func skipRepeatedHeadline() {
        if isIn(next), next + 1 < text.lines.count, text.text(next) == fields.headline { next += 1 }
    }

    /// Byline and date lines, and a standfirst before them.
    private mutating func readLines() {
        guard fields.headline != nil || (isIn(next) && isByline(at: next)) else { return }
        if isIn(next + 1), fields.deck == nil, Int(text.lines[next].width) <= 300,
            text.lines[next + 1].isApart || layout.width == nil,
            !isByline(at: next), date(at: next) == nil, isByline(at: next + 1)
        {
            // The standfirst stays in the body, so the byline after it is taken out of turn.
            fields.deck = text.text(next)
            deckLine = next
            next += 1
        }
        for _ in 0..<Self.mostHeadLines {
            guard isIn(next), next + 1 < text.lines.count else { return }
            let line = text.text(next)
            if let facts = Masthead.facts(of: line) {
                fields.outlet = fields.outlet ?? facts.outlet
                fields.published = fields.published ?? facts.published
                if let byline = facts.byline { fields.take(byline: byline) }
                next += 1
                continue
            }
            if fields.outlet == nil, Masthead.isOutlet(line), isIn(next + 1),
                date(at: next + 1) != nil || isByline(at: next + 1)
            {
                fields.outlet = line
                next += 1
                continue
            }
            if let (field, value) = TextLabels.field(line), fields.byline != nil || !isByline(at: next),
                line.count <= 120
            {
                guard isHeadField(field) else { return }
                fields.take(field, value)
            } else if fields.byline == nil, isByline(at: next) {
                fields.take(byline: line)
            } else if let date = date(at: next) {
                if date.isModified {
                    fields.modified = fields.modified ?? date.time
                } else {
                    fields.published = fields.published ?? date.time
                }
            } else if fields.byline == nil, isNameBeforeDate(line) {
                fields.take(byline: line)
            } else {
                return
            }
            next += 1
        }
    }

    /// The line of a standfirst that stood before the byline; it belongs to the body.
    private(set) var deckLine: Int?

    private func isHeadField(_ field: TextLabels.Field) -> Bool {
        switch field {
        case .published, .modified, .url, .section, .keywords, .outlet, .author, .length: true
        default: false
        }
    }

    /// A bare name, which counts only with a date line right after it.
    private mutating func isNameBeforeDate(_ line: String) -> Bool {
        let words = line.split(separator: " ").count
        return (2...4).contains(words) && BylineReader.isName(line) && isIn(next + 1)
            && date(at: next + 1) != nil
    }
}
