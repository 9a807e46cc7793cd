import Foundation
import NewsModel

/// What is kept of a delivery beside its bytes, inside the kept original itself, so that an archive can be rebuilt from
/// `originals/` alone.
///
/// It stands in a skippable frame (RFC 8878, 3.1.2) after the compressed bytes, which every zstd program passes over:
/// magic number, length, JSON, and the JSON's length once more as the file's last four bytes, so that it is found from
/// the end.
public struct OriginalFacts: Sendable, Hashable {
    /// The version of this record.
    public static let version = 1
    /// One of the sixteen magic numbers of skippable frames.
    static let magic: UInt32 = 0x184D_2A57
    /// A longer record is not read: paths have at most 4,096 bytes on Linux, twice that in hexadecimal.
    static let longest = 65_536

    /// When the delivery came in, milliseconds since 1970 UTC.
    public var received: Int64
    /// The absolute path of the inbox.
    public var inbox: String
    /// The path relative to the inbox.
    public var path: FileName
    /// The collection.
    public var collection: String
    /// The address that was noted beside the file when it was saved; nil where none was.
    public var url: String?
    /// The outlet and language that the inbox's settings give to articles without their own; nil for none.
    public var outlet: String?
    /// As for the outlet.
    public var language: String?
    /// The order among deliveries of the same millisecond and run.
    public var sequence: UInt64
    /// The id of the one article in it, where the file that the article came in was erased and this stands in its place; nil
    /// elsewhere, where ids follow from the bytes.
    public var article: ArticleID?
    /// True where a person says that what looks like no article is one: it is read so again whenever it is read again.
    public var isAccepted = false

    /// The facts of a delivery.
    public init(
        received: Int64, inbox: String, path: FileName, collection: String, url: String? = nil, outlet: String? = nil,
        language: String? = nil, sequence: UInt64 = 0, article: ArticleID? = nil
    ) {
        self.received = received
        self.inbox = inbox
        self.path = path
        self.collection = collection
        self.url = url
        self.outlet = outlet
        self.language = language
        self.sequence = sequence
        self.article = article
    }

    /// The whole frame.
    var frame: [UInt8] {
        var json = JSONText()
        json.raw("{\"wiredesk\":")
        json.integer(Int64(Self.version))
        json.raw(",\"received\":")
        json.integer(received)
        json.raw(",\"inbox\":")
        json.string(inbox)
        json.raw(",\"path_hex\":")
        json.string(Self.hex(path.bytes))
        json.raw(",\"collection\":")
        json.string(collection)
        json.raw(",\"sequence\":")
        json.integer(Int64(clamping: sequence))
        let noted: [(StaticString, String?)] = [
            (",\"url\":", url), (",\"outlet\":", outlet), (",\"language\":", language),
            (",\"article\":", article?.description),
        ]
        for case (let key, let value?) in noted {
            json.raw(key)
            json.string(value)
        }
        if isAccepted { json.raw(",\"accepted\":true") }
        json.raw("}")
        let length = UInt32(json.bytes.count)
        return Self.littleEndian(Self.magic) + Self.littleEndian(length + 4) + json.bytes + Self.littleEndian(length)
    }

    private struct Record: Decodable {
        let wiredesk: Int
        let received: Int64
        let inbox: String
        let path_hex: String
        let collection: String
        let url: String?
        let outlet: String?
        let language: String?
        let sequence: UInt64?
        let article: String?
        let accepted: Bool?
    }

    /// The facts of the JSON of a frame; nil when it is none of ours.
    init?(json: [UInt8]) {
        guard let record = try? JSONDecoder().decode(Record.self, from: Data(json)), record.wiredesk >= 1,
            let path = Self.bytes(hex: record.path_hex)
        else { return nil }
        self.init(
            received: record.received, inbox: record.inbox, path: FileName(bytes: path), collection: record.collection,
            url: record.url, outlet: record.outlet, language: record.language,
            sequence: record.sequence ?? 0, article: record.article.flatMap { ArticleID($0) })
        isAccepted = record.accepted ?? false
    }

    static func littleEndian(_ value: UInt32) -> [UInt8] {
        [UInt8(value & 255), UInt8(value >> 8 & 255), UInt8(value >> 16 & 255), UInt8(value >> 24)]
    }

    static func number(littleEndian bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static func bytes(hex: String) -> [UInt8]? {
        let digits = hex.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count % 2 == 0, !digits.contains(nil) else { return nil }
        let values = digits.compactMap { $0.map { UInt8($0) } }
        return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }
}
