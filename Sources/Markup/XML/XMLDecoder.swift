import Bytes
import NewsModel

/// Makes UTF-8 of an XML document of any charset.
///
/// The charset is told as `TextDecoder` does: byte-order mark, valid UTF-8, then the declaration (`encoding="..."`), then detection. UTF-8
/// is read in passing; anything else is held as a whole while it is converted.
package enum XMLDecoder {
    /// A reader of a document of which the whole is at hand; the bytes of `body` are good for the call only.
    ///
    /// - Parameter declared: the charset by which the carrier (HTTP, mail) declares it, or nil.
    /// - Throws: what `TextDecoder` and `body` throw.
    package static func withReader<Result>(
        _ bytes: UnsafeBufferPointer<UInt8>, declared: String? = nil, limits: XMLLimits = XMLLimits(),
        _ body: (XMLReader) throws -> Result
    ) throws -> Result {
        let label = declared ?? declaration(of: bytes)
        let text = try TextDecoder.decode(bytes, declared: label).utf8
        return try text.withUnsafeBufferPointer { try body(XMLReader(ByteInput(BytesInMemory($0)), limits: limits)) }
    }

    /// A reader of a document that comes as an input.
    ///
    /// - Throws: what `TextDecoder`, the input and `body` throw; `.tooLarge` for a document in another charset than UTF-8 that is larger
    ///   than `maximumBytes`.
    package static func withReader<Result>(
        _ input: ByteInput, declared: String? = nil, maximumBytes: Int, limits: XMLLimits = XMLLimits(),
        _ body: (XMLReader) throws -> Result
    ) throws -> Result {
        try input.fill(ReadingLimits.sniffedBytes)
        if isUTF8(input.buffered) {
            if let mark = ByteOrderMark(input.buffered) { input.consume(mark.length) }
            return try body(XMLReader(input, limits: limits))
        }
        let bytes = try input.all(limit: maximumBytes)
        return try bytes.withUnsafeBufferPointer {
            try withReader($0, declared: declared, limits: limits, body)
        }
    }

    /// Whether the start of a document is UTF-8: marked as such, or well-formed with no NUL in it.
    private static func isUTF8(_ start: UnsafeBufferPointer<UInt8>) -> Bool {
        if let mark = ByteOrderMark(start) {
            if case .utf8 = mark.form { return true }
            return false
        }
        let sample = UnsafeBufferPointer(rebasing: start.prefix(ReadingLimits.sniffedBytes))
        guard !sample.contains(0), !sample.contains(0x1B) else { return false }
        let survey = UTF8Repair.survey(sample)
        guard survey.damaged == 0 || survey.onlyTailIsDamaged else { return false }
        // Plain ASCII so far says nothing of what comes: the declaration does.
        guard survey.sequences == 0, let label = declaration(of: sample).flatMap(CharsetLabel.init) else { return true }
        return label.iconvName == "UTF-8" || start.count < ReadingLimits.sniffedBytes
    }

    /// The label in `<?xml ... encoding="label"?>`, or nil.
    package static func declaration(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
        let start = bytes.prefix(256)
        guard let open = start.firstIndex(of: UInt8(ascii: "<")), start[open...].starts(with: "<?xml".utf8),
            let end = start[(open + 5)...].firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        var scanner = XMLTagScanner(UnsafeBufferPointer(rebasing: bytes[(open + 5)..<end]))
        while let attribute = scanner.attribute() {
            if attribute.name == "encoding" { return String(decoding: attribute.value, as: UTF8.self) }
        }
        return nil
    }
}
