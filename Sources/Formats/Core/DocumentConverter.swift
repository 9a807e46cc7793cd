import NewsModel

/// Has a document converted by whoever runs the reading: the reading itself starts no program.
///
/// Called with the bytes of a PDF; calls back with the words and places that poppler's `pdftotext -bbox-layout` writes of it. Throws
/// `ReadingFailure` where it cannot be converted, and whatever the call back throws.
package typealias DocumentConverter = (
    _ document: UnsafeBufferPointer<UInt8>, _ read: (UnsafeBufferPointer<UInt8>) throws -> Void
) throws -> Void
