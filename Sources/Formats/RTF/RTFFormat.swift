import NewsModel

/// Rich Text Format (Microsoft, "Rich Text Format (RTF) Specification", version 1.9.1).
enum RTFFormat: FormatReader {
    static let format = Format.rtf

    static func recognises(_ sample: FormatSample) -> Bool { sample.opens(with: "{\\rtf") }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        var reader = RTFReader(bytes, limits: context.limits)
        try reader.read()
        try context.article(DocumentArticle(format, reader.builder, reader.facts).article())
    }
}
