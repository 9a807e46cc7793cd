import Bytes
import Markup
import NewsModel

extension Format {
    /// ninjs 1, 2 and 3 of the IPTC: news in JSON; one item, an array of them, or one a line.
    static let ninjs = Format(
        name: "ninjs", mediaTypes: ["application/json"], endings: [], isServed: false,
        form: .file(.marks, NinjsFormat.recognises, .streamed(NinjsFormat.read)))
}

/// Recognises and reads `Format.ninjs`.
enum NinjsFormat {
    /// Bytes of one line that is an item.
    private static let lineBytes = 32 << 20

    /// Bytes within which the first line must end for a file to be taken as items by line.
    private static let firstLineBytes = 1 << 20

    /// Names of properties of which an item of ninjs has at least two in its first kilobytes, and other JSON of the news has not.
    private static let marks: [StaticString] = [
        "\"pubstatus\"", "\"versioncreated\"", "\"firstcreated\"", "\"body_html\"", "\"body_text\"", "\"body_xhtml\"",
        "\"bodies\"",
        "\"headlines\"", "\"usageterms\"", "\"copyrightnotice\"", "\"representationtype\"", "\"copyrightholder\"",
        "\"contentcreated\"", "\"ninjs\"", "/ninjs",
    ]
    /// What marks other formats in JSON.
    private static let others: [StaticString] = ["\"@context\"", "\"@type\"", "jsonfeed.org/version"]

    /// What an item that a desk exported begins with, whatever its text speaks of.
    private static let ownMark: StaticString = "\"standard\":{\"name\":\"ninjs\""

    static func recognises(_ sample: FormatSample) -> Bool {
        guard let first = sample.text.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
            return false
        }
        return sample.text.withUnsafeBufferPointer { text in
            if ByteSearch.find(ownMark, in: text, from: 0) != nil { return true }
            // The names stand before or behind a long body.
            guard !others.contains(where: { ByteSearch.find($0, in: text, from: 0) != nil }) else { return false }
            return marks.lazy.filter { ByteSearch.find($0, in: text, from: 0) != nil }.prefix(2).count == 2
        }
    }

    static func read(_ input: ByteInput, in context: ReadingContext) throws {
        try input.fill(firstLineBytes)
        guard hasItemsByLine(input.buffered) else {
            let bytes = try input.all(limit: context.limits.maximumBytes)
            return try bytes.withUnsafeBufferPointer { try read(whole: $0, in: context) }
        }
        var place = 0
        while let line = try input.line(limit: lineBytes) {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            place += 1
            try line.withUnsafeBufferPointer { bytes in
                try readMember("#\(place)", JSONReader.read(bytes).first, isWhole: endsClosed(bytes), in: context)
            }
        }
    }

    /// Whether the first line is an item by itself and another follows.
    private static func hasItemsByLine(_ start: UnsafeBufferPointer<UInt8>) -> Bool {
        guard start.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "{"), let end = start.firstIndex(of: 0x0A),
            endsClosed(UnsafeBufferPointer(rebasing: start[..<end]))
        else { return false }
        return start[end...].first { $0 > 0x20 } == UInt8(ascii: "{")
    }

    private static func read(whole bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        let text = try TextDecoder.decode(bytes, declared: context.hint.charset).utf8
        try text.withUnsafeBufferPointer { text in
            guard endsClosed(text) else {
                throw ReadingFailure(.truncated, "The JSON ends within its item: it was cut off.")
            }
            let items = JSONReader.read(text).flatMap(\.list)
            guard items.count != 1, !items.isEmpty else {
                guard let item = items.first else {
                    throw ReadingFailure(.malformed, "The JSON holds no item.")
                }
                let read = try article(item, limits: context.limits)
                return try context.article(read.article, isFinished: read.isFinished)
            }
            for (place, item) in items.enumerated() {
                try readMember("#\(place + 1)", item, isWhole: true, in: context)
            }
        }
    }

    private static func readMember(
        _ member: String, _ item: JSONValue?, isWhole: Bool, in context: ReadingContext
    ) throws {
        let read: (article: Article, isFinished: Bool)
        do throws(ReadingFailure) {
            guard let item, isWhole else { throw ReadingFailure(.truncated, "The line is no whole JSON object.") }
            read = try article(item, limits: context.limits)
        } catch {
            return try context.memberFailed(error, member: member)
        }
        try context.article(read.article, member: member, isFinished: read.isFinished)
    }

    /// The article of an item; finished when a desk exported it.
    private static func article(
        _ item: JSONValue, limits: ReadingLimits
    ) throws(ReadingFailure) -> (article: Article, isFinished: Bool) {
        if let exported = NinjsExport.article(item.withLowercaseKeys) { return (exported, true) }
        return (try NinjsReader.item(item).article(limits: limits), false)
    }

    /// Whether the last sign closes an object or array.
    private static func endsClosed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let last = bytes.last { $0 > 0x20 }
        return last == UInt8(ascii: "}") || last == UInt8(ascii: "]")
    }
}
