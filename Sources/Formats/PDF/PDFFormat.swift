import Bytes
import NewsModel

/// A PDF with a text layer, as the words and places that poppler's `pdftotext -bbox-layout` writes of it.
///
/// The desk has a PDF converted before a reader gets it; one inside of a container or a mail goes back to the desk for that
/// (`DocumentConverter`).
enum PDFFormat: FormatReader {
    static let format = Format.pdf

    /// Whether bytes are a PDF as it was written, by its signature (ISO 32000-1, section 7.5.2).
    static func isDocument(_ bytes: some Sequence<UInt8>) -> Bool { bytes.starts(with: "%PDF-".utf8) }

    static func recognises(_ sample: FormatSample) -> Bool {
        guard sample.opens(with: "<!doctype html public") else { return false }
        return sample.text.withUnsafeBufferPointer { ByteSearch.find("<doc>\n", in: $0, from: 0) != nil }
    }

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
