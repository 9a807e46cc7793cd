import Bytes
import NewsModel

extension Format {
    /// A web archive: WARC 1.0 and 1.1 (ISO 28500:2017; iipc.github.io/warc-specifications), plain or packed record by record.
    ///
    /// Pages come from the records response, resource and conversion. Requests, metadata and revisits (a page that had not changed)
    /// hold none. What is no page (pictures, scripts, answers of programs, errors, redirections) is passed over.
    static let warc = Format(
        name: "warc", mediaTypes: ["application/warc"], endings: ["warc"], members: "record", isServed: false,
        form: .file(.signature, WARCFormat.recognises, .streamed(WARCFormat.read)))
}

/// Recognises and reads `Format.warc`.
enum WARCFormat {
    static func recognises(_ sample: FormatSample) -> Bool {
        sample.opens(with: "warc/1.") || sample.opens(with: "warc/0.")
    }

    static func read(_ input: ByteInput, in context: ReadingContext) throws {
        try WARCReader(input, context).read()
    }
}
