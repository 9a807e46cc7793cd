import Bytes
import NewsModel

/// The control characters that frame a transmission (ISO 646), shared by IPTC 7901 and ANPA 1312.
enum WireControl {
    static let startOfHeader: UInt8 = 0x01
    static let startOfText: UInt8 = 0x02
    static let endOfText: UInt8 = 0x03
    static let synchronousIdle: UInt8 = 0x16

    /// The transmissions in a file, each from its start of header; a file may hold a stretch of the wire.
    static func transmissions(in bytes: UnsafeBufferPointer<UInt8>) -> [UnsafeBufferPointer<UInt8>] {
        var starts: [Int] = []
        for index in bytes.indices where bytes[index] == startOfHeader { starts.append(index) }
        return starts.enumerated().map { place, start in
            UnsafeBufferPointer(rebasing: bytes[start..<(place + 1 < starts.count ? starts[place + 1] : bytes.count)])
        }
    }

    /// The parts of a transmission: what stands before the text, the text, and what stands behind it.
    ///
    /// - Throws: `.truncated` where no end of text comes.
    static func parts(
        of bytes: UnsafeBufferPointer<UInt8>
    ) throws(ReadingFailure) -> (header: [UInt8], text: [UInt8], trailer: [UInt8]) {
        guard let start = bytes.firstIndex(of: startOfText) else {
            throw ReadingFailure(.truncated, "The transmission ends before its text begins: it was cut off.")
        }
        guard let end = bytes[start...].firstIndex(of: endOfText) else {
            throw ReadingFailure(.truncated, "The transmission has no end of text: it was cut off.")
        }
        return (plain(bytes[..<start]), plain(bytes[(start + 1)..<end]), plain(bytes[(end + 1)...]))
    }

    /// The bytes without control characters other than line ends and tabs, ready to be decoded.
    private static func plain(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
        bytes.filter { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }

    /// Text of the wire in UTF-8.
    static func decoded(_ bytes: [UInt8], declared: String?) throws(ReadingFailure) -> [UInt8] {
        try bytes.withUnsafeBufferPointer { (bytes) throws(ReadingFailure) in
            try TextDecoder.decode(bytes, declared: declared).utf8
        }
    }

    /// The lines of a text, white space around them left out, empty ones kept.
    static func lines(_ text: [UInt8]) -> [String] {
        text.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self).trimmingWhitespace()
        }
    }

    /// Hands out one transmission of several, or notes why it cannot be read.
    static func member(
        _ place: Int, in context: ReadingContext, _ read: () throws(ReadingFailure) -> Article
    ) throws {
        let article: Article
        do throws(ReadingFailure) { article = try read() } catch {
            return try context.memberFailed(error, member: "#\(place + 1)")
        }
        try context.article(article, member: "#\(place + 1)")
    }
}
