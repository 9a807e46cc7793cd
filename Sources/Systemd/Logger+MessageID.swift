import Logging

extension Logger {
    /// Logs a message of a known kind, at the level of its kind.
    ///
    /// - Parameters:
    ///   - kind: the kind; the journal gets it as `MESSAGE_ID`.
    ///   - message: what happened, in one sentence.
    ///   - metadata: the facts; the journal gets `sha256` as `WIREDESK_SHA256`.
    public func report(
        _ kind: MessageID, _ message: @autoclosure () -> Logger.Message,
        metadata: @autoclosure () -> Logger.Metadata = [:],
        file: String = #fileID, function: String = #function, line: UInt = #line
    ) {
        var withKind: Logger.Metadata {
            var facts = metadata()
            facts[MessageID.metadataKey] = .string(kind.hex)
            return facts
        }
        log(level: kind.level, message(), metadata: withKind, file: file, function: function, line: line)
    }
}
