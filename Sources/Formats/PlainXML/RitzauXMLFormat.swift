import NewsModel

/// The XML of Ritzau, the Danish agency (`RBNews`).
enum RitzauXMLFormat: FormatReader {
    static let format = Format.ritzauXML

    static func recognises(_ sample: FormatSample) -> Bool { sample.xmlRoot?.name == "rbnews" }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        try PlainXMLReader.read(bytes, as: format, in: context)
    }
}
