import NewsModel

/// Kept originals as a web archive: WARC 1.1 (ISO 28500:2017), not compressed.
///
/// A `warcinfo` record opens the file. Each original is a `resource` record, since what is kept is the file and not an answer of
/// a server, with a `metadata` record behind it that tells its name and delivery. The bytes themselves go between
/// `head(of:)` and `tail(of:)`, so that an original of any size can be streamed. Identifiers of records are made from
/// the hashes: the same originals give the same file, but for its first record.
public struct WARCWriter: Sendable {
    /// What the addresses of originals begin with of which no address is known.
    public static let addressPrefix = "urn:wiredesk:original:"

    /// The field of an original's record that has its name, by which a desk tells its own originals; readers pass over fields
    /// that they do not know (WARC 1.1, 5).
    static let fileField = "Wiredesk-File"

    /// The name and version of the program, for the first record.
    public let software: String

    /// A writer.
    ///
    /// - Parameter software: the name and version of the program, such as `wiredesk/0.1.0`.
    public init(software: String) { self.software = software }

    /// The record that opens the file.
    ///
    /// - Parameter milliseconds: the time of the export, since 1970 UTC.
    public func opening(at milliseconds: Int64) -> [UInt8] {
        let content = Self.fields([
            ("software", software), ("format", "WARC File Format 1.1"),
            ("conformsTo", "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
        ])
        let seed = UInt64(bitPattern: milliseconds)
        let name = (0..<8).map { UInt8(truncatingIfNeeded: seed >> (56 - 8 * UInt64($0))) } + Array("warcinfo".utf8)
        return Self.record(
            [
                ("WARC-Type", "warcinfo"), ("WARC-Record-ID", Self.identifier(name)),
                ("WARC-Date", UTCInstant(milliseconds: milliseconds).wholeSeconds),
                ("Content-Type", "application/warc-fields"),
            ], content)
    }

    /// The head of an original's record; exactly `size` bytes of the original must follow, then `tail(of:)`.
    public func head(of original: ExportedOriginal) -> [UInt8] {
        Self.head(
            [
                ("WARC-Type", "resource"), ("WARC-Record-ID", Self.identifier(original.sha256.bytes)),
                ("WARC-Date", Self.date(of: original)), ("WARC-Target-URI", Self.address(of: original)),
                ("WARC-Block-Digest", "sha256:" + Base32.text(original.sha256.bytes)),
                ("Content-Type", MediaType.of(original)), (Self.fileField, original.file.display),
            ], contentLength: original.size)
    }

    /// The end of an original's record, and the record of metadata that belongs to it.
    public func tail(of original: ExportedOriginal) -> [UInt8] {
        var facts: [(String, String)] = [
            ("file", original.file.display), ("delivery", String(original.delivery)),
            ("delivered", UTCInstant(milliseconds: original.delivered).description),
        ]
        if !original.collection.isEmpty { facts.append(("collection", original.collection)) }
        var name = original.sha256.bytes
        name[0] ^= 0xFF
        return Self.recordEnd
            + Self.record(
                [
                    ("WARC-Type", "metadata"), ("WARC-Record-ID", Self.identifier(name)),
                    ("WARC-Date", Self.date(of: original)), ("WARC-Target-URI", Self.address(of: original)),
                    ("WARC-Refers-To", Self.identifier(original.sha256.bytes)),
                    ("Content-Type", "application/warc-fields"),
                ], Self.fields(facts))
    }

    // MARK: Records

    private static let recordEnd: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]

    private static func record(_ fields: [(String, String)], _ content: [UInt8]) -> [UInt8] {
        head(fields, contentLength: Int64(content.count)) + content + recordEnd
    }

    private static func head(_ fields: [(String, String)], contentLength: Int64) -> [UInt8] {
        Array("WARC/1.1\r\n".utf8) + Self.fields(fields + [("Content-Length", String(contentLength))]) + [0x0D, 0x0A]
    }

    /// Named fields, one a line; a line end in a value would open another field.
    private static func fields(_ fields: [(String, String)]) -> [UInt8] {
        fields.flatMap { name, value in
            Array(name.utf8) + [0x3A, 0x20] + value.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 } + [0x0D, 0x0A]
        }
    }

    /// An UUID of the first bytes of a hash (RFC 9562, version 8: made by a rule of one's own).
    private static func identifier(_ hash: [UInt8]) -> String {
        var bytes = Array(hash.prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
            text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return "<urn:uuid:" + String(decoding: text, as: UTF8.self) + ">"
    }

    private static func date(of original: ExportedOriginal) -> String {
        let retrieved = original.retrieved.flatMap { $0.time == nil ? nil : $0.instantMilliseconds }
        return UTCInstant(milliseconds: retrieved ?? original.delivered).wholeSeconds
    }

    private static func address(of original: ExportedOriginal) -> String {
        guard let url = original.url, let address = URIText.encoded(url) else {
            return addressPrefix + original.sha256.hex
        }
        return address
    }
}
