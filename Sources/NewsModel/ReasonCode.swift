/// Why a delivery, or a member of one, was rejected: a stable word that scripts may match; `docs/reasons.md` lists them.
public struct ReasonCode: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    /// The code as it is stored and shown, lower case with hyphens.
    public let rawValue: String

    /// A code; the known ones are static members.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The code itself.
    public var description: String { rawValue }

    /// The file has no bytes.
    public static let empty = ReasonCode(rawValue: "empty")
    /// The bytes are of no format that is read.
    public static let unknownFormat = ReasonCode(rawValue: "unknown-format")
    /// The file ends in the middle of something.
    public static let truncated = ReasonCode(rawValue: "truncated")
    /// No character set makes text of the bytes.
    public static let undecodable = ReasonCode(rawValue: "undecodable")
    /// The file is larger than the configured limit.
    public static let tooLarge = ReasonCode(rawValue: "too-large")
    /// The file was read, but there is no text in it.
    public static let noText = ReasonCode(rawValue: "no-text")
    /// The page is a home page, a section front, an error page or another thing that is no article.
    public static let notAnArticle = ReasonCode(rawValue: "not-an-article")
    /// A limit of depth, nodes, members or ratio was passed.
    public static let limitExceeded = ReasonCode(rawValue: "limit-exceeded")
    /// The structure of the file is broken beyond reading.
    public static let malformed = ReasonCode(rawValue: "malformed")
    /// The pages are pictures: a scan without a text layer.
    public static let needsOCR = ReasonCode(rawValue: "needs-ocr")
    /// The program that the format needs is not installed, or cannot be confined here.
    public static let converterMissing = ReasonCode(rawValue: "converter-missing")
    /// The file, or the member, is encrypted.
    public static let encrypted = ReasonCode(rawValue: "encrypted")
    /// The reader process crashed on the file.
    public static let readerCrashed = ReasonCode(rawValue: "reader-crashed")
    /// The reader process did not finish in time.
    public static let readerTimeout = ReasonCode(rawValue: "reader-timeout")
    /// The reader process passed its memory limit.
    public static let readerMemory = ReasonCode(rawValue: "reader-memory")
    /// The reader process answered something that is not a valid answer.
    public static let readerProtocol = ReasonCode(rawValue: "reader-protocol")
    /// The file took the daemon down more than once.
    public static let poison = ReasonCode(rawValue: "poison")
    /// The archive could not store what was read; a fault of the program.
    public static let archiveFailed = ReasonCode(rawValue: "archive-failed")
    /// The daemon ended while it took the file, and the file is gone.
    public static let interrupted = ReasonCode(rawValue: "interrupted")

    /// What is in the file was erased from this archive by its administrator, and stays out.
    public static let erased = ReasonCode(rawValue: "erased")

    /// Every code that a delivery or a member may be rejected with.
    public static let all: [ReasonCode] = [
        .empty, .unknownFormat, .truncated, .undecodable, .tooLarge, .noText, .notAnArticle, .limitExceeded, .malformed,
        .needsOCR, .converterMissing, .encrypted, .readerCrashed, .readerTimeout, .readerMemory, .readerProtocol,
        .poison,
        .archiveFailed, .interrupted, .erased,
    ]
}
