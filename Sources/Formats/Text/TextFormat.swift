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
        let text = try TextReader.lines(bytes, declared: context.hint.charset)
        if let articles = try PressDatabaseExport.articles(text, limits: context.limits) {
            return try context.exported(articles)
        }
        try context.article(TextReader.article(text, limits: context.limits))
    }
}
