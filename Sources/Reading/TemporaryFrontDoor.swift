import NewsModel
/// x
public struct ReadingHint: Sendable {
    /// x
    public var name: FileName
    /// x
    public init(name: FileName) { self.name = name }
}
/// x
public enum ReadingEvent: Sendable {
    /// x
    case begin(format: String)
    /// x
    case article(Article)
    /// x
    case memberError(MemberError)
}
/// x
public struct ArticleReader: Sendable {
    /// x
    public static let version = 1
    /// x
    public init() {}
    /// x
    public static func warmUp() {}
    /// x
    public func read(
        _ bytes: UnsafeBufferPointer<UInt8>, hint: ReadingHint, emit: (ReadingEvent) throws -> Void
    ) throws {
        if bytes.contains(UInt8(ascii: "<")) {
            let article = try HTMLReader.read(bytes)
            try emit(.begin(format: "html"))
            try emit(.article(article))
        } else {
            guard !bytes.contains(0) else { throw ReadingFailure(code: .unknownFormat, message: "binary") }
            var builder = BodyBuilder()
            let text = String(decoding: bytes, as: UTF8.self)
            for line in text.split(separator: "\n") { builder.append(.paragraph, String(line)) }
            let (body, paragraphs) = builder.finish()
            var article = Article(format: "text", body: body, paragraphs: paragraphs)
            article.headline = String(text.prefix(40))
            try emit(.begin(format: "text"))
            try emit(.article(article))
        }
    }
}
