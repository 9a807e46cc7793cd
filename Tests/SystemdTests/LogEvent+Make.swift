import Logging

extension LogEvent {
    /// An event of which a test shows only what matters to it.
    static func make(
        _ message: String = "something happened", level: Logger.Level = .info, metadata: Logger.Metadata? = nil,
        error: (any Error)? = nil
    ) -> LogEvent {
        LogEvent(
            level: level, message: Logger.Message(stringLiteral: message), error: error, metadata: metadata,
            source: "Desk",
            file: "Desk/Lane.swift", function: "take()", line: 7)
    }
}
