import Markup
import NewsModel

/// NITF, the News Industry Text Format of the IPTC, versions 3.0 to 3.6.
enum NITFFormat: FormatReader {
    static let format = Format.nitf

    static func recognises(_ sample: FormatSample) -> Bool { sample.xmlRoot?.name == "nitf" }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        let root = try XMLElement.document(bytes, declared: context.hint.charset)
        try context.article(NITFReader.item(root).article(limits: context.limits))
    }
}
