import Bytes
import NewsModel

extension Format {
    /// A PDF with a text layer (ISO 32000-1). Whoever runs the reading has it converted (`DocumentConverter`) to the words and places that
    /// poppler's `pdftotext -bbox-layout` writes of it.
    static let pdf = Format(
        name: "pdf", mediaTypes: ["application/pdf"], endings: ["pdf"],
        form: .file(
            .signature, { PDFFormat.isDocument($0.bytes) || PDFFormat.isWords($0) },
            .converted(PDFFormat.isDocument, PDFFormat.read)))
}

/// Recognises and reads `Format.pdf`.
enum PDFFormat {
    /// Bytes from the start within which the signature stands (PDF 1.7, appendix H, note 13).
    private static let signatureBytes = 1024

    /// Whether bytes are a PDF as it was written, by its signature (ISO 32000-1, section 7.5.2) at the start, or after a few bytes that some
    /// programs put before it.
    static func isDocument(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        // Before the signature stands no text: a page about PDF files is a page.
        let start = bytes.prefix(signatureBytes).drop { $0 <= 0x20 || $0 >= 0x80 }
        return bytes[start.startIndex...].starts(with: "%PDF-".utf8)
    }

    /// Whether a sample is the words of a PDF.
    static func isWords(_ sample: FormatSample) -> Bool {
        sample.opens(with: "<!doctype html public") && sample.holds("<doc>\n")
    }

    /// Reads the words of a PDF.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        let layout = try PDFLayout(bytes)
        guard layout.pageCount > 0 else {
            throw ReadingFailure(.malformed, "The PDF has no page that can be read: it is damaged.")
        }
        guard layout.wordCount >= PDFLayout.fewestWords else {
            throw ReadingFailure(
                .needsOCR,
                "No page of the PDF (of \(layout.pageCount)) has text on it: it is a scan. Put it through OCR and drop it again."
            )
        }
        try context.article(PDFArticle(layout).article(limits: context.limits))
    }
}
