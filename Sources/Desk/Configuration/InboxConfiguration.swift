import Intake

/// One watched folder.
public struct InboxConfiguration: Sendable, Equatable {
    /// The folder, as an absolute path; `/var/spool/wiredesk/inbox`.
    public var path: String
    /// What becomes of the names; `move`.
    public var take: InboxSettings.Take
    /// The quiet period of this inbox; nil means the general one.
    public var settle: Duration?
    /// How long files of this inbox wait of which no event told; nil means the general time.
    public var settleUnseen: Duration?
    /// What stands before the collection of each file, `/`-joined; empty for nothing.
    public var collection: String
    /// The outlet of articles that name none; nil for unknown.
    public var outlet: String?
    /// The ISO 639-1 language of articles whose language is not recognised; nil for unknown.
    public var language: String?
    /// How news of it is had; `auto`.
    public var watch: InboxSettings.Watch

    /// An inbox; everything that is not given has its default.
    public init(
        path: String = "/var/spool/wiredesk/inbox", take: InboxSettings.Take = .move, settle: Duration? = nil,
        settleUnseen: Duration? = nil, collection: String = "",
        outlet: String? = nil, language: String? = nil, watch: InboxSettings.Watch = .auto
    ) {
        self.path = path
        self.take = take
        self.settle = settle
        self.settleUnseen = settleUnseen
        self.collection = collection
        self.outlet = outlet
        self.language = language
        self.watch = watch
    }
}
