import CLinux
import Glibc

/// What a file is and which file it is (statx(2)).
public struct FileStatus: Sendable, Hashable {
    /// What kind of thing a name stands for.
    public enum Kind: Sendable, Hashable {
        /// A regular file.
        case file
        /// A directory.
        case directory
        /// A symbolic link.
        case link
        /// A pipe, socket or device.
        case special
    }

    /// What it is.
    public var kind: Kind
    /// The device number.
    public var device: UInt64
    /// The inode number.
    public var inode: UInt64
    /// The size in bytes.
    public var size: Int64
    /// Time of the last change of content in nanoseconds since 1970.
    public var modifiedNanoseconds: Int64
    /// Time of the last change of content or attributes in nanoseconds since 1970.
    public var changedNanoseconds: Int64
    /// The permission bits.
    public var mode: UInt32
    /// The owner's user id.
    public var owner: UInt32

    /// What a file system of another kind than the system's says of a file.
    public init(
        kind: Kind, device: UInt64, inode: UInt64, size: Int64, modifiedNanoseconds: Int64, changedNanoseconds: Int64,
        mode: UInt32, owner: UInt32
    ) {
        self.kind = kind
        self.device = device
        self.inode = inode
        self.size = size
        self.modifiedNanoseconds = modifiedNanoseconds
        self.changedNanoseconds = changedNanoseconds
        self.mode = mode
        self.owner = owner
    }

    init(_ found: wd_file_status) {
        switch found.mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .directory
        case S_IFLNK: kind = .link
        default: kind = .special
        }
        device = found.device
        inode = found.inode
        size = found.size
        modifiedNanoseconds = found.modified_nanoseconds
        changedNanoseconds = found.changed_nanoseconds
        mode = found.mode & 0o7777
        owner = found.owner
    }
}
