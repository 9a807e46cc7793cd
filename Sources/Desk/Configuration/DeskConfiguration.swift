import Archive
import Logging

/// Everything that an administrator can set, with the defaults of `etc/wiredesk.yaml`.
public struct DeskConfiguration: Sendable, Equatable {
    /// The folder of the database, the originals and the working files, as an absolute path; `/var/lib/wiredesk`.
    public var state: String
    /// The folders that are watched; one, `/var/spool/wiredesk/inbox`.
    public var inboxes: [InboxConfiguration]
    /// How long a file that was written in place must have been unchanged after its writer closed it; 300 ms. An inbox may have its
    /// own.
    public var settle: Duration
    /// How long a file must have been unchanged of which no event told: it was found by a scan, or its inbox is polled; 3 seconds. An
    /// inbox may have its own.
    public var settleUnseen: Duration
    /// How long a file that is open for writing is waited for without any news of it; 10 minutes. It is taken as it is then.
    public var openPatience: Duration
    /// How many files are read at the same time; nil means the number of processors.
    public var lanes: Int?
    /// The largest file that is read, in bytes; 16 GiB. Larger ones wait under their names.
    public var maximumSize: Int64
    /// Whether files above `maximumSize` are rejected as `too-large` and their names removed, bytes unread; false.
    public var removesTooLarge: Bool
    /// The limits of the reader processes, and what they look for.
    public var reader: ReaderConfiguration
    /// Which names in an inbox are left alone.
    public var ignore: IgnoreConfiguration
    /// How often the inboxes are looked through whatever was reported of them; 5 minutes.
    public var rescan: Duration
    /// The pause between two looks at an inbox that is polled; 2 seconds.
    public var poll: Duration
    /// The free space in bytes, on the file system of the state, under which no file is taken; 256 MiB, which is room for one
    /// file of the largest size.
    public var minimumFree: Int64
    /// How long what is kept; everything for ever.
    public var retention: RetentionPolicy
    /// Whether relations between articles and stories are looked for; true.
    public var analysis: Bool
    /// The web interface.
    public var web = WebConfiguration()
    /// The file that metrics are written to, as an absolute path; nil, the default, for none.
    public var metrics: String?
    /// The level under which messages are not logged; `info`.
    public var logLevel: Logger.Level

    /// A configuration; everything that is not given has its default.
    public init(
        state: String = "/var/lib/wiredesk", inboxes: [InboxConfiguration] = [InboxConfiguration()],
        settle: Duration = .milliseconds(300), settleUnseen: Duration = .seconds(3),
        openPatience: Duration = .seconds(600),
        lanes: Int? = nil, maximumSize: Int64 = 16 << 30, removesTooLarge: Bool = false,
        reader: ReaderConfiguration = ReaderConfiguration(), ignore: IgnoreConfiguration = IgnoreConfiguration(),
        rescan: Duration = .seconds(300), poll: Duration = .seconds(2), minimumFree: Int64 = 256 << 20,
        analysis: Bool = true, retention: RetentionPolicy = RetentionPolicy(), metrics: String? = nil,
        logLevel: Logger.Level = .info
    ) {
        self.state = state
        self.inboxes = inboxes
        self.settle = settle
        self.settleUnseen = settleUnseen
        self.openPatience = openPatience
        self.lanes = lanes
        self.maximumSize = maximumSize
        self.removesTooLarge = removesTooLarge
        self.reader = reader
        self.ignore = ignore
        self.rescan = rescan
        self.poll = poll
        self.minimumFree = minimumFree
        self.retention = retention
        self.analysis = analysis
        self.metrics = metrics
        self.logLevel = logLevel
    }

    /// The quiet period of an inbox: its own, or else the general one.
    public func settle(of inbox: InboxConfiguration) -> Duration { inbox.settle ?? settle }

    /// The time that files wait in an inbox of which no event told: its own, or else the general one.
    public func settleUnseen(of inbox: InboxConfiguration) -> Duration { inbox.settleUnseen ?? settleUnseen }
}
