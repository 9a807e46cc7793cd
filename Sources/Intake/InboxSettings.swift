/// One inbox and how it is treated.
public struct InboxSettings: Sendable, Equatable {
    /// What happens to a file whose outcome is durable.
    public enum Take: String, Sendable, CaseIterable {
        /// Its name is removed from the inbox.
        case move
        /// It stays; the ledger remembers it. For read-only and synchronised folders.
        case leave
    }

    /// The absolute path of the directory.
    public var path: String
    /// What happens to a file whose outcome is durable; `.move` by default.
    public var take: Take
    /// The quiet period after which a file counts as complete, in milliseconds; 300 by default.
    public var settleMilliseconds: Int
    /// Put before the collection of every file of this inbox, apart by `/`; empty by default.
    public var collectionPrefix: String
    /// The outlet of articles that name none; nil by default.
    public var outlet: String?
    /// The ISO 639-1 code of articles whose language is not recognised; nil by default.
    public var language: String?

    /// An inbox at `path` with the defaults that the properties state.
    public init(
        path: String, take: Take = .move, settleMilliseconds: Int = 300, collectionPrefix: String = "",
        outlet: String? = nil, language: String? = nil
    ) {
        self.path = path
        self.take = take
        self.settleMilliseconds = settleMilliseconds
        self.collectionPrefix = collectionPrefix
        self.outlet = outlet
        self.language = language
    }
}
