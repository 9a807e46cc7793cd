/// How a plain text sets its lines: wrapped at a width, or each line a paragraph.
///
/// A text is wrapped when its line breaks are where a typewriter or mail program would have put them: the first word of the
/// next line would not have fitted. In a text whose every line is a paragraph that is almost never so.
struct TextLayout {
    /// The widest line that counts as wrapped text; mail wraps at 72 to 78, wires at 64 to 69, letters at up to 100.
    private static let widest = 120
    /// The narrowest; columns of old wires have 30 and more.
    private static let narrowest = 28
    /// Slack for text that was wrapped and then edited.
    private static let slack = 8
    /// The share of line breaks that must be where the width demands them.
    private static let share = 0.6
    /// The share of lines with another after them that may end a sentence: by chance one in six does, while of lines that
    /// are paragraphs nearly all do.
    private static let endedShare = 0.5
    /// The lines that are looked at.
    private static let sample = 5_000

    /// The width at which lines are wrapped; nil when each line is a paragraph.
    let width: Int?
    /// Whether empty lines part paragraphs.
    let hasEmptyLines: Bool

    init(_ text: TextLines) {
        let lines = text.lines.prefix(Self.sample)
        hasEmptyLines = lines.dropFirst().contains(where: \.isApart)
        // Lines followed by another line of the same block.
        var inner: [(width: Int, word: Int)] = []
        var ended = 0
        for (index, line) in lines.enumerated().dropFirst() where !line.isApart {
            inner.append((Int(lines[index - 1].width), Self.firstWord(text.slice(index))))
            if Self.endsSentence(text.slice(index - 1)) { ended += 1 }
        }
        // The last lines of blocks count too: none is wider than the width of wrapped text.
        let all = lines.map { Int($0.width) }.sorted()
        let widest = all.isEmpty ? 0 : all.count >= 20 ? all[all.count * 97 / 100] : all[all.count - 1]
        let widths = inner.map(\.width).sorted()
        guard let last = widths.last, let median = widths.dropFirst(widths.count / 2).first else {
            width = nil
            return
        }
        // A lone long line, such as an address of the web, must not hide the width of the rest.
        let candidate = widths.count >= 20 ? widths[widths.count * 97 / 100] : last
        guard candidate >= Self.narrowest, max(candidate, widest) <= Self.widest, median * 2 >= candidate,
            Double(ended) <= Self.endedShare * Double(inner.count)
        else {
            width = nil
            return
        }
        let demanded = inner.filter { $0.width + 1 + $0.word > candidate - Self.slack }.count
        width = Double(demanded) >= Self.share * Double(inner.count) ? candidate : nil
    }

    /// Whether a line and the next one of its block are one paragraph.
    func joins(_ line: TextLines.Line, _ next: TextLines.Line, in text: TextLines, _ index: Int) -> Bool {
        guard let width, !next.isApart else { return false }
        if next.indent >= line.indent + 2, Self.endsSentence(text.slice(index)) { return false }
        let isFull = Int(line.width) + 1 + Self.firstWord(text.slice(index + 1)) > width - Self.slack
        return isFull || !Self.endsSentence(text.slice(index))
    }

    /// Code points up to the first space.
    private static func firstWord(_ bytes: ArraySlice<UInt8>) -> Int {
        var count = 0
        for byte in bytes.prefix(200) {
            if byte == 0x20 || byte == 0x09 { break }
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        // Han text breaks between any two characters.
        if let first = bytes.first, first >= 0xE3, first <= 0xE9 { return 1 }
        return count
    }

    /// Whether the line ends as a sentence does, closing quotation marks left out.
    static func endsSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
        let tail = String(decoding: bytes.suffix(12), as: UTF8.self).unicodeScalars
            .reversed().drop { "\"'”’»)]“".unicodeScalars.contains($0) }
        return tail.first.map { ".!?:…。！？।؟".unicodeScalars.contains($0) } ?? false
    }
}
