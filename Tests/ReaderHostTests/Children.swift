import Foundation

/// What /proc says of the processes that this one has started.
enum Children {
    /// Those of a name (comm), by their numbers.
    static func named(_ name: String) -> [Int32] {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
        let children = threads.flatMap { thread in
            text("/proc/self/task/\(thread)/children").split(separator: " ").compactMap { Int32($0) }
        }
        return children.filter { text("/proc/\($0)/comm") == name + "\n" }
    }

    /// The sets of capabilities of a process but for its bounding set, without leading zeros.
    static func capabilities(of process: Int32) -> [String]? {
        let lines = text("/proc/\(process)/status").split(separator: "\n").filter {
            $0.hasPrefix("Cap") && !$0.hasPrefix("CapBnd")
        }
        guard !lines.isEmpty else { return nil }
        return lines.map { line in
            let parts = line.split(separator: "\t")
            return parts[0] + String(UInt64(parts[1], radix: 16) ?? .max, radix: 16)
        }
    }

    private static func text(_ path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }
}
