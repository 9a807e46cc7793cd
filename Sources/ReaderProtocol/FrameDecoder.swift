import NewsModel

/// Turns the bytes that arrive from a reader into messages, and refuses whatever is not a valid answer to the request at hand.
///
/// Memory grows only with bytes that have arrived, never on the word of a length field.
public struct FrameDecoder: Sendable {
    /// Bytes of a frame before its payload.
    static let headerBytes = 13

    private enum State {
        case greeting, idle, begun, ended
    }

    private var buffer: [UInt8] = []
    private var consumed = 0
    private var state = State.greeting
    private var request: UInt64 = 0
    private var articles = 0
    private var mayExplain = false
    private var memberPaths: Set<String> = []
    private var memberPathBytes = 0
    private var memberErrors = 0
    private var progress = 0
    private var conversions = 0

    /// A decoder for a new reader process, which must say `hello` first.
    public init() {}

    /// Readies the decoder for the answer to a request.
    ///
    /// - Parameters:
    ///   - request: the number that the answer must carry.
    ///   - explained: true when the request wants an explanation, which is out of order otherwise.
    /// - Throws: `StreamError.outOfOrder` when bytes of an unasked answer are waiting.
    public mutating func expectAnswer(to request: UInt64, explained: Bool = false) throws(StreamError) {
        guard state != .greeting, pending == 0 else { throw .outOfOrder("an answer that nobody asked for") }
        state = .idle
        self.request = request
        mayExplain = explained
        articles = 0
        memberPaths.removeAll()
        memberPathBytes = 0
        memberErrors = 0
        progress = 0
        conversions = 0
    }

    /// True when the answer to the last request has ended.
    public var isFinished: Bool { state == .ended }

    private var pending: Int { buffer.count - consumed }

    /// Bytes of the buffer that are kept for the next frame; a larger one is given up as soon as it is read.
    private static let keptBytes = 1 << 20

    /// Bytes of the frame of which a part has arrived, as its head tells them and within `StreamLimits.frameBytes`; nil while no
    /// frame is under way.
    public var arriving: Int? {
        guard pending >= Self.headerBytes else { return nil }
        let length = buffer.withUnsafeBytes {
            Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: consumed, as: UInt32.self)))
        }
        return length <= StreamLimits.frameBytes ? length : nil
    }

    /// Adds bytes that arrived.
    public mutating func append(_ bytes: UnsafeRawBufferPointer) {
        if consumed == buffer.count {
            buffer.removeAll(keepingCapacity: buffer.capacity <= Self.keptBytes)
            consumed = 0
        } else if consumed > Self.keptBytes {
            buffer.removeFirst(consumed)
            consumed = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// The next whole message, or nil when more bytes are needed.
    ///
    /// - Throws: `StreamError`; after it the reader must be replaced.
    public mutating func next() throws(StreamError) -> ReaderMessage? {
        guard pending >= Self.headerBytes else { return nil }
        let (length, frameRequest, kind) = buffer.withUnsafeBytes { bytes in
            (
                Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: consumed, as: UInt32.self))),
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: consumed + 4, as: UInt64.self)),
                bytes[consumed + 12]
            )
        }
        guard length <= StreamLimits.frameBytes else { throw .tooLong(what: "frame", count: length) }
        if state != .greeting { guard frameRequest == request else { throw .wrongRequest } }
        guard pending >= Self.headerBytes + length else { return nil }
        let start = consumed + Self.headerBytes
        let result: Result<ReaderMessage, StreamError> = buffer.withUnsafeBytes { bytes in
            do throws(StreamError) {
                let payload = UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
                return .success(try ReaderMessage(kind: kind, payload: payload))
            } catch {
                return .failure(error)
            }
        }
        let message = try result.get()
        consumed = start + length
        if consumed == buffer.count, buffer.capacity > Self.keptBytes {
            // While the message is worked on its bytes would be in memory twice.
            buffer = []
            consumed = 0
        }
        try follow(message)
        return message
    }

    private mutating func follow(_ message: ReaderMessage) throws(StreamError) {
        switch (state, message) {
        case (.greeting, .hello(let version, _, _)):
            guard version == StreamLimits.version else { throw .version(version) }
            state = .ended
        case (.idle, .begin): state = .begun
        case (.idle, .failure), (.begun, .failure): state = .ended
        case (.begun, .article(let article)):
            articles += 1
            guard articles <= StreamLimits.articles else { throw .tooLong(what: "articles", count: articles) }
            memberPathBytes += article.memberPath?.utf8.count ?? 0
            guard memberPathBytes <= StreamLimits.memberPathBytes else {
                throw .tooLong(what: "member paths", count: memberPathBytes)
            }
            // The archive tells the articles of one delivery apart by their paths.
            guard memberPaths.insert(article.memberPath ?? "").inserted else {
                throw .invalid(what: "repeated member path")
            }
        case (.begun, .memberError):
            memberErrors += 1
            guard memberErrors <= StreamLimits.memberErrors else {
                throw .tooLong(what: "member errors", count: memberErrors)
            }
        case (.idle, .progress(let bytes)), (.begun, .progress(let bytes)):
            guard bytes > progress else { throw .invalid(what: "progress") }
            progress = bytes
        case (.begun, .conversion), (.begun, .fileConversion):
            conversions += 1
            guard conversions <= StreamLimits.conversions else {
                throw .tooLong(what: "conversions", count: conversions)
            }
        case (.begun, .explanation) where mayExplain: break
        case (.begun, .end(let count)):
            guard count == articles else { throw .invalid(what: "number of articles") }
            state = .ended
        case (_, .hello): throw .outOfOrder("hello")
        case (_, .begin): throw .outOfOrder("begin")
        case (_, .article): throw .outOfOrder("article")
        case (_, .memberError): throw .outOfOrder("member error")
        case (_, .progress): throw .outOfOrder("progress")
        case (_, .explanation): throw .outOfOrder("explanation")
        case (_, .conversion), (_, .fileConversion): throw .outOfOrder("conversion")
        case (_, .end): throw .outOfOrder("end")
        case (_, .failure): throw .outOfOrder("failure")
        }
    }
}
