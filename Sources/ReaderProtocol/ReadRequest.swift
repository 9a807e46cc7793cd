/// What the desk asks of a reader: read the descriptor that comes with this.
public struct ReadRequest: Sendable, Equatable {
    /// A number that the answer must carry; drawn at random, so that no answer can be prepared for the next file.
    public var request: UInt64
    /// The size of the file in bytes.
    public var size: UInt64
    /// The file's raw name, a second hint at its format; at most `StreamLimits.nameBytes` are sent.
    public var name: [UInt8]
    /// True when the answer is to say why it is what it is (`ReaderMessage.explanation`).
    public var wantsExplanation: Bool

    /// True where a person says that what looks like no article is one.
    public var isAccepted: Bool

    /// The bytes before the name: version (2), name length (2), request (8), size (8), explanation (1), acceptance (1).
    public static let headerBytes = 22

    /// A request; no explanation and nothing accepted by default.
    public init(
        request: UInt64, size: UInt64, name: [UInt8], wantsExplanation: Bool = false, isAccepted: Bool = false
    ) {
        self.wantsExplanation = wantsExplanation
        self.isAccepted = isAccepted
        self.request = request
        self.size = size
        self.name = Array(name.suffix(StreamLimits.nameBytes))
    }

    /// The request as bytes, header and name.
    public var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.integer(StreamLimits.version)
        writer.integer(UInt16(name.count))
        writer.integer(request)
        writer.integer(size)
        writer.flag(wantsExplanation)
        writer.flag(isAccepted)
        return writer.bytes + name
    }

    /// Reads a header; the name of `nameCount` bytes follows.
    ///
    /// - Throws: `StreamError` for another version or a name that is too long.
    public static func header(_ bytes: [UInt8]) throws(StreamError) -> (request: ReadRequest, nameCount: Int) {
        guard bytes.count == headerBytes else { throw .endsEarly }
        let result: Result<(ReadRequest, Int), StreamError> = bytes.withUnsafeBytes { raw in
            do throws(StreamError) {
                var reader = ByteReader(raw)
                let version = try reader.integer(UInt16.self)
                guard version == StreamLimits.version else { throw .version(version) }
                let nameCount = Int(try reader.integer(UInt16.self))
                guard nameCount <= StreamLimits.nameBytes else { throw .tooLong(what: "name", count: nameCount) }
                let request = ReadRequest(
                    request: try reader.integer(), size: try reader.integer(), name: [],
                    wantsExplanation: try reader.flag("explanation"), isAccepted: try reader.flag("acceptance"))
                return .success((request, nameCount))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
