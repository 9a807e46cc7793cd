import Glibc

/// What decides where log messages go.
public struct LogSurroundings: Sendable, Equatable {
    /// The environment's `JOURNAL_STREAM`, `device:inode` of the stream to the journal; nil where it is not set.
    public var journalStream: String?
    /// `device:inode` of standard error; nil where it is closed.
    public var standardErrorIdentity: String?
    /// Whether standard error is a terminal.
    public var isTerminal: Bool
    /// False where `NO_COLOR` is set and not empty (no-color.org).
    public var wantsColours: Bool
    /// Whether `TERM` is `dumb` or not set: no control sequences at all.
    public var isDumbTerminal: Bool
    /// Whether a journal takes messages.
    public var journalIsReachable: Bool

    /// Surroundings as given.
    public init(
        journalStream: String?, standardErrorIdentity: String?, isTerminal: Bool, wantsColours: Bool = true,
        isDumbTerminal: Bool = false, journalIsReachable: Bool
    ) {
        self.journalStream = journalStream
        self.standardErrorIdentity = standardErrorIdentity
        self.isTerminal = isTerminal
        self.wantsColours = wantsColours
        self.isDumbTerminal = isDumbTerminal
        self.journalIsReachable = journalIsReachable
    }

    /// The surroundings of this process.
    ///
    /// - Parameter environment: the process's environment.
    public static func current(environment: [String: String]) -> LogSurroundings {
        var status = stat()
        let isOpen = fstat(STDERR_FILENO, &status) == 0
        return LogSurroundings(
            journalStream: environment["JOURNAL_STREAM"],
            standardErrorIdentity: isOpen ? "\(status.st_dev):\(status.st_ino)" : nil,
            isTerminal: isatty(STDERR_FILENO) == 1,
            wantsColours: environment["NO_COLOR", default: ""].isEmpty,
            isDumbTerminal: ["", "dumb"].contains(environment["TERM", default: ""]),
            journalIsReachable: Journal.isReachable())
    }

    /// Whether standard error leads to the journal: the identities match, as systemd.exec(5) has it, since a child of a service
    /// may have the variable and another standard error.
    var isConnectedToJournal: Bool {
        journalStream != nil && journalStream == standardErrorIdentity
    }
}
