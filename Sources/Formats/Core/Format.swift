import Bytes
import NewsModel

/// A format that is read: all that the desk knows of it, in one record.
///
/// A new format is one such record, in the folder of its family or one of its own, and its line in `FormatTable.standard`; nothing else in the
/// program reads by it (CONTRIBUTING.md has what goes with it).
struct Format: Sendable {
    /// The name that stands in `Article.format`.
    let name: String
    /// The media types by which mail, servers and archives declare it (IANA's registry), the one to write first; lower case.
    let mediaTypes: [String]
    /// The endings of its files' names, in lower case, without the full stop.
    let endings: [String]
    /// What its members are called, such as "file", where it is nothing but a container of them: one in which nothing can be read is told
    /// from an empty success. Nil, by default, for any other format.
    var members: String?
    /// Whether an answer of a server in one of its media types may be an article; false for what scripts fetch and for packings. Default: true.
    var isServed = true
    /// How it is recognised, and what its bytes are made into.
    let form: Form

    /// How a format is recognised and read.
    enum Form: Sendable {
        /// A file that is recognised by its start (content first, name second), when those of earlier steps were tried.
        case file(Step, @Sendable (FormatSample) -> Bool, Reader)
        /// A zip archive that is recognised by its members.
        case package(
            @Sendable (ZipDirectory) throws -> Bool, @Sendable (ZipDirectory, ReadingContext) throws -> Void)
    }

    /// When a format is tried: what is told by a signature comes before what is told by how often something occurs. Within one step the
    /// order of `FormatTable` holds.
    enum Step: Int, Sendable, Comparable, CaseIterable {
        /// Bytes with which no other format begins.
        case signature
        /// The root element of XML.
        case root
        /// Fields of a head, or names that no other format of its kind has.
        case marks
        /// How the whole looks, with the name of the file as a second opinion.
        case shape
        /// Whatever decodes and is nothing else.
        case rest

        static func < (left: Step, right: Step) -> Bool { left.rawValue < right.rawValue }
    }

    /// How the bytes of a format are read; each hands what they hold to the context and throws `ReadingFailure`, and what the context throws.
    enum Reader: Sendable {
        /// As a whole, within `ReadingLimits.maximumBytes`.
        case whole(@Sendable (UnsafeBufferPointer<UInt8>, ReadingContext) throws -> Void)
        /// In passing, so that the size is bounded by nothing but the desk's `max_size`.
        case streamed(@Sendable (ByteInput, ReadingContext) throws -> Void)
        /// After a conversion by whoever runs the reading (`DocumentConverter`): whether bytes are still to be converted, and how what it gives
        /// is read.
        case converted(
            @Sendable (UnsafeBufferPointer<UInt8>) -> Bool,
            @Sendable (UnsafeBufferPointer<UInt8>, ReadingContext) throws -> Void)
    }

    /// Reads an input of this format.
    ///
    /// - Throws: `ReadingFailure`; whatever the context or the input throws.
    func read(_ input: ByteInput, in context: ReadingContext) throws {
        try asContainer(context) {
            switch form {
            case .file(_, _, .streamed(let read)): try read(input, context)
            case .file(_, _, .converted(let isDocument, let read))
            where context.isWholeFile && isDocument(input.buffered):
                // Whoever converts it has it at hand, however large it is.
                try context.converted(.file, of: self) { try read($0, context) }
            case .file(_, _, .whole), .file(_, _, .converted):
                let bytes = try input.all(limit: context.limits.maximumBytes)
                try bytes.withUnsafeBufferPointer { try self.read($0, in: context) }
            case .package: try ZipFormat.read(input, in: context)
            }
        }
    }

    /// Reads bytes of this format that are at hand.
    ///
    /// - Throws: `ReadingFailure`; whatever the context throws.
    func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        switch form {
        case .file(_, _, .whole(let read)): try asContainer(context) { try read(bytes, context) }
        case .file(_, _, .converted(let isDocument, let read)):
            guard isDocument(bytes) else { return try read(bytes, context) }
            try context.converted(context.isWholeFile ? .file : .bytes(bytes), of: self) { try read($0, context) }
        case .file(_, _, .streamed), .package: try self.read(ByteInput(BytesInMemory(bytes)), in: context)
        }
    }

    private func asContainer(_ context: ReadingContext, _ body: () throws -> Void) throws {
        guard let members else { return try body() }
        try context.asContainer(of: members, body)
    }
}

extension Format: Hashable {
    /// Formats are told apart by their names.
    static func == (left: Format, right: Format) -> Bool { left.name == right.name }

    func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
