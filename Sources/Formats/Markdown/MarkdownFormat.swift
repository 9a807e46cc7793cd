import NewsModel

/// Markdown (CommonMark), with or without front matter.
enum MarkdownFormat: FormatReader {
    static let format = Format.markdown

    static func recognises(_ sample: FormatSample) -> Bool { MarkdownReader.recognises(sample) }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        try context.article(MarkdownReader.read(bytes, declared: context.hint.charset, limits: context.limits))
    }
}
