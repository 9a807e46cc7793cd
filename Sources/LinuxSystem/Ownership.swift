/// Whose a file is.
public struct Ownership: Sendable, Hashable {
    /// The number of the user.
    public var user: UInt32
    /// The number of the group.
    public var group: UInt32

    /// A user and a group.
    public init(user: UInt32, group: UInt32) {
        self.user = user
        self.group = group
    }
}

/// Who may do what with a file or folder, by its owner, group and mode.
public struct FileRights: Sendable, Hashable {
    /// Whose it is.
    public var owner: Ownership
    /// The permission bits.
    public var mode: UInt32
    /// Whether it is a folder.
    public var isFolder: Bool

    /// The rights of a file or folder.
    public init(owner: Ownership, mode: UInt32, isFolder: Bool) {
        self.owner = owner
        self.mode = mode
        self.isFolder = isFolder
    }
}
