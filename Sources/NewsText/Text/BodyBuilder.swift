import Bytes
import NewsModel

/// Puts a body together, paragraph by paragraph, in the form in which it is stored.
///
/// Each paragraph is normalised (`TextNormalizer`), with its lines kept for preformatted text and tables; those that
/// come out empty are left out. Paragraphs stand apart by one empty line, and their ranges count code points.
package struct BodyBuilder {
    private var bytes: [UInt8] = []
    private var codePoints = 0
    private var paragraphs: [Paragraph] = []

    /// A builder of an empty body.
    package init() {}

    /// Whether no paragraph with text was appended.
    package var isEmpty: Bool { paragraphs.isEmpty }

    /// The number of paragraphs so far.
    package var count: Int { paragraphs.count }

    /// The number of bytes of the body so far.
    package var byteCount: Int { bytes.count }

    /// Appends a paragraph of text.
    package mutating func append(_ kind: Paragraph.Kind, _ text: String) {
        var text = text
        text.withUTF8 { append(kind, $0) }
    }

    /// Appends a paragraph of UTF-8 bytes.
    package mutating func append(_ kind: Paragraph.Kind, _ utf8: [UInt8]) {
        utf8.withUnsafeBufferPointer { append(kind, $0) }
    }

    /// Appends a paragraph of UTF-8 bytes.
    package mutating func append(_ kind: Paragraph.Kind, _ utf8: ArraySlice<UInt8>) {
        utf8.withUnsafeBufferPointer { append(kind, $0) }
    }

    /// Appends a paragraph of UTF-8 bytes.
    package mutating func append(_ kind: Paragraph.Kind, _ utf8: UnsafeBufferPointer<UInt8>) {
        let keepsLines = kind == .preformatted || kind == .table
        let text = TextNormalizer.normalized(utf8, keepsLines ? .lines : .folded)
        guard !text.isEmpty else { return }
        if !paragraphs.isEmpty {
            bytes.append(contentsOf: [0x0A, 0x0A])
            codePoints += 2
        }
        let start = codePoints
        bytes.append(contentsOf: text)
        codePoints += text.reduce(into: 0) { $0 += $1 & 0xC0 == 0x80 ? 0 : 1 }
        paragraphs.append(Paragraph(kind: kind, range: CodePointRange(start: start, end: codePoints)))
    }

    /// The body and its paragraphs.
    package consuming func finish() -> (body: String, paragraphs: [Paragraph]) {
        (String(decoding: bytes, as: UTF8.self), paragraphs)
    }
}
