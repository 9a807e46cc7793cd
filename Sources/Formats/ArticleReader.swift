import Bytes
import NewsModel
import NewsText

/// Reads the articles in a file, whatever its format.
///
/// The format is told by content first and by name second (`FormatTable`). Each article is finished in the same way
/// (`ArticleFinisher`) before it is handed out. Nothing is read but the bytes given: no file, clock or network.
package struct ArticleReader {
    /// The version of the rules by which articles are read; stored with each article, so that those of an older version
    /// can be read again. It rises whenever a rule changes what is read.
    package static let version = 1

    private let limits: ReadingLimits
    private let formats: FormatTable
    private let explains: Bool
    private let isAccepted: Bool
    private let converter: DocumentConverter?

    /// A reader within limits.
    ///
    /// - Parameters:
    ///   - explains: true to tell, before the article of a page, why each of its blocks was kept or dropped.
    ///   - isAccepted: true where a person says that what looks like no article is one: pages are not refused for it; false by default.
    ///   - converter: converts documents such as PDF files; nil, by default, to refuse them.
    package init(
        limits: ReadingLimits = .default, explains: Bool = false, isAccepted: Bool = false,
        converter: DocumentConverter? = nil
    ) {
        self.init(formats: .standard, limits: limits, explains: explains, isAccepted: isAccepted, converter: converter)
    }

    /// A reader of certain formats.
    init(
        formats: FormatTable, limits: ReadingLimits = .default, explains: Bool = false, isAccepted: Bool = false,
        converter: DocumentConverter? = nil
    ) {
        self.formats = formats
        self.limits = limits
        self.explains = explains
        self.isAccepted = isAccepted
        self.converter = converter
    }

    /// Opens everything that the C libraries open lazily (charset modules, language and charset tables), so that a sandbox
    /// may close the file system afterwards. Idempotent.
    package static func warmUp() {
        CharsetConverter.warmUp()
        LanguageGuesser.warmUp()
        MIMEMessage.warmUp()
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
    package func read(
        _ bytes: UnsafeBufferPointer<UInt8>, hint: ReadingHint, emit: (ReadingEvent) throws -> Void
    ) throws {
        guard !bytes.isEmpty else { throw ReadingFailure(.empty, "The file is empty: it has no bytes.") }
        guard bytes.count <= limits.maximumBytes else {
            throw ReadingFailure(
                .tooLarge, "The file has \(bytes.count) bytes; at most \(limits.maximumBytes) are read as one article.")
        }
        try withoutActuallyEscaping(emit) { emit in
            try read(size: bytes.count, hint: hint, emit: emit) { try $0.read(bytes) }
        }
    }

    /// Reads a file of any size: formats that are read in passing (containers, web archives, mailboxes, records) are never held
    /// in memory as a whole; any other may have `ReadingLimits.maximumBytes`.
    ///
    /// - Throws: as the other `read`, and what the source throws.
    package func read(
        _ source: any ByteSource, hint: ReadingHint, emit: (ReadingEvent) throws -> Void
    ) throws {
        guard source.size > 0 else { throw ReadingFailure(.empty, "The file is empty: it has no bytes.") }
        try withoutActuallyEscaping(emit) { emit in
            try read(size: source.size, hint: hint, emit: emit) { try $0.read(ByteInput(source)) }
        }
    }

    private func read(
        size: Int, hint: ReadingHint, emit: @escaping (ReadingEvent) throws -> Void,
        _ body: (ReadingContext) throws -> Void
    ) throws {
        let context = ReadingContext(
            hint: hint, limits: limits, formats: formats, explains: explains, isAccepted: isAccepted, fileBytes: size,
            converter: converter,
            emit: emit)
        try body(context)
        let unlisted = context.budget.unlistedFailures
        if unlisted > 0 {
            try emit(
                .memberError(
                    MemberError(
                        path: "#more", code: .limitExceeded,
                        message: "\(unlisted) more members could not be read; they are not listed.")))
        }
    }
}
