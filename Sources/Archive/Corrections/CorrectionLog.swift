import ArticleQuery
import Foundation
import NewsModel

/// What people said, in the order in which they did: a line of JSON each in the file `corrections` of the state folder.
///
/// It stands beside the database and not in it, so that a rebuild knows it too; the tables are made from it. A line is
/// durable before it counts. The file is only written behind its end, but for an erasure, which writes it again.
struct CorrectionLog: Sendable {
    private let path: String

    init(_ state: StateFolder) { path = state.corrections }

    /// The size of the file in bytes.
    var size: Int64 { ArchiveFiles.size(ofFile: path) ?? 0 }

    /// Everything that was said. A last line that a crash cut short is left out; it was never answered as done.
    func load() throws(ArchiveError) -> [Correction] {
        let decoder = JSONDecoder()
        var corrections: [Correction] = []
        for line in try bytes().split(separator: UInt8(ascii: "\n")) {
            if let correction = try? decoder.decode(Correction.self, from: Data(line)) {
                corrections.append(correction)
            }
        }
        return corrections
    }

    /// Adds one behind the others, durable when this returns.
    func append(_ correction: Correction) throws(ArchiveError) {
        // A line that was cut short must not take this one with it.
        let isCut = try bytes().last.map { $0 != UInt8(ascii: "\n") } ?? false
        let output = try ArchiveFiles.openForAppending(path, operation: "note a correction")
        try ArchiveFiles.write((isCut ? [UInt8(ascii: "\n")] : []) + Self.line(correction), to: output, path: path)
        try ArchiveFiles.sync(output, path: path)
    }

    /// Writes the file again without those that `isGone` names; false where there were none.
    func remove(where isGone: (Correction) -> Bool) throws(ArchiveError) -> Bool {
        let all = try load()
        let kept = all.filter { !isGone($0) }
        guard kept.count < all.count else { return false }
        let unfinished = path + ".unfinished"
        try ArchiveFiles.remove(unfinished)
        let output = try ArchiveFiles.createFile(unfinished, operation: "rewrite the corrections")
        try ArchiveFiles.write(kept.flatMap(Self.line), to: output, path: unfinished)
        try ArchiveFiles.sync(output, path: unfinished)
        try ArchiveFiles.rename(unfinished, to: path)
        return true
    }

    private static func line(_ correction: Correction) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings and numbers alone, which always can be encoded.
        return Array((try? encoder.encode(correction)) ?? Data()) + [UInt8(ascii: "\n")]
    }

    private func bytes() throws(ArchiveError) -> [UInt8] {
        guard size > 0 else { return [] }
        let input = try ArchiveFiles.openForReading(path, operation: "read the corrections")
        let length = Int(try ArchiveFiles.size(of: input, path: path))
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, length), alignment: 1)
        defer { buffer.deallocate() }
        let count = try ArchiveFiles.read(input, into: buffer, at: 0, path: path)
        return Array(buffer[..<count])
    }
}
