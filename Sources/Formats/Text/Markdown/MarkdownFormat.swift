import NewsModel

extension Format {
    /// Markdown (CommonMark), with or without front matter.
    static let markdown = Format(
        name: "markdown", mediaTypes: ["text/markdown"],
        endings: ["md", "markdown", "mkd", "mdown", "mdwn", "mdx", "qmd", "rmd"],
        form: .file(.shape, MarkdownFormat.recognises, .whole(MarkdownFormat.read)))
}

/// Recognises and reads `Format.markdown`.
enum MarkdownFormat {
    static func recognises(_ sample: FormatSample) -> Bool { MarkdownReader.recognises(sample) }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        try context.article(MarkdownReader.read(bytes, declared: context.hint.charset, limits: context.limits))
    }
}
