import CLinux
import LinuxSystem

/// Looks whether there is room enough for going on.
struct SpaceGuard: Sendable {
    /// Seconds between two looks while there is too little room.
    static let pauseSeconds = 5.0
    /// Inodes that must be free: a batch of originals with their folders.
    private static let minimumFreeInodes: UInt64 = 1024

    let directory: Descriptor
    let minimumFreeBytes: Int64

    /// Whether less than the minimum is free; false where the file system does not tell.
    var isShort: Bool {
        guard minimumFreeBytes > 0 else { return false }
        var bytes: UInt64 = 0
        var inodes: UInt64 = 0
        guard wd_free_space(directory.number, &bytes, &inodes) == 0 else { return false }
        return bytes < UInt64(minimumFreeBytes) || inodes < Self.minimumFreeInodes
    }
}
