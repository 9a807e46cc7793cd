import Bytes
import NewsModel

extension Format {
    /// JSON (RFC 8259) as crawlers, scrapers and news interfaces deliver it: one record, an array of them, or an array within an object.
    static let json = Format(
        name: "json", mediaTypes: ["application/json"], endings: ["json"], isServed: false,
        form: .file(.shape, JSONFormat.recognises, .streamed(JSONFormat.read)))
}

/// Recognises and reads `Format.json`.
enum JSONFormat {
    static func recognises(_ sample: FormatSample) -> Bool {
        // A note may have its front matter in JSON.
        guard !Format.markdown.endings.contains(sample.ending) else { return false }
        return JSONRecords.form(of: sample).map { $0 != .lines } ?? false
    }

    static func read(_ input: ByteInput, in context: ReadingContext) throws {
        try input.fill(ReadingLimits.sniffedBytes)
        let form = JSONRecords.form(of: FormatSample(input.buffered, ending: context.hint.ending)) ?? .array
        try TextInput.withUTF8(input, declared: context.hint.charset, maximumBytes: context.limits.maximumBytes) {
            try JSONRecords.read($0, form, as: Format.json.name, in: context)
        }
    }
}
