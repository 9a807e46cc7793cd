import NewsModel

extension Format {
    /// Rich Text Format (Microsoft, "Rich Text Format (RTF) Specification", version 1.9.1).
    static let rtf = Format(
        name: "rtf", mediaTypes: ["application/rtf", "text/rtf"], endings: ["rtf"],
        form: .file(.signature, RTFFormat.recognises, .whole(RTFFormat.read)))
}

/// Recognises and reads `Format.rtf`.
enum RTFFormat {
    static func recognises(_ sample: FormatSample) -> Bool { sample.opens(with: "{\\rtf") }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        var reader = RTFReader(bytes, limits: context.limits)
        try reader.read()
        if let articles = DocumentExport.articles(reader.builder.blocks, format: .rtf) {
            return try context.exported(articles)
        }
        try context.article(DocumentArticle(.rtf, reader.builder, reader.facts).article())
    }
}
