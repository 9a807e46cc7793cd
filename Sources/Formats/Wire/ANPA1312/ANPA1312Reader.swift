import Bytes
import NewsModel
import NewsText

/// Reads one transmission of ANPA 1312.
///
/// The header tells the number, the priority and category (`r z`), the slug, the date and the word count. In the text a `^` begins each
/// line above the story; `<` ends it, `=` ends a byline. Paragraphs begin with a tab. A line `^AP-WF-02-20-16 0337GMT<` tells when it was filed.
enum ANPA1312Reader {
    /// What a transmission says.
    ///
    /// - Throws: `.truncated` where it has no end of text; what `TextDecoder` throws.
    static func item(
        _ bytes: UnsafeBufferPointer<UInt8>, declared: String?
    ) throws(ReadingFailure) -> WireItem {
        let parts = try WireControl.parts(of: bytes)
        var item = WireItem(.anpa1312)
        readHeader(WireControl.lines(try WireControl.decoded(parts.header, declared: declared)), &item)
        var body: [UInt8] = []
        var lines = Head()
        for line in try WireControl.decoded(parts.text, declared: declared).split(separator: 0x0A) {
            let isMarked = line.first == UInt8(ascii: "^")
            if isMarked || line.drop(while: { $0 <= 0x20 }).first == UInt8(ascii: "^") {
                lines.take(marked(line), hasBody: !body.isEmpty, &item)
                continue
            }
            // A tab, or spaces, begin a paragraph.
            if line.first == 0x09 || line.first == 0x20 { body.append(0x0A) }
            body += typography(line)
            body.append(0x0A)
        }
        if !lines.opening.isEmpty { body = Array(lines.opening.utf8) + [0x0A, 0x0A] + body }
        item.payloads.append(.text(body))
        for line in WireControl.lines(try WireControl.decoded(parts.trailer, declared: declared)) {
            lines.take(marked(Array(line.utf8)[...]), hasBody: true, &item)
        }
        return item
    }

    private static func readHeader(_ lines: [String], _ item: inout WireItem) {
        let words = (lines.dropFirst().first ?? lines.last ?? "").split(separator: " ")
        guard words.count > 1, words[0].count == 1, words[1].count == 1 else { return }
        item.facts.urgency = urgencies[words[0].lowercased()]
        item.add(Subject(scheme: "anpa", code: words[1].lowercased(), name: categories[words[1].lowercased()]))
        if words.count > 2 {
            item.set(\.slugline, words[2...].prefix { $0.contains(where: \.isLetter) }.joined(separator: " "))
        }
    }

    /// A marked line without its marks, and what ended it.
    private static func marked(_ line: ArraySlice<UInt8>) -> (text: String, end: Character?) {
        var text = String(decoding: typography(line), as: UTF8.self).trimmingWhitespace()
        while text.first == "^" { text.removeFirst() }
        var end: Character?
        if let last = text.last, last == "<" || last == "=" || last == ">" {
            end = last
            text.removeLast()
        }
        return (text.trimmingWhitespace(), end)
    }

    /// The text with what seven bits stood for: pairs of grave accents and apostrophes for quotation marks, `_` between spaces for a dash.
    private static func typography(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(line.count)
        var index = line.startIndex
        while index < line.endIndex {
            let byte = line[index]
            let next = index + 1 < line.endIndex ? line[index + 1] : 0
            if byte == UInt8(ascii: "`"), next == byte {
                out += "“".utf8
                index += 2
            } else if byte == UInt8(ascii: "'"), next == byte {
                out += "”".utf8
                index += 2
            } else if byte == UInt8(ascii: "_"), out.last == 0x20, next == 0x20 {
                out += "—".utf8
                index += 1
            } else {
                if byte != 0x0D { out.append(byte) }
                index += 1
            }
        }
        return out
    }

    /// The lines above the story, told apart by what they begin and end with.
    private struct Head {
        /// What the provider put before the story for its readers.
        var opening = ""
        private var lines = 0

        mutating func take(_ line: (text: String, end: Character?), hasBody: Bool, _ item: inout WireItem) {
            let text = line.text
            guard !text.isEmpty else { return }
            lines += 1
            if let filed = ANPA1312Reader.filed(text) {
                item.published = item.published ?? filed.time
                item.agencies.append(contentsOf: filed.agency.map { [$0] } ?? [])
                item.provider = item.provider ?? filed.agency
            } else if line.end == "=" {
                if item.byline == nil { item.byline = text } else { item.set(\.facts.byTitle, text) }
            } else if hasBody {
                return
            } else if isKeywordLine(text) {
                item.slugline = text.prefix { $0 != "," }.trimmingWhitespace()
                item.isCorrection = item.isCorrection || text.lowercased().contains("correct")
            } else if isNote(text) {
                item.isCorrection = item.isCorrection || text.lowercased().contains("correct")
                item.facts.editorialNote = [item.facts.editorialNote, text].compactMap { $0 }.joined(separator: " ")
            } else if isPictureLine(text) {
                return
            } else if item.headline == nil {
                item.headline = text
            } else {
                opening += (opening.isEmpty ? "" : "\n\n") + text
            }
        }

        /// `BC-US--Ethanol-Losing Grassland, 1st Ld-Writethru,1140`: cycle, slug, version, words.
        private func isKeywordLine(_ text: String) -> Bool {
            guard lines == 1 else { return false }
            let cycle = text.prefix(2)
            return (cycle == "BC" || cycle == "AM" || cycle == "PM") && text.dropFirst(2).first == "-"
        }

        private func isNote(_ text: String) -> Bool {
            let lowered = text.drop { $0 == "(" }.lowercased()
            return lowered.hasPrefix("eds:") || lowered.hasPrefix("eds.") || lowered.hasPrefix("editors:")
                || lowered.hasPrefix("with:") || lowered.hasPrefix("for release") || lowered.hasPrefix("embargo")
        }

        private func isPictureLine(_ text: String) -> Bool {
            let words = text.split(separator: " ")
            return words.count > 1 && (words[1] == "Photo" || words[1] == "Graphic" || words[1] == "Video")
        }
    }

    /// The agency and time of a line such as `AP-WF-02-20-16 0337GMT`; nil for other lines.
    private static func filed(_ line: String) -> (agency: String?, time: NewsTime)? {
        let words = line.split(separator: " ")
        guard words.count == 2, words[1].count >= 4, let clock = Int(words[1].prefix(4)) else { return nil }
        let parts = words[0].split(separator: "-")
        let date = parts.suffix(3).compactMap { Int($0) }
        guard parts.count >= 4, date.count == 3, (0...99).contains(date[2]) || date[2] > 1900,
            let time = NewsTime(
                year: date[2] > 1900 ? date[2] : (date[2] < 70 ? 2000 : 1900) + date[2], month: date[0], day: date[1],
                time: NewsTime.TimeOfDay(hour: clock / 100, minute: clock % 100),
                offsetMinutes: words[1].hasSuffix("GMT") ? 0 : nil)
        else { return nil }
        return (parts.first.flatMap { AgencyNames.agency($0) }, time)
    }

    /// The priorities of the guidelines as the urgency of the IPTC: flash, bulletin, urgent, rush, then what is deferred.
    private static let urgencies = ["f": 1, "b": 2, "u": 3, "r": 4, "d": 5, "a": 6, "s": 7, "h": 8]
    /// The categories of the guidelines.
    private static let categories = [
        "a": "domestic", "d": "food and diet", "e": "entertainment", "f": "finance", "i": "international",
        "k": "commentary",
        "l": "lifestyle", "o": "weather", "p": "politics", "q": "results", "r": "racing", "s": "sport", "t": "travel",
        "v": "advisory", "w": "Washington",
    ]
}
