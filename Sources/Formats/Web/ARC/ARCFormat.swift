import Bytes
import NewsModel

extension Format {
    /// A web archive of the Internet Archive's older form: ARC 1 and 2 (archive.org/web/researcher/ArcFileFormat.php), plain or packed
    /// record by record.
    static let arc = Format(
        name: "arc", mediaTypes: ["application/x-ia-arc"], endings: ["arc"], members: "record", isServed: false,
        form: .file(.signature, ARCFormat.recognises, .streamed(ARCFormat.read)))
}

/// Recognises and reads `Format.arc`.
enum ARCFormat {
    static func recognises(_ sample: FormatSample) -> Bool { sample.opens(with: "filedesc://") }

    static func read(_ input: ByteInput, in context: ReadingContext) throws {
        try ARCReader(input, context).read()
    }
}
