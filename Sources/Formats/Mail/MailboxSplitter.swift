import Bytes
import NewsModel

/// Cuts a mailbox into its messages, one at a time in memory.
///
/// A separator is a line `From ` at the start or behind an empty line with a header line after it, or anywhere with a header
/// of mail after it: lines of text that begin so and were not quoted do not part a message. A `Content-Length` that leads to a separator or the end is believed (mboxcl);
/// then nothing of the message was quoted. Otherwise one `>` is taken off lines that begin with any number of them and `From `.
struct MailboxSplitter {
    /// What comes next.
    enum Item {
        case message([UInt8])
        /// A message of more bytes than are read; it was passed over.
        case tooLarge
    }

    /// Bytes of a line that are looked at together; the rest of a longer one follows as it is.
    private static let lineBytes = 8 << 10

    private let input: ByteInput
    private let limit: Int
    private var isAtSeparator = true

    init(_ input: ByteInput, limit: Int) {
        self.input = input
        self.limit = limit
    }

    /// The next message; nil at the end.
    mutating func next() throws -> Item? {
        if isAtSeparator, try !skipSeparator() { return nil }
        guard try input.fill(1) > 0 else { return nil }
        var message: [UInt8] = []
        try readHeaders(into: &message)
        if let length = Self.contentLength(message), length <= limit, try endsMessage(after: length) {
            message.append(contentsOf: input.buffered.prefix(length))
            input.consume(length)
            while try input.fill(1) > 0, let byte = input.buffered.first, byte == 0x0A || byte == 0x0D {
                input.consume(1)
            }
            isAtSeparator = true
            return .message(message)
        }
        let isWhole = try readBody(into: &message)
        return isWhole ? .message(message) : .tooLarge
    }

    /// Passes over the line of a separator and empty lines before it; false at the end.
    private mutating func skipSeparator() throws -> Bool {
        while try input.fill(1) > 0, let byte = input.buffered.first, byte <= 0x20 { input.consume(1) }
        guard try input.fill(1) > 0 else { return false }
        try Self.skipLine(input)
        isAtSeparator = false
        return true
    }

    /// Takes the lines up to the empty one, with it.
    private mutating func readHeaders(into message: inout [UInt8]) throws {
        while try input.fill(Self.lineBytes) > 0 {
            let (line, _) = Self.line(input.buffered)
            let isEmpty = line.allSatisfy { $0 == 0x0A || $0 == 0x0D }
            // Headers without a body: the next separator.
            if try !message.isEmpty && isSeparator(isBehindEmptyLine: false) { return }
            guard message.count + line.count <= limit else { return }
            message.append(contentsOf: line)
            input.consume(line.count)
            if isEmpty { return }
        }
    }

    /// Takes the lines up to the next separator; false where they are too many.
    private mutating func readBody(into message: inout [UInt8]) throws -> Bool {
        var isBehindEmptyLine = true
        var isLineStart = true
        var isWhole = true
        while try input.fill(Self.lineBytes) > 0 {
            if isLineStart, try isSeparator(isBehindEmptyLine: isBehindEmptyLine) {
                isAtSeparator = true
                break
            }
            let (line, isComplete) = Self.line(input.buffered)
            if isWhole, message.count + line.count > limit {
                isWhole = false
                message = []
            }
            if isWhole {
                let isQuoted =
                    isLineStart && line.first == UInt8(ascii: ">")
                    && line.drop { $0 == UInt8(ascii: ">") }.starts(with: "From ".utf8)
                message.append(contentsOf: line.dropFirst(isQuoted ? 1 : 0))
            }
            isBehindEmptyLine = isLineStart && line.allSatisfy { $0 == 0x0A || $0 == 0x0D }
            isLineStart = isComplete
            input.consume(line.count)
        }
        return isWhole
    }

    /// Whether a separator comes next: its line, then a header line; without an empty line before it, a header of mail.
    private func isSeparator(isBehindEmptyLine: Bool) throws -> Bool {
        guard input.buffered.starts(with: "From ".utf8) else { return false }
        try input.fill(2 * Self.lineBytes)
        let (line, isComplete) = Self.line(input.buffered)
        guard isComplete else { return false }
        var next = input.buffered[line.count...]
        // Some programs put a quoted separator of the mailbox it came from below their own.
        if next.starts(with: ">From ".utf8) { next = next.drop { $0 != 0x0A }.dropFirst() }
        guard let field = MailHeaderProbe.fieldName(next) else { return next.isEmpty && isBehindEmptyLine }
        return isBehindEmptyLine || MailHeaderProbe.isFieldOfMail(field)
    }

    /// Whether the message ends after `length` more bytes: at the end, or before a separator.
    private func endsMessage(after length: Int) throws -> Bool {
        let available = try input.fill(length + 16)
        guard available >= length else { return false }
        let rest = input.buffered[length...].drop { $0 == 0x0A || $0 == 0x0D }
        return rest.isEmpty ? available <= length + 2 : rest.starts(with: "From ".utf8)
    }

    /// The value of the header `Content-Length`.
    private static func contentLength(_ headers: [UInt8]) -> Int? {
        for line in headers.split(separator: 0x0A) where line.count < 64 {
            guard MailHeaderProbe.fieldName(line) == "content-length" else { continue }
            let digits = line.drop { $0 != UInt8(ascii: ":") }.filter { ASCII.isDigit($0) }
            return Int(String(decoding: digits, as: UTF8.self))
        }
        return nil
    }

    /// The first line with its end, or as much of it as is looked at.
    private static func line(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (line: UnsafeBufferPointer<UInt8>, isComplete: Bool) {
        let window = UnsafeBufferPointer(rebasing: bytes.prefix(lineBytes))
        guard let feed = window.firstIndex(of: 0x0A) else { return (window, bytes.count < lineBytes) }
        return (UnsafeBufferPointer(rebasing: window[...feed]), true)
    }

    private static func skipLine(_ input: ByteInput) throws {
        while try input.fill(lineBytes) > 0 {
            let (line, isComplete) = line(input.buffered)
            input.consume(line.count)
            if isComplete { return }
        }
    }
}
