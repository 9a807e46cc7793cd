import Bytes
import NewsModel

/// Gives a text of any charset as UTF-8: in passing where it is UTF-8 already, else as a whole.
enum TextInput {
    /// Calls `body` with the text behind any byte-order mark.
    ///
    /// - Throws: what `TextDecoder`, the input and `body` throw; `.tooLarge` for a text of another charset than UTF-8 of more than
    ///   `maximumBytes`.
    static func withUTF8<Result>(
        _ input: ByteInput, declared: String?, maximumBytes: Int, _ body: (ByteInput) throws -> Result
    ) throws -> Result {
        try input.fill(ReadingLimits.sniffedBytes)
        if isUTF8(input.buffered) {
            if let mark = ByteOrderMark(input.buffered) { input.consume(mark.length) }
            return try body(input)
        }
        let bytes = try input.all(limit: maximumBytes)
        let text = try bytes.withUnsafeBufferPointer { try TextDecoder.decode($0, declared: declared).utf8 }
        return try text.withUnsafeBufferPointer { try body(ByteInput(BytesInMemory($0))) }
    }

    private static func isUTF8(_ start: UnsafeBufferPointer<UInt8>) -> Bool {
        if let mark = ByteOrderMark(start) {
            if case .utf8 = mark.form { return true }
            return false
        }
        let sample = UnsafeBufferPointer(rebasing: start.prefix(ReadingLimits.sniffedBytes))
        let survey = UTF8Repair.survey(sample)
        return !sample.contains(0) && (survey.damaged == 0 || survey.onlyTailIsDamaged)
    }
}
