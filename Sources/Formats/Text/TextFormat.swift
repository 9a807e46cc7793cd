import NewsModel

extension Format {
    /// Plain text: whatever decodes and is nothing else.
    static let text = Format(
        name: "text", mediaTypes: ["text/plain"], endings: ["txt"],
        form: .file(.rest, TextFormat.recognises, .whole(TextFormat.read)))
}

/// Recognises and reads `Format.text`.
enum TextFormat {
    static func recognises(_ sample: FormatSample) -> Bool { true }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        try context.article(TextReader.read(bytes, declared: context.hint.charset, limits: context.limits))
    }
}
