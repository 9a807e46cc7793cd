import Bytes
import LinuxSystem
import NewsModel
import ReaderProtocol

/// The words and places of a PDF, as the desk has had them taken out.
struct DocumentWords {
    private let file: Descriptor
    private let size: Int

    /// Waits for the desk's answer to a `ReaderMessage.conversion`.
    ///
    /// - Throws: `ReadingFailure` with the desk's reason; `StreamError` or `SystemError` when the conversation is broken.
    init(from socket: StreamSocket, request: UInt64) throws {
        guard let (header, passed) = try socket.receive(exactly: ConversionAnswer.headerBytes) else {
            throw StreamError.endsEarly
        }
        let (hasWords, size) = try ConversionAnswer.header(header, request: request)
        guard hasWords else {
            guard size <= StreamLimits.textBytes * 2, let (texts, _) = try socket.receive(exactly: Int(size)) else {
                throw StreamError.endsEarly
            }
            let (code, message) = try ConversionAnswer.refusal(texts)
            throw ReadingFailure(code, message)
        }
        guard let passed else { throw StreamError.outOfOrder("words without a descriptor") }
        file = passed
        self.size = Int(clamping: size)
    }

    /// Calls `read` with the words.
    func withBytes(_ read: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        guard size > 0 else { throw ReadingFailure(.malformed, "The PDF has no page that can be read: it is damaged.") }
        try MappedFile(file, size: size).withBytes { try read($0.assumingMemoryBound(to: UInt8.self)) }
    }
}
