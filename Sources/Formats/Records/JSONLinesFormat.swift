import Bytes
import NewsModel

extension Format {
    /// JSON Lines (jsonlines.org): one record a line, as crawlers and `wiredesk read` write it.
    static let jsonLines = Format(
        name: "jsonl", mediaTypes: ["application/x-ndjson", "application/jsonl"],
        endings: ["jsonl", "ndjson", "jl", "jsonlines"], isServed: false,
        form: .file(.shape, JSONLinesFormat.recognises, .streamed(JSONLinesFormat.read)))
}

/// Recognises and reads `Format.jsonLines`.
enum JSONLinesFormat {
    static func recognises(_ sample: FormatSample) -> Bool { JSONRecords.form(of: sample) == .lines }

    static func read(_ input: ByteInput, in context: ReadingContext) throws {
        try TextInput.withUTF8(input, declared: context.hint.charset, maximumBytes: context.limits.maximumBytes) {
            try JSONRecords.read($0, .lines, as: Format.jsonLines.name, in: context)
        }
    }
}
