import Bytes
import NewsModel
import NewsText

/// Joins the lines of a plain text into paragraphs.
struct TextParagraphs {
    private let text: TextLines
    private let layout: TextLayout
    /// Code points up to which a paragraph apart, without a closing sign, is a subheading.
    private static let longestHeading = 80
    /// Lines that end an article in wire copy and press releases, without spaces and in lower case.
    private static let endMarks: Set<String> = [
        "###", "####", "-30-", "—30—", "–30–", "-ends-", "ends", "-end-", "(end)", "*ends*", "[ends]", "-ende-", "ende",
        "-fin-",
        "--30--", "***ends***", "-o-", "(ende)", "(fin)",
    ]

    init(_ text: TextLines, _ layout: TextLayout) {
        self.text = text
        self.layout = layout
    }

    /// Appends the paragraphs from a line on.
    func append(from first: Int, to body: inout BodyBuilder, limits: ReadingLimits) throws(ReadingFailure) {
        try paragraphs(from: first, limits: limits) { kind, bytes in body.append(kind, bytes) }
    }

    /// The text of every paragraph.
    func texts(limits: ReadingLimits) throws(ReadingFailure) -> [[UInt8]] {
        var texts: [[UInt8]] = []
        try paragraphs(from: 0, limits: limits) { texts.append($1) }
        return texts
    }

    private func paragraphs(
        from first: Int, limits: ReadingLimits, each: (Paragraph.Kind, [UInt8]) -> Void
    ) throws(ReadingFailure) {
        var index = first
        var count = 0
        while index < text.lines.count {
            guard count < limits.maximumParagraphs else {
                throw ReadingFailure(.limitExceeded, "The text has more than \(limits.maximumParagraphs) paragraphs.")
            }
            if isRule(index) || isEndMark(index) {
                index += 1
                continue
            }
            let (kind, marker) = kind(index)
            var end = index + 1
            while end < text.lines.count, continues(end, kind) { end += 1 }
            let bytes = joined(index..<end, marker: marker, isQuoted: kind == .blockQuotation)
            each(kind == .paragraph && isHeading(index, end) ? .heading : kind, bytes)
            count += 1
            index = end
        }
    }

    // MARK: Kinds

    private func kind(_ index: Int) -> (Paragraph.Kind, marker: Int) {
        let line = text.slice(index)
        if line.first == UInt8(ascii: ">") { return (.blockQuotation, 1) }
        guard let length = Self.markerLength(line) else { return (.paragraph, 0) }
        // A dash may open speech; it opens a list where a neighbour has one too.
        let isDash = line.first == UInt8(ascii: "-") || line.first == 0xE2 && line.dropFirst(2).first != 0xA2
        let hasNeighbour =
            (index + 1 < text.lines.count && Self.markerLength(text.slice(index + 1)) != nil)
            || (index > 0 && Self.markerLength(text.slice(index - 1)) != nil)
        return isDash && !hasNeighbour ? (.paragraph, 0) : (.listItem, length)
    }

    /// The bytes of a list marker with the space after it; numbers are kept as text (zero bytes).
    private static func markerLength(_ line: ArraySlice<UInt8>) -> Int? {
        guard let first = line.first, line.count > 2 else { return nil }
        let start = line.startIndex
        if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") { return line[start + 1] == 0x20 ? 2 : nil }
        if first == 0xE2, line.count > 4, line[start + 3] == 0x20 || line[start + 3] == 0x09 {
            // • U+2022, ‣ U+2023, – U+2013, — U+2014, ▪ U+25AA, ● U+25CF
            let pair = (line[start + 1], line[start + 2])
            let isMarker =
                pair == (0x80, 0xA2) || pair == (0x80, 0xA3) || pair == (0x80, 0x93) || pair == (0x80, 0x94)
                || pair == (0x96, 0xAA) || pair == (0x97, 0x8F)
            return isMarker ? 4 : nil
        }
        let digits = line.prefix(3).prefix { (0x30...0x39).contains($0) }.count
        guard digits > 0, digits < 3, line.count > digits + 2 else { return nil }
        let sign = line[start + digits]
        return (sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")) && line[start + digits + 1] == 0x20 ? 0 : nil
    }

    /// A line of signs alone, as long as a rule: "-----", "=====", "* * *".
    private func isRule(_ index: Int) -> Bool {
        let line = text.slice(index)
        guard line.count >= 3, line.allSatisfy({ "-=_*~ ".utf8.contains($0) }) else { return false }
        return line.filter { $0 != 0x20 }.count >= 3
    }

    private func isEndMark(_ index: Int) -> Bool { Self.isEndMark(text.slice(index)) }

    /// Whether a line says no more than that the article ends, such as `-30-` or `ends`.
    static func isEndMark(_ line: some Collection<UInt8>) -> Bool {
        guard line.count <= 24 else { return false }
        return endMarks.contains(String(decoding: line, as: UTF8.self).lowercased().filter { $0 != " " })
    }

    /// Whether a line goes on with the paragraph of the line before.
    private func continues(_ index: Int, _ kind: Paragraph.Kind) -> Bool {
        let line = text.lines[index]
        guard !line.isApart, !isRule(index), !isEndMark(index) else { return false }
        if kind == .blockQuotation { return text.slice(index).first == UInt8(ascii: ">") }
        if self.kind(index).0 != .paragraph { return false }
        return layout.joins(text.lines[index - 1], line, in: text, index - 1)
    }

    private func isHeading(_ first: Int, _ end: Int) -> Bool {
        guard end == first + 1, layout.hasEmptyLines, text.lines[first].isApart,
            Int(text.lines[first].width) <= Self.longestHeading,
            first > 0, end < text.lines.count, text.lines[end].isApart,
            text.lines[end].width > text.lines[first].width || kind(end).0 == .listItem
        else { return false }
        let line = text.slice(first)
        guard !TextLayout.endsSentence(line), let last = line.last, !",;:)-".utf8.contains(last) else { return false }
        let words = line.split(separator: 0x20).count
        return words <= 12 && line.first.map { !"\"'(".utf8.contains($0) } ?? false
    }

    // MARK: Joining

    private func joined(_ range: Range<Int>, marker: Int, isQuoted: Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        for index in range {
            var line = text.slice(index)
            if isQuoted {
                while let first = line.first, first == UInt8(ascii: ">") || first == 0x20 { line = line.dropFirst() }
            } else if index == range.lowerBound {
                line = line.dropFirst(marker)
            }
            if !bytes.isEmpty { join(line, to: &bytes) }
            bytes.append(contentsOf: line)
        }
        return bytes
    }

    /// Puts between two lines what the wrapping took: a space, nothing between Han characters, nothing for a hyphen that
    /// parted a word.
    private func join(_ line: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        guard let next = line.first, let last = bytes.last else { return }
        let count = bytes.count
        // U+00AD, and U+00AC, which scanned paper has for a hyphen at the end of a line.
        let isSoftHyphen =
            count >= 3 && bytes[count - 2] == 0xC2 && (last == 0xAD || last == 0xAC && Self.isLetter(bytes[count - 3]))
        if isSoftHyphen { return bytes.removeLast(2) }
        if last == UInt8(ascii: "-"), count >= 2, Self.isLetter(bytes[count - 2]) {
            // "inter-\nnational" was one word; "well-\nknown" and "20-\nyear" keep their hyphen where the part before is
            // a word that stands elsewhere by itself, which a mere syllable does not.
            if (0x61...0x7A).contains(next) || next >= 0xC3, !isWord(before: bytes) { bytes.removeLast() }
            return
        }
        let joinsHan =
            next >= 0xE3 && next <= 0xE9 && count >= 3 && bytes[count - 3] >= 0xE3 && bytes[count - 3] <= 0xE9
        if !joinsHan { bytes.append(0x20) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }

    /// Whether the part of a word before a hyphen at the end is itself a common first half of compounds.
    private func isWord(before bytes: [UInt8]) -> Bool {
        let part = bytes.dropLast().reversed().prefix { Self.isLetter($0) }.reversed()
        return Self.firstHalves.contains(String(decoding: Array(part), as: UTF8.self).lowercased())
    }

    private static let firstHalves: Set<String> = [
        "well", "self", "long", "short", "high", "low", "half", "full", "part", "one", "two", "three", "four", "five",
        "six", "seven",
        "eight", "nine", "ten", "first", "second", "third", "year", "day", "week", "month", "left", "right", "far",
        "so", "non", "ex",
        "anti", "vice", "mid", "co", "all", "state", "cross", "large", "small", "world", "deep", "hard", "old", "new",
        "best", "much",
        "then", "over", "under", "east", "west", "north", "south", "open", "ill", "free", "cold", "hot", "ever", "pro",
        "post", "pre",
    ]
}
