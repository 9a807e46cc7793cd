import LinuxSystem

/// What in an inbox is no delivery: unfinished downloads, backups, what systems strew about, and the folders of the archive itself.
///
/// A pattern is a file or directory name in which `*` stands for any characters and `?` for one byte; upper and lower case of
/// ASCII letters are the same.
public struct IgnoreRules: Sendable, Equatable {
    /// The patterns that hold unless the configuration replaces them.
    public static let defaultPatterns = [
        ".*", "*.part", "*.partial", "*.tmp", "*.crdownload", "*.download", "*.filepart", "*~", "~$*", ".~lock*",
        "~syncthing~*",
        "._*", "Thumbs.db", "desktop.ini", "@eaDir", ".stversions", "lost+found", "*:Zone.Identifier",
    ]

    private struct Folder: Hashable, Sendable {
        var device: UInt64
        var inode: UInt64
    }

    private let patterns: [[UInt8]]
    private let archiveFolders: Set<Folder>

    /// Rules of patterns; the defaults unless others are given.
    ///
    /// - Parameter archiveFolders: the folders in which the archive keeps its own files, known by device and inode, since a mount can
    ///   bring them into an inbox under any name; none by default.
    public init(patterns: [String] = Self.defaultPatterns, archiveFolders: [FileStatus] = []) {
        self.patterns = patterns.map { Self.lowered(Array($0.utf8)) }
        self.archiveFolders = Set(archiveFolders.map { Folder(device: $0.device, inode: $0.inode) })
    }

    /// Whether a folder is one of the archive's own, which must never be taken in.
    func isOfArchive(_ folder: FileStatus) -> Bool {
        archiveFolders.contains(Folder(device: folder.device, inode: folder.inode))
    }

    /// Whether a single name (no path) is ignored.
    public func ignores(_ name: [UInt8]) -> Bool {
        let lowered = Self.lowered(name)
        return patterns.contains { Self.matches(lowered, $0) }
    }

    private static func lowered(_ bytes: [UInt8]) -> [UInt8] {
        bytes.map { (65...90).contains($0) ? $0 + 32 : $0 }
    }

    /// Wildcard match that is linear in the name for each star, without recursion.
    private static func matches(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
        var nameIndex = 0
        var patternIndex = 0
        var star: (pattern: Int, name: Int)?
        while nameIndex < name.count {
            if patternIndex < pattern.count, pattern[patternIndex] == UInt8(ascii: "*") {
                star = (patternIndex, nameIndex)
                patternIndex += 1
            } else if patternIndex < pattern.count,
                pattern[patternIndex] == name[nameIndex] || pattern[patternIndex] == UInt8(ascii: "?")
            {
                nameIndex += 1
                patternIndex += 1
            } else if let last = star {
                patternIndex = last.pattern + 1
                nameIndex = last.name + 1
                star = (last.pattern, nameIndex)
            } else {
                return false
            }
        }
        return pattern[patternIndex...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
