import CLinux
import LinuxSystem
import Synchronization

/// Looks whether there is room enough for going on.
final class SpaceGuard: Sendable {
    /// Seconds between two looks while there is too little room.
    private static let pauseSeconds = 5.0
    /// Inodes that must be free: a batch of originals with their folders.
    private static let minimumFreeInodes: UInt64 = 1024

    private let directory: Descriptor
    private let minimumFreeBytes: Int64
    private let isWaiting = Atomic(false)

    init(directory: Descriptor, minimumFreeBytes: Int64) {
        self.directory = directory
        self.minimumFreeBytes = minimumFreeBytes
    }

    /// What is free to the desk in bytes; nil where the file system does not tell.
    var freeBytes: UInt64? {
        var bytes: UInt64 = 0
        var inodes: UInt64 = 0
        return wd_free_space(directory.number, &bytes, &inodes) == 0 ? bytes : nil
    }

    /// Whether less than the minimum is free; false where the file system does not tell.
    var isShort: Bool {
        guard minimumFreeBytes > 0 else { return false }
        var bytes: UInt64 = 0
        var inodes: UInt64 = 0
        guard wd_free_space(directory.number, &bytes, &inodes) == 0 else { return false }
        return bytes < UInt64(minimumFreeBytes) || inodes < Self.minimumFreeInodes
    }

    /// What is too little, for people; nil where there is enough.
    var shortage: String? {
        guard isShort else { return nil }
        var bytes: UInt64 = 0
        var inodes: UInt64 = 0
        guard wd_free_space(directory.number, &bytes, &inodes) == 0 else { return nil }
        return bytes < UInt64(minimumFreeBytes)
            ? "\(bytes >> 20)MiB are free, less than min_free (\(ByteSizeSetting.format(minimumFreeBytes)))"
            : "\(inodes) inodes are free, less than \(Self.minimumFreeInodes)"
    }

    /// Calls `action` after a while; one call at a time is under way however often it is asked for.
    func lookAgain(_ action: @escaping @Sendable () -> Void) {
        guard !isWaiting.exchange(true, ordering: .acquiringAndReleasing) else { return }
        DispatchWorkQueue.timedWork.async(afterSeconds: Self.pauseSeconds) { [self] in
            isWaiting.store(false, ordering: .releasing)
            action()
        }
    }
}
