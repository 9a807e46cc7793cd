import Bytes
import Markup
import NewsModel

/// Reads the records of a JSON file, of whichever outer form; what the two formats of JSON share.
enum JSONRecords {
    /// Bytes of one record. Default: 32 MiB; a crawler's record may hold a page with its pictures.
    private static let recordBytes = 32 << 20
    /// Keys of outer objects under which the records stand.
    private static let wrapperKeys: Set<String> = [
        "articles", "items", "results", "data", "docs", "documents", "entries", "posts", "news", "stories", "records",
        "hits", "articlelist", "value", "content",
    ]
    private static let innerWrapperKeys: Set<String> = ["response", "hits", "data", "result", "feed"]

    /// What a file's start shows of its outer form.
    enum Form: Equatable {
        /// One object that is a record itself.
        case single
        /// Objects one after the other, as in JSON Lines.
        case lines
        /// An array of objects.
        case array
        /// An object around an array of objects.
        case wrapped
    }

    /// The outer form of a file; nil for what is no JSON of objects.
    static func form(of sample: FormatSample) -> Form? {
        guard let first = sample.text.first else { return nil }
        let rest = sample.text.dropFirst().drop { $0 <= 0x20 }
        if first == UInt8(ascii: "[") {
            guard rest.first == UInt8(ascii: "{") || sample.ending == "json" && isValue(rest.first) else { return nil }
            return .array
        }
        guard first == UInt8(ascii: "{"), rest.first == UInt8(ascii: "\"") || rest.first == UInt8(ascii: "}") else {
            return nil
        }
        if endsInLine(sample.text) { return .lines }
        if Format.jsonLines.endings.contains(sample.ending) { return .lines }
        return isWrapper(sample.text) ? .wrapped : .single
    }

    private static func isValue(_ byte: UInt8?) -> Bool {
        byte.map { ASCII.isDigit($0) || [UInt8(ascii: "\""), UInt8(ascii: "["), UInt8(ascii: "]")].contains($0) }
            ?? true
    }

    /// Whether the first object ends before a line feed and another follows.
    private static func endsInLine(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { text in
            var splitter = JSONRecordSplitter(ByteInput(BytesInMemory(text)), recordBytes: text.count)
            guard let first = try? splitter.next(), first.isComplete else { return false }
            let rest = text[first.bytes.count...].drop { $0 <= 0x20 }
            return rest.first == UInt8(ascii: "{")
        }
    }

    /// Whether the records stand in an array within.
    private static func isWrapper(_ text: [UInt8]) -> Bool {
        guard let value = text.withUnsafeBufferPointer({ JSONReader.read($0).first }), case .object(let members) = value
        else { return false }
        func holdsRecords(_ members: [JSONValue.Member], depth: Int) -> Bool {
            members.contains { member in
                switch member.value {
                case .array(let items):
                    guard wrapperKeys.contains(member.key), let first = items.first else { return false }
                    let fields = Record(first).fields
                    return fields.contains(.headline) || fields.contains(.body) || fields.contains(.summary)
                case .object(let inner):
                    return depth < 2 && innerWrapperKeys.contains(member.key) && holdsRecords(inner, depth: depth + 1)
                default: return false
                }
            }
        }
        return holdsRecords(members, depth: 0)
    }

    /// Reads every record; each is a member `#n`, counted from 1, but for a file that is one record.
    static func read(_ input: ByteInput, _ form: Form, as format: String, in context: ReadingContext) throws {
        if let mark = ByteOrderMark(input.buffered), case .utf8 = mark.form { input.consume(mark.length) }
        var splitter = JSONRecordSplitter(input, recordBytes: recordBytes)
        splitter.hasLines = form == .lines
        if form == .wrapped {
            splitter.wrapperKeys = wrapperKeys
            splitter.innerWrapperKeys = innerWrapperKeys
        }
        var records = RecordReading(format: format, context: context, isSingle: form == .single)
        while let record = try splitter.next() {
            guard record.isWhole else {
                try records.fail(
                    ReadingFailure(.tooLarge, "The record has more than the \(recordBytes) bytes that are read."))
                continue
            }
            guard record.isComplete else {
                try records.fail(ReadingFailure(.truncated, "The record ends within itself: it was cut off."))
                continue
            }
            guard let value = record.bytes.withUnsafeBufferPointer({ JSONReader.read($0).first }) else {
                try records.fail(ReadingFailure(.malformed, "The record is no JSON object."))
                continue
            }
            if let exported = NinjsExport.article(line: value) {
                try records.take(exported)
            } else {
                try records.take(Record(value))
            }
        }
        try records.finish("JSON")
    }
}
