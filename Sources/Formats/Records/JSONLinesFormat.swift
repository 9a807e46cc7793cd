import Bytes
import NewsModel

/// JSON Lines (jsonlines.org): one record a line, as crawlers and `wiredesk read` write it.
enum JSONLinesFormat: StreamedFormatReader {
    static let format = Format.jsonLines

    static func recognises(_ sample: FormatSample) -> Bool { JSONRecords.form(of: sample) == .lines }

    static func read(_ input: ByteInput, in context: ReadingContext) throws {
        try TextInput.withUTF8(input, declared: context.hint.charset, maximumBytes: context.limits.maximumBytes) {
            try JSONRecords.read($0, .lines, as: format, in: context)
        }
    }
}
