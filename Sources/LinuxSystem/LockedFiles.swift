import CLinux
import Synchronization

/// Files on which a library of this process holds POSIX locks, of which nothing else in the process may close a descriptor.
///
/// POSIX record locks belong to process and file, not to the descriptor: close(2) of any descriptor of the file drops all of them, and
/// their holder never learns of it (fcntl(2), "Record locking"). SQLite guards its own connections against that and cannot guard
/// against others. `Descriptor` therefore does not open such a file by a name, and never closes one that came in some other way: over a
/// socket, or by a name that was exchanged in between. Descriptors that only stand for a place (O_PATH) are harmless.
public enum LockedFiles {
    private struct Key: Hashable {
        var device: UInt64
        var inode: UInt64
    }

    /// How many claims there are on each file.
    private static let claims = Mutex<[Key: Int]>([:])
    /// How many files there are, for programs without any: they pay for no look at a descriptor.
    private static let count = Atomic(0)

    /// Keeps files listed for as long as it lives.
    public final class Claim: Sendable {
        private let keys: [Key]

        /// Lists the files that stand under these paths now; where there is none nothing is listed.
        public init(paths: [String]) {
            keys = paths.compactMap { path in
                var found = wd_file_status()
                guard wd_status_at(Int32(wd_working_directory), path, &found) == 0 else { return nil }
                return Key(device: found.device, inode: found.inode)
            }
            claims.withLock { claims in
                for key in keys { claims[key, default: 0] += 1 }
                count.store(claims.count, ordering: .releasing)
            }
        }

        deinit {
            claims.withLock { claims in
                for key in keys {
                    let left = (claims[key] ?? 1) - 1
                    claims[key] = left > 0 ? left : nil
                }
                count.store(claims.count, ordering: .releasing)
            }
        }
    }

    /// Whether a file is listed.
    public static func contain(device: UInt64, inode: UInt64) -> Bool {
        guard count.load(ordering: .acquiring) > 0 else { return false }
        return claims.withLock { $0[Key(device: device, inode: inode)] != nil }
    }

    /// Whether an open descriptor is of a listed file, so that it must stay open to the end of the process.
    public static func contain(descriptor number: Int32) -> Bool {
        guard count.load(ordering: .acquiring) > 0 else { return false }
        var device: UInt64 = 0
        var inode: UInt64 = 0
        guard wd_file_key(number, "", &device, &inode) == 0 else { return false }
        return contain(device: device, inode: inode)
    }

    /// Whether a name below a directory stands for a listed file.
    static func contain(_ name: [UInt8], in directory: Int32) -> Bool {
        guard count.load(ordering: .acquiring) > 0 else { return false }
        var device: UInt64 = 0
        var inode: UInt64 = 0
        guard name.withCString({ wd_file_key(directory, $0, &device, &inode) }) == 0 else { return false }
        return contain(device: device, inode: inode)
    }
}
