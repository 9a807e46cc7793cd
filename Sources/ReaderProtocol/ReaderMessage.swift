import NewsModel

/// What a reader process says: `hello` once, then for each request `begin · (article | memberError | progress | explanation | conversion | fileConversion)* · end`, or `failure`
/// in the place of what would follow.
public enum ReaderMessage: Sendable, Equatable {
    /// The reader is up, its libraries are warm and it is locked in; the versions of the stream and of the reading rules, and the
    /// parts of its confinement that the kernel did not grant (bits, 0 for none).
    case hello(streamVersion: UInt16, readerVersion: Int, missingConfinement: UInt8)
    /// The file was recognised as this format.
    case begin(format: String)
    /// One article.
    case article(Article)
    /// A member could not be read; the rest goes on.
    case memberError(MemberError)
    /// A line for people that tells why the file is read as it is; only when the request wants it.
    case explanation(String)
    /// A large file was read so far, in bytes; the answer goes on. Says that the reader is at work where no article comes.
    case progress(bytes: Int)
    /// The bytes of a PDF that stands inside of the file, to be converted; the reader waits for a `ConversionAnswer`.
    case conversion([UInt8])
    /// The file itself has to be converted before it can be read, as a PDF; the reader waits for a `ConversionAnswer`.
    case fileConversion
    /// The file was read to its end, with this many articles.
    case end(articles: Int)
    /// The file could not be read (further).
    case failure(code: ReasonCode, message: String)

    private enum Kind: UInt8 {
        case hello = 1
        case begin, article, memberError, end, failure, explanation, progress, conversion, fileConversion
    }

    /// The message as one frame: payload length (4 bytes), request (8 bytes), kind (1 byte), payload; little-endian.
    ///
    /// - Parameter request: the number that the request carried; 0 for `hello`.
    public func frame(request: UInt64) -> [UInt8] {
        var writer = ByteWriter()
        let kind: Kind
        switch self {
        case .hello(let streamVersion, let readerVersion, let missingConfinement):
            kind = .hello
            writer.integer(streamVersion)
            writer.integer(Int64(readerVersion))
            writer.integer(missingConfinement)
        case .begin(let format):
            kind = .begin
            writer.text(format)
        case .article(let article):
            kind = .article
            article.write(to: &writer)
        case .memberError(let error):
            kind = .memberError
            writer.text(error.path)
            writer.text(error.code.rawValue)
            writer.text(error.message)
        case .explanation(let line):
            kind = .explanation
            writer.text(line)
        case .progress(let bytes):
            kind = .progress
            writer.integer(Int64(bytes))
        case .conversion(let document):
            kind = .conversion
            writer.raw(document)
        case .fileConversion:
            kind = .fileConversion
        case .end(let articles):
            kind = .end
            writer.integer(Int64(articles))
        case .failure(let code, let message):
            kind = .failure
            writer.text(code.rawValue)
            writer.text(message)
        }
        var header = ByteWriter()
        header.integer(UInt32(writer.bytes.count))
        header.integer(request)
        header.integer(kind.rawValue)
        return header.bytes + writer.bytes
    }

    init(kind: UInt8, payload: UnsafeRawBufferPointer) throws(StreamError) {
        guard let known = Kind(rawValue: kind) else { throw .unknownKind(kind) }
        var reader = ByteReader(payload)
        switch known {
        case .hello:
            self = .hello(
                streamVersion: try reader.integer(), readerVersion: try reader.count("reader version"),
                missingConfinement: try reader.integer())
        case .begin:
            self = .begin(format: try reader.text("format"))
        case .article:
            self = .article(try Article(from: &reader))
        case .memberError:
            self = .memberError(
                MemberError(
                    path: try reader.text("member path", limit: StreamLimits.memberPath),
                    code: ReasonCode(rawValue: try reader.code()),
                    message: try reader.text("message")))
        case .end:
            self = .end(articles: try reader.count("articles"))
        case .progress:
            self = .progress(bytes: try reader.count("progress"))
        case .conversion:
            guard payload.count <= StreamLimits.conversionBytes else {
                throw .tooLong(what: "document", count: payload.count)
            }
            self = .conversion(reader.rest())
        case .fileConversion: self = .fileConversion
        case .explanation:
            self = .explanation(try reader.text("explanation"))
        case .failure:
            self = .failure(code: ReasonCode(rawValue: try reader.code()), message: try reader.text("message"))
        }
        try reader.finish()
    }
}

extension ByteReader {
    /// A reason code: a few lower-case letters and hyphens, nothing that could act anywhere.
    fileprivate mutating func code() throws(StreamError) -> String {
        let code = try text("reason code", limit: 64)
        guard !code.isEmpty, code.utf8.allSatisfy({ (97...122).contains($0) || $0 == 45 }) else {
            throw .invalid(what: "reason code")
        }
        return code
    }
}
