import Markup
import NewsModel

extension Format {
    /// NITF, the News Industry Text Format of the IPTC, versions 3.0 to 3.6.
    static let nitf = Format(
        name: "nitf", mediaTypes: ["application/xml"], endings: [],
        form: .file(.root, NITFFormat.recognises, .whole(NITFFormat.read)))
}

/// Recognises and reads `Format.nitf`.
enum NITFFormat {
    static func recognises(_ sample: FormatSample) -> Bool { sample.xmlRoot?.name == "nitf" }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        let root = try XMLElement.document(bytes, declared: context.hint.charset)
        try context.article(NITFReader.item(root).article(limits: context.limits))
    }
}
