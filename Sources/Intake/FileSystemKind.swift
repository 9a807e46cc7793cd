import CLinux
import Glibc
import LinuxSystem

/// What kind of file system a directory stands on, as far as it matters for watching.
enum FileSystemKind {
    /// Magic numbers of statfs(2) and of the kernel's linux/magic.h of file systems whose files also change elsewhere: inotify
    /// tells only of what this machine's kernel does itself. A union of layers (overlayfs) reports what is done through it.
    private static let silent: [UInt32: String] = [
        0x6969: "nfs", 0x517B: "smb", 0xFF53_4D42: "cifs", 0xFE53_4D42: "smb", 0x6573_5546: "fuse", 0x0102_1997: "9p",
        0x5346_414F: "afs", 0x6B41_4653: "afs", 0x00C3_6400: "ceph", 0x7375_7245: "coda", 0x0116_1970: "gfs2",
        0x7461_636F: "ocfs2", 0x0BD0_0BD0: "lustre", 0x786F_4256: "vboxsf", 0xBACB_ACBC: "vmhgfs", 0x564C: "ncp",
    ]

    /// The name of a file system that inotify does not fully report of; nil for every other, and where it cannot be told.
    static func silentName(of directory: Descriptor) -> String? {
        var found = statfs()
        guard fstatfs(directory.number, &found) == 0 else { return nil }
        return silentName(magic: UInt32(truncatingIfNeeded: found.f_type))
    }

    static func silentName(magic: UInt32) -> String? { silent[magic] }
}
