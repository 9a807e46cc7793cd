import NewsModel

/// A file that cannot be taken now.
public struct WaitingFile: Sendable, Equatable {
    /// The inbox, as an index into the settings.
    public var inbox: Int
    /// The raw path below the inbox.
    public var path: FileName
    /// Why it waits.
    public var reason: String
    /// Whether it is something that cannot be looked at, such as a folder that nobody may enter.
    public var isUnreadable = false
}
