import CLinux

/// What kind of file system a folder lies on, by the numbers that statfs(2) gives.
public struct FileSystemKind: Sendable, Hashable {
    /// Its name, or its number where it is not known here.
    public var name: String
    /// Whether files may also change without this machine's kernel doing it, so that inotify tells nothing of it. A union of
    /// layers (overlayfs) reports what is done through it.
    public var isRemote: Bool

    /// The file system of an open folder.
    public init(of folder: Descriptor) {
        self.init(number: wd_file_system_type(folder.number))
    }

    /// The file system of a number (linux/magic.h, and the headers of the file systems that are not in it).
    public init(number: Int64) {
        // The kernel's type is signed on some machines.
        let number = UInt32(truncatingIfNeeded: number)
        if let name = Self.remote[number] {
            self.init(name: name, isRemote: true)
        } else {
            self.init(name: Self.local[number] ?? "file system 0x\(String(number, radix: 16))", isRemote: false)
        }
    }

    private init(name: String, isRemote: Bool) {
        self.name = name
        self.isRemote = isRemote
    }

    /// The name of a file system that inotify does not fully report of; nil for every other.
    public static func silentName(of folder: Descriptor) -> String? {
        let kind = FileSystemKind(of: folder)
        return kind.isRemote ? kind.name : nil
    }

    private static let remote: [UInt32: String] = [
        0x6969: "NFS", 0x517B: "SMB", 0xFF53_4D42: "CIFS", 0xFE53_4D42: "SMB", 0x6573_5546: "FUSE", 0x0102_1997: "9P",
        0x00C3_6400: "Ceph", 0x5346_414F: "AFS", 0x6B41_4653: "AFS", 0x7375_7245: "Coda", 0x786F_4256: "vboxsf",
        0x0BD0_0BD0: "Lustre", 0x4750_4653: "GPFS", 0xAAD7_AAEA: "PanFS", 0x0116_1970: "GFS2", 0x7461_636F: "OCFS2",
        0xBACB_ACBC: "vmhgfs", 0x564C: "NCP",
    ]
    private static let local: [UInt32: String] = [
        0xEF53: "ext4", 0x5846_5342: "XFS", 0x9123_683E: "Btrfs", 0x0102_1994: "tmpfs", 0x794C_7630: "overlayfs",
        0x2FC1_2FC1: "ZFS", 0xF2F5_2010: "F2FS", 0x4D44: "FAT", 0x2011_BAB0: "exFAT", 0x5346_544E: "NTFS",
        0x7366_746E: "NTFS", 0xCA45_1A4E: "bcachefs",
    ]
}
