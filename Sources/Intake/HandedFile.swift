import LinuxSystem

/// A complete file with what a lane needs to take it.
public struct HandedFile: Sendable {
    /// The file.
    public let file: InboxFile
    /// The open directory of its inbox.
    public let root: any OpenFolder
    /// How its inbox is treated.
    public let settings: InboxSettings
    /// Whether its writer was waited for in vain, so that it is taken although it may be open for writing.
    public let isGivenUp: Bool

    /// A file with its inbox.
    public init(file: InboxFile, root: any OpenFolder, settings: InboxSettings, isGivenUp: Bool = false) {
        self.file = file
        self.root = root
        self.settings = settings
        self.isGivenUp = isGivenUp
    }
}
