import NewsModel

/// Plain text: whatever decodes and is nothing else.
enum TextFormat: FormatReader {
    static let format = Format.text

    static func recognises(_ sample: FormatSample) -> Bool { true }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        try context.article(TextReader.read(bytes, declared: context.hint.charset, limits: context.limits))
    }
}
