import Glibc
import Logging

/// Writes log messages for a person at a terminal: the time of day, the level where it matters, the message.
///
/// Facts beside the message are shown only at the levels `debug` and `trace`; the message says what a person needs.
public struct TerminalLogHandler: LogHandler {
    /// Messages under this level are dropped; `info` unless set.
    public var logLevel: Logger.Level = .info
    /// Facts that go with every message.
    public var metadata: Logger.Metadata = [:]
    /// Gives facts at the moment of each message; nil unless set.
    public var metadataProvider: Logger.MetadataProvider?

    private let terminal: Terminal
    private let timeOfDay: @Sendable () -> String

    /// A handler that writes to a terminal.
    public init(terminal: Terminal) {
        self.init(terminal: terminal, timeOfDay: Self.localTime)
    }

    init(terminal: Terminal, timeOfDay: @escaping @Sendable () -> String) {
        self.terminal = terminal
        self.timeOfDay = timeOfDay
    }

    /// One fact that goes with every message.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes one message.
    public func log(event: LogEvent) {
        let record = LogRecord(event, metadata: metadata, provider: metadataProvider)
        var line = coloured(timeOfDay(), .faint) + " " + label(of: record.level)
        line += PrintableText.escape(record.message)
        if logLevel <= .debug { line += coloured(record.factsText, .faint) }
        terminal.writeLine(line)
    }

    /// The attributes that are used, as parameters of ECMA-48 SGR.
    private enum Colour: Int {
        case bold = 1
        case faint = 2
        case red = 31
        case yellow = 33
        case cyan = 36
    }

    private func label(of level: Logger.Level) -> String {
        switch level {
        case .trace, .debug: coloured("debug: ", .faint)
        case .info: ""
        case .notice: coloured("note: ", .cyan)
        case .warning: coloured("warning: ", .yellow)
        case .error: coloured("error: ", .red)
        case .critical: coloured("critical: ", .bold)
        }
    }

    private func coloured(_ text: String, _ colour: Colour) -> String {
        guard terminal.hasColours, !text.isEmpty else { return text }
        return "\u{1B}[\(colour.rawValue)m" + text + "\u{1B}[0m"
    }

    /// `14:02:07` in the zone of this machine.
    private static func localTime() -> String {
        var now = time(nil)
        var parts = tm()
        guard localtime_r(&now, &parts) != nil else { return "--:--:--" }
        return [parts.tm_hour, parts.tm_min, parts.tm_sec].map { ($0 < 10 ? "0" : "") + String($0) }.joined(
            separator: ":")
    }
}
