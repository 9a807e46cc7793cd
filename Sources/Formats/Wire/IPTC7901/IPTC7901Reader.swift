import Bytes
import NewsModel
import NewsText

/// Reads one transmission of IPTC 7901.
///
/// The header line tells service and number, priority, category and word count; a line with slashes between words is the
/// slug. Behind the start of text come flags in capitals, the headline and a byline, which end with `=`; behind the end of text the
/// time of the filing.
enum IPTC7901Reader {
    /// Lines of which headline and byline consist at most.
    private static let headLines = 8

    /// What a transmission says.
    ///
    /// - Throws: `.truncated` where it has no end of text; what `TextDecoder` throws.
    static func item(
        _ bytes: UnsafeBufferPointer<UInt8>, declared: String?
    ) throws(ReadingFailure) -> WireItem {
        let parts = try WireControl.parts(of: bytes)
        var item = WireItem(.iptc7901)
        readHeader(WireControl.lines(try WireControl.decoded(parts.header, declared: declared)), &item)
        let text = try WireControl.decoded(parts.text, declared: declared)
        readText(text, &item)
        let trailer = WireControl.lines(try WireControl.decoded(parts.trailer, declared: declared))
        item.published = trailer.lazy.compactMap(filed).first
        return item
    }

    private static func readHeader(_ lines: [String], _ item: inout WireItem) {
        let words = lines.first?.split(separator: " ") ?? []
        if words.count > 1, let priority = Int(words[1]) { item.facts.urgency = NITFReader.urgency(priority) }
        if words.count > 2, words[2].count <= 4, words[2].allSatisfy(\.isLetter) {
            item.add(Subject(scheme: "iptc7901", code: String(words[2])))
        }
        for word in words.dropFirst(3) { if let agency = AgencyNames.agency(word) { item.agencies.append(agency) } }
        item.provider = item.agencies.first
        for line in lines.dropFirst() where !line.isEmpty {
            item.set(\.slugline, line)
            guard line.contains("/") else { continue }
            item.keywords = line.split(separator: "/").map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
        }
    }

    private static func readText(_ text: [UInt8], _ item: inout WireItem) {
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        var head: [String] = []
        var next = 0
        // The head ends with `=`; a text without it has no head apart.
        for (index, line) in lines.prefix(headLines).enumerated() {
            let line = String(decoding: line, as: UTF8.self).trimmingWhitespace()
            if line.isEmpty {
                if head.isEmpty { continue }
                break
            }
            head.append(line)
            if line.hasSuffix("=") {
                next = index + 1
                break
            }
        }
        if next > 0 { readHead(head, &item) }
        var body = Array(lines[next...].joined(separator: [0x0A]))
        if let notes = WireNotes.start(in: body) {
            let note = WireNotes.editorial(String(decoding: body[notes...], as: UTF8.self))
            item.set(\.facts.editorialNote, note)
            body.removeSubrange(notes...)
        }
        item.payloads.append(.text(body))
    }

    private static func readHead(_ lines: [String], _ item: inout WireItem) {
        var lines = lines.map { $0.hasSuffix("=") ? $0.dropLast().trimmingWhitespace() : $0 }
        if let last = lines.last, lines.count > 1, BylineReader.withoutLabel(last[...]).isLabelled {
            item.byline = last
            lines.removeLast()
        }
        item.isCorrection = lines.contains { $0.lowercased().hasPrefix("correct") }
        // Two lines are one headline; of more, those in capitals before the last one are flags.
        let headline = lines.count > 2 ? lines.drop { $0 == $0.uppercased() && $0.count < 24 } : lines[...]
        item.set(\.headline, (headline.isEmpty ? lines[...] : headline).joined(separator: " "))
    }

    /// The time of filing, such as `212322 GMT Nov 18` (day, hour, minute, month, year) or `212322 NOV 18`; nil for other lines.
    private static func filed(_ line: String) -> NewsTime? {
        let words = line.split(separator: " ").map(String.init)
        guard let digits = words.first, digits.count == 6, let number = Int(digits), words.count >= 3,
            let month = words.lazy.compactMap({ MonthNames.month($0, language: nil) }).first,
            let year = words.last.flatMap({ Int($0) }), (0...9999).contains(year)
        else { return nil }
        return NewsTime(
            year: year < 100 ? (year < 70 ? 2000 : 1900) + year : year, month: month, day: number / 10_000,
            time: NewsTime.TimeOfDay(hour: number / 100 % 100, minute: number % 100),
            offsetMinutes: words.contains("GMT") || words.contains("UTC") ? 0 : nil)
    }
}
