import Logging

/// What a log handler writes of one event: the event, the handler's own metadata and the provider's, brought together.
struct LogRecord: Sendable {
    /// One fact beside the message.
    struct Fact: Sendable, Equatable {
        var key: String
        var value: String
    }

    let level: Logger.Level
    let message: String
    /// The 32 digits of `MESSAGE_ID`; nil where the event is of no known kind.
    let messageID: String?
    /// The facts in the order of their keys.
    let facts: [Fact]
    let file: String
    let function: String
    let line: UInt

    /// The event's metadata wins over the provider's, and that over the handler's.
    init(_ event: LogEvent, metadata: Logger.Metadata, provider: Logger.MetadataProvider?) {
        level = event.level
        message = event.message.description
        file = event.file
        function = event.function
        line = event.line
        var merged = metadata
        if let provider { merged.merge(provider.get()) { _, later in later } }
        if let own = event.metadata { merged.merge(own) { _, later in later } }
        if let error = event.error, merged["error"] == nil { merged["error"] = .string("\(error)") }
        messageID = merged.removeValue(forKey: MessageID.metadataKey).flatMap { Self.validID($0.description) }
        facts = merged.sorted { $0.key < $1.key }.map { Fact(key: $0.key, value: $0.value.description) }
    }

    private static func validID(_ text: String) -> String? {
        let digits = text.utf8
        guard digits.count == 32 else { return nil }
        let areHexadecimal = digits.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
        }
        return areHexadecimal ? text : nil
    }

    /// The facts as ` (key=value, key="two words")`, escaped; empty where there are none.
    var factsText: String {
        guard !facts.isEmpty else { return "" }
        let pairs = facts.map { fact in
            let value = PrintableText.escape(fact.value)
            let isPlain = !value.isEmpty && value.unicodeScalars.allSatisfy { !Self.separators.contains($0) }
            let shown =
                isPlain
                ? value
                : "\""
                    + value.split(separator: "\"", omittingEmptySubsequences: false)
                    .joined(separator: "\\\"") + "\""
            return PrintableText.escape(fact.key) + "=" + shown
        }
        return " (" + pairs.joined(separator: ", ") + ")"
    }

    private static let separators: Set<Unicode.Scalar> = [" ", ",", "(", ")", "\"", "="]
}
