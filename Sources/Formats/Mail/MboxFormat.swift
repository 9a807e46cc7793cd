import Bytes
import NewsModel

extension Format {
    /// A mailbox in one file: messages behind lines that begin with `From ` (RFC 4155 and the older mboxo, mboxrd, mboxcl).
    ///
    /// Each message is a member `#n`, counted from 1.
    static let mbox = Format(
        name: "mbox", mediaTypes: ["application/mbox"], endings: ["mbox"], isServed: false,
        form: .file(.marks, MboxFormat.recognises, .streamed(MboxFormat.read)))
}

/// Recognises and reads `Format.mbox`.
enum MboxFormat {
    static func recognises(_ sample: FormatSample) -> Bool {
        guard sample.ending != "eml", sample.opens(with: "from ") else { return false }
        guard let feed = sample.text.firstIndex(of: 0x0A) else { return false }
        return MailHeaderProbe.opensMessage(sample.text[(feed + 1)...], trustsName: true)
    }

    static func read(_ input: ByteInput, in context: ReadingContext) throws {
        var mailbox = MailboxSplitter(input, limit: context.limits.maximumBytes)
        var number = 0
        while let next = try mailbox.next() {
            number += 1
            let name = "#\(number)"
            var hint = ReadingHint(name: FileName("message-\(number).eml"), mediaType: "message/rfc822")
            hint.carrier = context.hint.carrier ?? .mbox
            switch next {
            case .message(let bytes):
                try bytes.withUnsafeBufferPointer { bytes in
                    try context.member(name, hint: hint) { try EMLFormat.read(bytes, in: $0) }
                }
            case .tooLarge:
                try context.memberFailed(
                    ReadingFailure(
                        .tooLarge, "The message has more than the \(context.limits.maximumBytes) bytes that are read."),
                    member: name)
            }
        }
        guard number > 0 else { throw ReadingFailure(.malformed, "The mailbox holds no message.") }
    }
}
