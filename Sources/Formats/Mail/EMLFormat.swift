import Bytes
import NewsModel

extension Format {
    /// A message as mail programs save it and a Maildir holds it: RFC 5322 with MIME (RFC 2045 to 2049).
    static let eml = Format(
        name: "eml", mediaTypes: ["message/rfc822"], endings: ["eml", "emlx"],
        form: .file(.marks, EMLFormat.recognises, .whole(EMLFormat.read)))
}

/// Recognises and reads `Format.eml`.
enum EMLFormat {
    static func recognises(_ sample: FormatSample) -> Bool {
        // A page saved as MHTML is a message too; its own reader knows it better.
        guard sample.ending != "mht", sample.ending != "mhtml" else { return false }
        if let count = Apple.count(sample.bytes) {
            return MailHeaderProbe.opensMessage(sample.text.dropFirst(count.line), trustsName: sample.ending == "emlx")
        }
        let first = sample.text.first ?? 0
        guard ASCII.isLetter(first) || first == UInt8(ascii: ">") else { return false }
        return MailHeaderProbe.opensMessage(sample.text, trustsName: sample.ending == "eml")
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        try MailReader(MIMEMessage(message(in: Apple.message(in: bytes))), in: context).read()
    }

    /// The message without what stands before its first header: a mark, empty lines, the separator of a
    /// mailbox.
    private static func message(in bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var rest = bytes[(ByteOrderMark(bytes)?.length ?? 0)...]
        rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
        for separator in ["From ", ">From "] where rest.starts(with: separator.utf8) {
            rest = rest.drop { $0 != 0x0A }.dropFirst()
        }
        return UnsafeBufferPointer(rebasing: rest)
    }
}

/// A message as Apple's Mail keeps it (`.emlx`): the number of its bytes on a line of its own, the message, and a property list behind it.
private enum Apple {
    /// Digits that the number has at most.
    private static let mostDigits = 12

    /// The number of bytes at the start, and how long its line is; nil where no such line is there.
    static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> (bytes: Int, line: Int)? {
        let digits = bytes.prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty, digits.count <= mostDigits else { return nil }
        let blanks = bytes[digits.endIndex...].prefix { $0 == 0x20 || $0 == 0x0D }
        guard blanks.endIndex < bytes.endIndex, bytes[blanks.endIndex] == 0x0A else { return nil }
        return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, blanks.endIndex + 1)
    }

    /// The message alone; all bytes where they hold nothing else.
    static func message(in bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard let count = count(bytes) else { return bytes }
        return UnsafeBufferPointer(rebasing: bytes[count.line...].prefix(count.bytes))
    }
}
