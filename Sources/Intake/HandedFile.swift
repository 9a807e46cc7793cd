import LinuxSystem

/// A complete file with what a lane needs to take it.
public struct HandedFile: Sendable {
    /// The file.
    public let file: InboxFile
    /// The open directory of its inbox.
    public let root: Descriptor
    /// How its inbox is treated.
    public let settings: InboxSettings

    /// A file with its inbox.
    public init(file: InboxFile, root: Descriptor, settings: InboxSettings) {
        self.file = file
        self.root = root
        self.settings = settings
    }
}
