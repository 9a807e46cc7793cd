import Bytes
import NewsModel

/// One format that is read: how it is recognised, and how its bytes become articles.
///
/// Every format has a folder of its own and one row in `FormatTable`.
protocol FormatReader: Sendable {
    /// The format.
    static var format: Format { get }
    /// Whether a file, or a member of a container, looks like this format: by content first, by name second.
    static func recognises(_ sample: FormatSample) -> Bool
    /// Reads the whole bytes and hands what they hold to the context.
    ///
    /// - Throws: `ReadingFailure`; whatever the context throws.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws
}

/// A format that is read in passing, so that its size is bounded by nothing but the desk's `max_size`: compressed files,
/// containers, web archives, mailboxes and records.
protocol StreamedFormatReader: FormatReader {
    /// Reads the input from its start and hands what it holds to the context.
    ///
    /// - Throws: `ReadingFailure`; whatever the context or the input throws.
    static func read(_ input: ByteInput, in context: ReadingContext) throws
}

extension StreamedFormatReader {
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        try read(ByteInput(BytesInMemory(bytes)), in: context)
    }
}
