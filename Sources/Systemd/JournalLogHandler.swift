import Logging

/// Sends log messages to the systemd journal with their facts as fields.
///
/// Standard fields: `MESSAGE`, `PRIORITY`, `SYSLOG_IDENTIFIER`, `MESSAGE_ID` where the kind is known, `CODE_FILE`, `CODE_LINE`,
/// `CODE_FUNC`. Each metadata key `some-key` becomes `WIREDESK_SOME_KEY`. `MESSAGE` is escaped to one printable line; the fields
/// hold the exact values, since programs read them.
public struct JournalLogHandler: LogHandler {
    /// Messages under this level are dropped; `info` unless set.
    public var logLevel: Logger.Level = .info
    /// Facts that go with every message.
    public var metadata: Logger.Metadata = [:]
    /// Gives facts at the moment of each message; nil unless set.
    public var metadataProvider: Logger.MetadataProvider?

    private let identifier: String
    private let send: @Sendable ([JournalField]) -> Int32

    /// A handler for the journal of this machine.
    ///
    /// - Parameter identifier: the program's name, for `SYSLOG_IDENTIFIER`.
    public init(identifier: String) {
        self.init(identifier: identifier, send: Journal.send)
    }

    init(identifier: String, send: @escaping @Sendable ([JournalField]) -> Int32) {
        self.identifier = identifier
        self.send = send
    }

    /// One fact that goes with every message.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes one message.
    public func log(event: LogEvent) {
        let record = LogRecord(event, metadata: metadata, provider: metadataProvider)
        guard send(fields(of: record)) < 0 else { return }
        // The journal refused the entry (too large, or its disk is full): it must not vanish without a trace.
        StandardErrorStream.write(StandardErrorLogHandler.line(for: record))
    }

    private func fields(of record: LogRecord) -> [JournalField] {
        var fields = [
            JournalField("MESSAGE", PrintableText.escape(record.message)),
            JournalField("PRIORITY", String(SyslogPriority(record.level).rawValue)),
            JournalField("SYSLOG_IDENTIFIER", identifier),
            JournalField("CODE_FILE", record.file),
            JournalField("CODE_LINE", String(record.line)),
            JournalField("CODE_FUNC", record.function),
        ]
        if let id = record.messageID { fields.append(JournalField("MESSAGE_ID", id)) }
        return fields + record.facts.map { JournalField(ownKey: $0.key, value: $0.value) }
    }
}
