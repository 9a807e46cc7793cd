import NewsModel

/// Reads the articles in a file, whatever its format.
///
/// The format is told by content first and by name second (`FormatDetector`). Each article is finished in the same way
/// (`ArticleFinisher`) before it is handed out. Nothing is read but the bytes given: no file, clock or network.
public struct ArticleReader: Sendable {
    /// The version of the rules by which articles are read; stored with each article, so that those of an older version
    /// can be read again. It rises whenever a rule changes what is read.
    public static let version = 1

    private let limits: ReadingLimits
    private let explains: Bool

    /// A reader within limits.
    ///
    /// - Parameter explains: true to tell, before the article of a page, why each of its blocks was kept or dropped.
    public init(limits: ReadingLimits = .default, explains: Bool = false) {
        self.limits = limits
        self.explains = explains
    }

    /// Opens everything that the C libraries open lazily (charset modules, language and charset tables), so that a sandbox
    /// may close the file system afterwards. Idempotent.
    public static func warmUp() {
        CharsetConverter.warmUp()
        LanguageGuesser.warmUp()
        [UInt8]("caf\u{E9}".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }).withUnsafeBufferPointer {
            _ = CharsetDetector.detect($0)
        }
    }

    /// Reads the bytes and hands out what they hold.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - hint: the file's name.
    ///   - emit: takes each event in order; what it throws ends the reading and is thrown on.
    /// - Throws: `ReadingFailure`: `.empty`, `.tooLarge`, `.unknownFormat` (with the name of the format where it is known),
    ///   `.truncated`, `.undecodable`, `.noText`, `.notAnArticle` or `.limitExceeded`; and whatever `emit` throws.
    public func read(
        _ bytes: UnsafeBufferPointer<UInt8>, hint: ReadingHint, emit: (ReadingEvent) throws -> Void
    ) throws {
        guard !bytes.isEmpty else { throw ReadingFailure(.empty, "The file is empty: it has no bytes.") }
        guard bytes.count <= limits.maximumBytes else {
            throw ReadingFailure(
                .tooLarge, "The file has \(bytes.count) bytes; at most \(limits.maximumBytes) are read as one article.")
        }
        let format = try FormatDetector.format(of: bytes, hint: hint)
        try emit(.begin(format: format.rawValue))
        switch format {
        case .html:
            if explains { for line in try HTMLReader.explain(bytes) { try emit(.explanation(line)) } }
            try emit(.article(ArticleFinisher.finished(HTMLReader.read(bytes))))
        case .text:
            try emit(.article(ArticleFinisher.finished(TextReader.read(bytes, declared: hint.charset, limits: limits))))
        case .markdown:
            try emit(
                .article(ArticleFinisher.finished(MarkdownReader.read(bytes, declared: hint.charset, limits: limits))))
        }
    }
}
