/// Has a document converted by whoever runs the reading: the reading itself starts no program.
///
/// Called with a document such as a PDF; calls back with what came of it, for a PDF the words and places that poppler's
/// `pdftotext -bbox-layout` writes of it. Throws `ReadingFailure` where it cannot be converted, and whatever the call back throws.
package typealias DocumentConverter = (
    _ document: ConvertibleDocument, _ read: (UnsafeBufferPointer<UInt8>) throws -> Void
) throws -> Void

/// A document that has to be converted before it is read.
package enum ConvertibleDocument {
    /// The file itself, which whoever runs the reading has at hand.
    case file
    /// A document within the file, as the bytes that were taken out of it.
    case bytes(UnsafeBufferPointer<UInt8>)
}
