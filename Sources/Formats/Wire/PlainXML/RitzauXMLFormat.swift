import NewsModel

extension Format {
    /// The XML of Ritzau, the Danish agency (`RBNews`).
    static let ritzauXML = Format(
        name: "ritzau-xml", mediaTypes: ["application/xml"], endings: [],
        form: .file(.root, RitzauXMLFormat.recognises, .whole(RitzauXMLFormat.read)))
}

/// Recognises and reads `Format.ritzauXML`.
enum RitzauXMLFormat {
    static func recognises(_ sample: FormatSample) -> Bool { sample.xmlRoot?.name == "rbnews" }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        try PlainXMLReader.read(bytes, as: .ritzauXML, in: context)
    }
}
