import NewsModel

/// What the desk answers to `ReaderMessage.conversion` and `.fileConversion`.
public enum ConversionAnswer: Sendable, Equatable {
    /// The words and places, in the descriptor that comes with this; their size in bytes.
    case words(size: UInt64)
    /// Why there are none.
    case refused(code: ReasonCode, message: String)

    /// The bytes before the texts: request (8), whether words come (1), their size or the length of the texts (8).
    public static let headerBytes = 17

    /// The answer as bytes.
    ///
    /// - Parameter request: the number of the request under way.
    public func bytes(request: UInt64) -> [UInt8] {
        var writer = ByteWriter()
        writer.integer(request)
        switch self {
        case .words(let size):
            writer.flag(true)
            writer.integer(size)
            return writer.bytes
        case .refused(let code, let message):
            var texts = ByteWriter()
            texts.text(code.rawValue)
            texts.text(message)
            writer.flag(false)
            writer.integer(UInt64(texts.bytes.count))
            return writer.bytes + texts.bytes
        }
    }

    /// Reads a header: whether words come, and how many bytes they or the texts that follow have.
    ///
    /// - Throws: `StreamError`, also for another request.
    public static func header(
        _ bytes: [UInt8], request: UInt64
    ) throws(StreamError) -> (hasWords: Bool, size: UInt64) {
        guard bytes.count == headerBytes else { throw .endsEarly }
        return try parse(bytes) { (reader) throws(StreamError) in
            guard try reader.integer(UInt64.self) == request else { throw .wrongRequest }
            return (try reader.flag("conversion"), try reader.integer(UInt64.self))
        }
    }

    /// Reads the texts of a refusal.
    ///
    /// - Throws: `StreamError`.
    public static func refusal(_ bytes: [UInt8]) throws(StreamError) -> (code: ReasonCode, message: String) {
        try parse(bytes) { (reader) throws(StreamError) in
            (ReasonCode(rawValue: try reader.text("reason code", limit: 64)), try reader.text("message"))
        }
    }

    private static func parse<T>(
        _ bytes: [UInt8], _ read: (inout ByteReader) throws(StreamError) -> T
    ) throws(StreamError) -> T {
        let result: Result<T, StreamError> = bytes.withUnsafeBytes { raw in
            do throws(StreamError) {
                var reader = ByteReader(raw)
                return .success(try read(&reader))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
