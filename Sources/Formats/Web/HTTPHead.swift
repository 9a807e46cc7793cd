import Bytes
import NewsModel

/// The head of an HTTP message (RFC 9112) as web archives keep it.
struct HTTPHead {
    /// Bytes of a head that are read; servers refuse more than some dozen KiB.
    private static let longest = 256 << 10
    /// Bytes of one line.
    private static let longestLine = 64 << 10

    /// The status code; nil where the status line is none.
    var status: Int?
    /// Names in lower case, with their values.
    private var fields: [(name: String, value: String)] = []

    /// Reads a head and the empty line behind it.
    ///
    /// - Returns: nil where the input does not begin with an HTTP status line; nothing is passed over then.
    /// - Throws: `.limitExceeded` for an endless head; what the input throws.
    init?(_ input: ByteInput) throws {
        guard try input.fill(5) >= 5, input.buffered.starts(with: Array("HTTP/".utf8)),
            let line = try input.line(limit: Self.longestLine)
        else { return nil }
        status = String(decoding: line, as: UTF8.self).split(separator: " ").dropFirst().first.flatMap { Int($0) }
        try readFields(input)
    }

    /// Reads header fields up to the empty line, as in MIME and WARC.
    ///
    /// - Throws: `.limitExceeded` for an endless head; what the input throws.
    init(fieldsOf input: ByteInput) throws { try readFields(input) }

    private mutating func readFields(_ input: ByteInput) throws {
        let begin = input.offset
        while let line = try input.line(limit: Self.longestLine), !line.isEmpty {
            guard input.offset - begin <= Self.longest else {
                throw ReadingFailure(.limitExceeded, "A header has more than \(Self.longest) bytes.")
            }
            let isFolded = line[0] == 0x20 || line[0] == 0x09
            if isFolded, let last = fields.indices.last {
                fields[last].value += " " + Self.trimmed(line[...])
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                fields.append((Self.trimmed(line[..<colon]).lowercased(), Self.trimmed(line[(colon + 1)...])))
            }
        }
    }

    /// The first value of a field by its name in lower case, or nil.
    subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
        var rest = bytes.drop(while: isSpace)
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return String(decoding: rest, as: UTF8.self)
    }
}
