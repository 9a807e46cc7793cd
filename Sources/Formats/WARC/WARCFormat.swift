import Bytes
import NewsModel

/// A web archive: WARC 1.0 and 1.1 (ISO 28500:2017; iipc.github.io/warc-specifications), plain or packed record by record.
///
/// Pages come from the records response, resource and conversion. Requests, metadata and revisits (a page that had not changed)
/// hold none. What is no page (pictures, scripts, answers of programs, errors, redirections) is passed over.
enum WARCFormat: StreamedFormatReader {
    static let format = Format.warc

    static func recognises(_ sample: FormatSample) -> Bool {
        sample.opens(with: "warc/1.") || sample.opens(with: "warc/0.")
    }

    static func read(_ input: ByteInput, in context: ReadingContext) throws {
        try context.asContainer(of: "record") { try WARCReader(input, context).read() }
    }
}
