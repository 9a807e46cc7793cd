/// One inbox and how it is treated.
public struct InboxSettings: Sendable, Equatable {
    /// What happens to a file whose outcome is durable.
    public enum Take: String, Sendable, CaseIterable {
        /// Its name is removed from the inbox.
        case move
        /// It stays; the ledger remembers it. For read-only and synchronised folders.
        case leave
    }

    /// How news of an inbox is had.
    public enum Watch: String, Sendable, CaseIterable {
        /// By inotify; where that does not report or its limits are exhausted, by polling too.
        case auto
        /// By polling alone.
        case poll
    }

    /// The absolute path of the directory.
    public var path: String
    /// What happens to a file whose outcome is durable; `.move` by default.
    public var take: Take
    /// The quiet period after the close of a file that was written, in milliseconds; 300 by default.
    public var settleMilliseconds: Int
    /// How long a file that was found, and of which no event told, must have been unchanged, in milliseconds; 3,000 by default.
    public var settleUnseenMilliseconds: Int
    /// How long a file that is open for writing is waited for without any news of it, in milliseconds; ten minutes by default. It is
    /// taken as it is then.
    public var openPatienceMilliseconds: Int
    /// Put before the collection of every file of this inbox, apart by `/`; empty by default.
    public var collectionPrefix: String
    /// The outlet of articles that name none; nil by default.
    public var outlet: String?
    /// The ISO 639-1 code of articles whose language is not recognised; nil by default.
    public var language: String?
    /// How news of the inbox is had; `.auto` by default.
    public var watch: Watch
    /// The pause between two scans of an inbox that is polled, in milliseconds; 2,000 by default. A scan that takes long is
    /// followed by a longer pause.
    public var pollMilliseconds: Int

    /// What names of this inbox wait for.
    var settlePeriods: SettleTracker.Periods {
        func nanoseconds(_ milliseconds: Int) -> UInt64 { UInt64(max(0, milliseconds)) * 1_000_000 }
        return SettleTracker.Periods(
            quiet: nanoseconds(settleMilliseconds), unseen: nanoseconds(settleUnseenMilliseconds),
            patience: nanoseconds(openPatienceMilliseconds))
    }

    /// An inbox at `path` with the defaults that the properties state.
    public init(
        path: String, take: Take = .move, settleMilliseconds: Int = 300,
        settleUnseenMilliseconds: Int = 3000, openPatienceMilliseconds: Int = 600_000, collectionPrefix: String = "",
        outlet: String? = nil, language: String? = nil, watch: Watch = .auto, pollMilliseconds: Int = 2000
    ) {
        self.path = path
        self.take = take
        self.settleMilliseconds = settleMilliseconds
        self.settleUnseenMilliseconds = settleUnseenMilliseconds
        self.openPatienceMilliseconds = openPatienceMilliseconds
        self.collectionPrefix = collectionPrefix
        self.outlet = outlet
        self.language = language
        self.watch = watch
        self.pollMilliseconds = pollMilliseconds
    }
}
