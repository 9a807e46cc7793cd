import Bytes
import NewsModel

extension Format {
    /// A message as mail programs save it and a Maildir holds it: RFC 5322 with MIME (RFC 2045 to 2049).
    static let eml = Format(
        name: "eml", mediaTypes: ["message/rfc822"], endings: ["eml"],
        form: .file(.marks, EMLFormat.recognises, .whole(EMLFormat.read)))
}

/// Recognises and reads `Format.eml`.
enum EMLFormat {
    static func recognises(_ sample: FormatSample) -> Bool {
        // A page saved as MHTML is a message too; its own reader knows it better.
        guard sample.ending != "mht", sample.ending != "mhtml" else { return false }
        let first = sample.text.first ?? 0
        guard ASCII.isLetter(first) || first == UInt8(ascii: ">") else { return false }
        return MailHeaderProbe.opensMessage(sample.text, trustsName: sample.ending == "eml")
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        try MailReader(MIMEMessage(message(in: bytes)), in: context).read()
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
