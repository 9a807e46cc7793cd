import Logging

/// Where log messages go.
public enum LogDestination: Sendable {
    /// To the systemd journal, with fields.
    case journal
    /// To standard error, a line a message with its severity as `<N>`.
    case standardError
    /// To a person at a terminal.
    case terminal(Terminal)

    /// The destination that fits the surroundings: the journal where standard error is connected to it and it can be reached, a
    /// terminal where standard error is one, else plain standard error.
    ///
    /// `JOURNAL_STREAM` is how the journal tells a service that its standard error is the journal (systemd.exec(5)); a service
    /// whose administrator sent standard error elsewhere (`StandardErrorStream=file:`) logs there.
    public static func choose(_ surroundings: LogSurroundings) -> LogDestination {
        if surroundings.isConnectedToJournal, surroundings.journalIsReachable { return .journal }
        guard surroundings.isTerminal else { return .standardError }
        return .terminal(
            Terminal(
                hasColours: surroundings.wantsColours && !surroundings.isDumbTerminal,
                hasLiveLine: !surroundings.isDumbTerminal))
    }

    /// A handler for a logger, for `LoggingSystem.bootstrap`.
    ///
    /// - Parameters:
    ///   - identifier: the program's name.
    ///   - level: messages under this level are dropped.
    public func handler(identifier: String, level: Logger.Level) -> any LogHandler {
        var handler: any LogHandler =
            switch self {
            case .journal: JournalLogHandler(identifier: identifier)
            case .standardError: StandardErrorLogHandler()
            case .terminal(let terminal): TerminalLogHandler(terminal: terminal)
            }
        handler.logLevel = level
        return handler
    }

    /// The terminal, to draw a live line on; nil for the other destinations.
    public var terminal: Terminal? {
        guard case .terminal(let terminal) = self else { return nil }
        return terminal
    }
}
