import Bytes
import NewsModel

/// JSON (RFC 8259) as crawlers, scrapers and news interfaces deliver it: one record, an array of them, or an array within an object.
enum JSONFormat: StreamedFormatReader {
    static let format = Format.json

    static func recognises(_ sample: FormatSample) -> Bool {
        JSONRecords.form(of: sample).map { $0 != .lines } ?? false
    }

    static func read(_ input: ByteInput, in context: ReadingContext) throws {
        try input.fill(ReadingLimits.sniffedBytes)
        let form = JSONRecords.form(of: FormatSample(input.buffered, ending: context.hint.ending)) ?? .array
        try TextInput.withUTF8(input, declared: context.hint.charset, maximumBytes: context.limits.maximumBytes) {
            try JSONRecords.read($0, form, as: format, in: context)
        }
    }
}
