import Bytes
import NewsModel
import NewsText
import PageReading

/// Reads the plain text of a message: soft line breaks undone, without the signature and the footer of a list.
enum PlainMailReader {
    /// Lines that a signature behind its mark (RFC 3676, section 4.3) may have; what is longer is text.
    private static let signatureLines = 15

    /// The text of a part.
    ///
    /// - Parameters:
    ///   - bytes: its content.
    ///   - subject: the headline, which is left out where the text repeats it.
    static func read(
        _ bytes: [UInt8], _ entity: MIMEMessage.Entity, subject: String?, limits: ReadingLimits
    ) throws(ReadingFailure) -> MailText {
        guard !bytes.isEmpty else { return MailText() }
        let decoded: DecodedText
        do throws(ReadingFailure) {
            decoded = try bytes.withUnsafeBufferPointer { (bytes) throws(ReadingFailure) in
                try TextDecoder.decode(bytes, declared: entity.charset)
            }
        } catch {
            // A part that says it is text and is not holds nothing to read; the message has others.
            return MailText()
        }
        var utf8 = decoded.utf8
        if entity.isFlowed { utf8 = FlowedText.unfolded(utf8, deletesSpace: entity.deletesSpace) }
        let text = try TextLines(withoutSignature(utf8))
        let layout = TextLayout(text)
        var mail = MailText()
        var first = 0
        let head = TextHead(text, layout)
        if let subject, let headline = head.fields.headline, TextFingerprint(headline).isSame(TextFingerprint(subject))
        {
            first = head.next
            mail.head = head.fields
        }
        var body = BodyBuilder()
        if first > 0, let deck = head.deckLine { body.append(.paragraph, text.slice(deck)) }
        try TextParagraphs(text, layout).append(from: first, to: &body, limits: limits)
        let (string, paragraphs) = body.finish()
        mail.blocks = MailText.blocks(of: string, paragraphs)
        return mail
    }

    /// The text up to the mark of a signature ("-- "), where no more than a signature follows it.
    private static func withoutSignature(_ text: [UInt8]) -> [UInt8] {
        var lines = 0
        var end = text.count
        while end > 0 {
            let start = text[..<(end - 1)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            var line = text[start..<end]
            while let last = line.last, last == 0x0A || last == 0x0D { line = line.dropLast() }
            if line.elementsEqual([0x2D, 0x2D, 0x20]) || line.elementsEqual([0x2D, 0x2D]) {
                return start > 0 ? Array(text[..<start]) : text
            }
            if !line.isEmpty { lines += 1 }
            if lines > signatureLines { return text }
            end = start
        }
        return text
    }
}
