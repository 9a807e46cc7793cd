import ArticleQuery
import LinuxSystem

/// The small mark that commits leave beside the originals, in `originals/.mark`: which archive they belong to, and how many commits of
/// new originals there were.
///
/// `begun` is written before the one sync that makes the originals of a commit durable, and so is never behind a database that has
/// committed them; `done` is written after the commit, without a sync of its own. In a whole archive the database is as far as `begun`, or
/// one commit behind it after a crash.
struct CommitMark: Sendable, Hashable {
    /// The archive, by a random number that its database has too.
    var archive: String
    /// The last commit that was begun.
    var begun: Int64
    /// The last commit that is known to have ended.
    var done: Int64

    /// The first line of the file.
    private static let title = "Wiredesk originals 1"
    /// Digits of a number: all lines keep their lengths, so that the file is written over in place, within one sector of the disk.
    private static let digits = 19
    /// This program writes no longer file.
    private static let longest = 512

    /// The file's bytes.
    private var bytes: [UInt8] {
        func padded(_ number: Int64) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, Self.digits - text.utf8.count)) + text
        }
        return Array("\(Self.title)\narchive \(archive)\nbegun \(padded(begun))\ndone \(padded(done))\n".utf8)
    }

    private init?(bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        func value(_ line: Int, _ name: String) -> Substring? {
            lines.count == 5 && lines[line].hasPrefix(name + " ") ? lines[line].dropFirst(name.utf8.count + 1) : nil
        }
        guard lines.first == Self.title[...], let archive = value(1, "archive"), !archive.isEmpty,
            let begun = value(2, "begun").flatMap({ Int64($0) }), let done = value(3, "done").flatMap({ Int64($0) })
        else { return nil }
        self.init(archive: String(archive), begun: begun, done: done)
    }

    /// A mark.
    init(archive: String, begun: Int64, done: Int64) {
        self.archive = archive
        self.begun = begun
        self.done = done
    }

    /// The mark of a state folder; nil without a mark that can be read.
    static func read(_ state: StateFolder) throws(ArchiveError) -> CommitMark? {
        guard let size = ArchiveFiles.size(ofFile: state.mark), size > 0, size <= longest else { return nil }
        return try ArchiveFiles.contents(state.mark, most: longest, operation: "read the mark of the originals")
            .flatMap { CommitMark(bytes: $0) }
    }

    /// Writes the mark over the one in an open file; not durable by itself.
    func write(over file: Descriptor, _ state: StateFolder) throws(ArchiveError) {
        try ArchiveFiles.write(bytes, to: file, at: 0, path: state.mark)
    }

    /// Puts the mark into a state folder in one step, durable when this returns.
    func put(into state: StateFolder) throws(ArchiveError) {
        try ArchiveFiles.replace(state.mark, with: bytes, operation: "mark the originals")
    }
}
