import Bytes

/// What programs put before a subject.
enum MailSubject {
    private static let forwardMarks: Set<String> = [
        "fwd", "fw", "wg", "tr", "rv", "enc", "i", "doorst", "vb", "vs", "pd", "转发", "転送",
    ]
    private static let replyMarks: Set<String> = ["re", "aw", "sv", "antw", "ref", "odp", "ynt", "回复"]

    /// Whether the subject says that the message is forwarded.
    static func isForward(_ subject: String) -> Bool { mark(of: subject).map(forwardMarks.contains) ?? false }

    /// The subject without the marks of forwarding and replying before it.
    static func withoutMarks(_ subject: String) -> String {
        var rest = subject
        while let mark = mark(of: rest), forwardMarks.contains(mark) || replyMarks.contains(mark),
            let colon = rest.firstIndex(where: { $0 == ":" || $0 == "：" })
        {
            rest = rest[rest.index(after: colon)...].trimmingWhitespace()
        }
        return rest.isEmpty ? subject : rest
    }

    private static func mark(of subject: String) -> String? {
        guard let colon = subject.prefix(8).firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        return subject[..<colon].lowercased()
    }
}
