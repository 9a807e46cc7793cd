import Bytes
import NewsModel

/// A web archive of the Internet Archive's older form: ARC 1 and 2 (archive.org/web/researcher/ArcFileFormat.php), plain or packed
/// record by record.
enum ARCFormat: StreamedFormatReader {
    static let format = Format.arc

    static func recognises(_ sample: FormatSample) -> Bool { sample.opens(with: "filedesc://") }

    static func read(_ input: ByteInput, in context: ReadingContext) throws {
        try context.asContainer(of: "record") { try ARCReader(input, context).read() }
    }
}
