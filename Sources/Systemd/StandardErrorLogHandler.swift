import Logging

/// Writes each log message as one line with its severity before it, such as `<5>rejected a.html (code=empty)`, in the form of
/// sd-daemon(3) that service managers understand.
public struct StandardErrorLogHandler: LogHandler {
    /// Messages under this level are dropped; `info` unless set.
    public var logLevel: Logger.Level = .info
    /// Facts that go with every message.
    public var metadata: Logger.Metadata = [:]
    /// Gives facts at the moment of each message; nil unless set.
    public var metadataProvider: Logger.MetadataProvider?

    private let write: @Sendable (String) -> Void

    /// A handler that writes to standard error.
    public init() {
        self.init(write: StandardErrorStream.write)
    }

    init(write: @escaping @Sendable (String) -> Void) {
        self.write = write
    }

    /// One fact that goes with every message.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes one message.
    public func log(event: LogEvent) {
        write(Self.line(for: LogRecord(event, metadata: metadata, provider: metadataProvider)))
    }

    /// The line with its end. One write of it is whole beside those of other threads as long as it is within `PIPE_BUF`.
    static func line(for record: LogRecord) -> String {
        "<\(SyslogPriority(record.level).rawValue)>" + PrintableText.escape(record.message) + record.factsText + "\n"
    }
}
