import Archive
import ArticleQuery
import Foundation
import Glibc

/// Programs that are in the middle of reading the database.
///
/// Such a program keeps SQLite from emptying its write-ahead log. It holds a shared lock on one of the five read marks in
/// the `-shm` file, bytes 123 to 127 (sqlite.org/walformat.html, 2.3.1), which /proc/locks shows to everybody; a program that
/// merely has the database open holds none of them.
public enum LogReaders {
    /// A program that reads.
    public struct Reader: Sendable, Hashable {
        /// The process id.
        public var process: Int32
        /// The name of the program, where it can be seen.
        public var name: String?
    }

    /// The bytes of the read marks' locks.
    private static let readMarks: ClosedRange<UInt64> = 123...127
    /// Two looks at such a distance tell a program that reads on and on from one that is about to be done; microseconds.
    private static let patience: UInt32 = 300_000

    /// What is wrong when the log is longer than it should be and a program holds it; nil when all is well.
    public static func problem(_ status: ArchiveStatus, state: StateFolder) -> String? {
        guard status.logBytes > ArchiveStatus.longestLogBytes else { return nil }
        let first = find(state: state)
        guard !first.isEmpty else { return nil }
        usleep(patience)
        let holders = find(state: state).filter(first.contains)
        guard !holders.isEmpty else { return nil }
        let names = holders.map { "process \($0.process)\($0.name.map { " (\($0))" } ?? "")" }.joined(separator: ", ")
        return "\(names) reads the database on and on, so that its log has grown to \(status.logBytes >> 20) MiB;"
            + " end that program or its transaction"
    }

    /// The programs that read the database of a state folder at this moment, this one left out; in the order of their ids.
    public static func find(state: StateFolder) -> [Reader] {
        var index = stat()
        guard stat(state.database + "-shm", &index) == 0,
            let locks = try? String(contentsOfFile: "/proc/locks", encoding: .utf8)
        else { return [] }
        let processes = locks.split(separator: "\n").compactMap { holder($0, inode: UInt64(index.st_ino)) }
        return Set(processes).subtracting([getpid()]).sorted().map { Reader(process: $0, name: name(of: $0)) }
    }

    /// The process of a line such as `3: POSIX  ADVISORY  READ 1234 fd:01:5678 124 124` when it locks a read mark of that file.
    ///
    /// The device is not compared: on Btrfs and overlayfs the kernel names another there than stat(2) does, and a second file of
    /// the same inode number that is locked at these bytes is hardly to be met.
    static func holder(_ line: Substring, inode: UInt64) -> Int32? {
        let fields = line.split(separator: " ")
        guard fields.count == 8, fields[1] == "POSIX", fields[3] == "READ", let process = Int32(fields[4]), process > 0
        else { return nil }
        let file = fields[5].split(separator: ":")
        guard file.count == 3, UInt64(file[2]) == inode, let start = UInt64(fields[6]) else { return nil }
        let end = UInt64(fields[7]) ?? .max
        return start <= readMarks.upperBound && end >= readMarks.lowerBound ? process : nil
    }

    private static func name(of process: Int32) -> String? {
        (try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8))?
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
