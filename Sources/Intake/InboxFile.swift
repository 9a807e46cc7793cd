import NewsModel

/// A complete file in an inbox, handed to a lane.
public struct InboxFile: Sendable, Hashable {
    /// The inbox, as an index into the settings.
    public var inbox: Int
    /// The raw path below the inbox.
    public var path: FileName
    /// The file that the name stood for when it was found complete.
    public var identity: FileIdentity
    /// The path under which it was dropped where it stands aside at `path` now, since that name was taken again; else nil.
    public var droppedAs: FileName?

    /// A file of an inbox.
    public init(inbox: Int, path: FileName, identity: FileIdentity, droppedAs: FileName? = nil) {
        self.inbox = inbox
        self.path = path
        self.identity = identity
        self.droppedAs = droppedAs
    }

    /// The path under which it was dropped.
    public var name: FileName { droppedAs ?? path }

    /// The path of the directory below the inbox, `/`-joined, behind the inbox's prefix; Maildir's `cur` and `new` are no part.
    public func collection(prefix: String) -> String {
        let parts = path.bytes.split(separator: UInt8(ascii: "/")).dropLast()
        var names = parts.map { FileName(bytes: Array($0)).display }
        if let last = names.last, last == "cur" || last == "new" { names.removeLast() }
        if !prefix.isEmpty { names.insert(prefix, at: 0) }
        return names.joined(separator: "/")
    }
}
