import Bytes

/// Tells the headers of a message (RFC 5322) from the labelled lines that may stand above any text.
enum MailHeaderProbe {
    /// Fields that only mail has.
    private static let certain: Set<String> = [
        "received", "return-path", "message-id", "mime-version", "delivered-to", "dkim-signature", "x-mailer",
        "content-transfer-encoding", "list-unsubscribe", "list-id", "references", "in-reply-to",
        "authentication-results",
        "received-spf", "x-received", "envelope-to", "arc-seal", "user-agent", "x-originating-ip", "return-receipt-to",
        "domainkey-signature", "x-priority", "x-original-to", "x-spam-status", "content-type", "errors-to",
    ]
    /// Fields that mail has and other texts may have.
    private static let usual: Set<String> = ["from", "to", "subject", "date", "cc", "bcc", "sender", "reply-to"]
    /// Lines that are looked at.
    private static let lines = 200

    /// Whether the lines up to the first empty one are the headers of a message.
    ///
    /// - Parameters:
    ///   - text: the start of a file in lower case, without white space before it.
    ///   - trustsName: whether the file's name says that it is a message; then any two fields of mail are enough.
    static func opensMessage(_ text: some Collection<UInt8>, trustsName: Bool) -> Bool {
        var usualFields = 0
        var certainFields = 0
        for line in text.split(separator: 0x0A, maxSplits: lines, omittingEmptySubsequences: false).prefix(lines) {
            guard let first = line.first, first != 0x0D else { break }
            // A folded line.
            if first == 0x20 || first == 0x09 { continue }
            guard let name = fieldName(line) else {
                // The separator of a mailbox above a single message.
                if usualFields + certainFields == 0, line.starts(with: "from ".utf8) || line.starts(with: ">from ".utf8)
                {
                    continue
                }
                // A damaged line does not end the headers; prose does.
                guard certainFields < 2 else { continue }
                break
            }
            if certain.contains(name) || name.hasPrefix("x-") { certainFields += 1 }
            if usual.contains(name) { usualFields += 1 }
        }
        if trustsName { return usualFields + certainFields >= 1 }
        return certainFields >= 1 && usualFields >= 1 && certainFields + usualFields >= 3
    }

    /// Whether mail has that field, whose name is given in lower case.
    static func isFieldOfMail(_ name: String) -> Bool {
        certain.contains(name) || usual.contains(name) || name.hasPrefix("x-")
    }

    /// The name of a header line, in lower case as the text is; nil for any other line.
    static func fieldName(_ line: some Collection<UInt8>) -> String? {
        var name: [UInt8] = []
        for byte in line.prefix(80) {
            if byte == UInt8(ascii: ":") { return name.isEmpty ? nil : String(decoding: name, as: UTF8.self) }
            guard byte > 0x20, byte < 0x7F else { return nil }
            name.append(ASCII.lowered(byte))
        }
        return nil
    }
}
