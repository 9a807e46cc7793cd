import Glibc
import LinuxSystem

/// A file system that is mounted somewhere, as /proc/self/mountinfo names it (proc_pid_mountinfo(5)).
public struct Mount: Sendable, Hashable {
    /// The number of the mount, which another one at the same place does not have.
    var number: [UInt8]
    /// Where it is mounted, with octal escapes for blanks and the like.
    var place: [UInt8]

    /// What is mounted below a folder in this process's mount namespace; empty where that cannot be told.
    static func all(below path: String) -> Set<Mount> {
        guard let real = realpath(path, nil) else { return [] }
        defer { free(real) }
        return all(
            below: Array(String(cString: real).utf8), in: FileCalls.contents(ofKernelFile: "/proc/self/mountinfo"))
    }

    /// The same of a table at hand.
    ///
    /// - Parameter path: without links and without a slash at its end.
    static func all(below path: [UInt8], in table: [UInt8]) -> Set<Mount> {
        let below = escaped(path) + [UInt8(ascii: "/")]
        var mounts: Set<Mount> = []
        for line in table.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
            guard fields.count > 5, fields[4].starts(with: below) else { continue }
            mounts.insert(Mount(number: Array(fields[0]), place: Array(fields[4])))
        }
        return mounts
    }

    /// A path as the kernel writes it there: blanks, tabs, line ends and backslashes as three octal digits.
    private static func escaped(_ path: [UInt8]) -> [UInt8] {
        path.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\\"):
                let digits = String(byte, radix: 8)
                return Array(("\\" + String(repeating: "0", count: 3 - digits.count) + digits).utf8)
            default: return [byte]
            }
        }
    }
}
