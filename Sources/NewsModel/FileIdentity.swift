/// Which file a name stood for when it was looked at: enough to tell the same file from another with its name.
public struct FileIdentity: Sendable, Hashable {
    /// The device number. Many file systems get another one at each mount, so that it tells files apart only within one run.
    public var device: UInt64
    /// The inode number.
    public var inode: UInt64
    /// The size in bytes.
    public var size: Int64
    /// Time of the last change of content, nanoseconds since 1970 on the file system's clock.
    public var modifiedNanoseconds: Int64
    /// Time of the last change of content or attributes, nanoseconds since 1970 on the file system's clock.
    public var changedNanoseconds: Int64

    /// An identity as the file system told it.
    public init(device: UInt64, inode: UInt64, size: Int64, modifiedNanoseconds: Int64, changedNanoseconds: Int64) {
        self.device = device
        self.inode = inode
        self.size = size
        self.modifiedNanoseconds = modifiedNanoseconds
        self.changedNanoseconds = changedNanoseconds
    }

    /// Whether a name stands for the same file as before, also when its file system was mounted again in between and has another
    /// device number now.
    public func isSameFile(as other: FileIdentity) -> Bool { ignoringDevice == other.ignoringDevice }

    /// The same identity on no device, to compare and to hash by.
    public var ignoringDevice: FileIdentity {
        FileIdentity(
            device: 0, inode: inode, size: size, modifiedNanoseconds: modifiedNanoseconds,
            changedNanoseconds: changedNanoseconds)
    }
}
