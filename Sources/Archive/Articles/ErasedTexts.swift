import ArticleQuery
import Foundation
import NewsModel

/// What was erased for good, so that it stays out: hashes alone, no text.
///
/// They stand in the file `erased` of the state folder, a line each, beside the database and not in it, so that a rebuild knows them
/// too.
struct ErasedTexts: Sendable {
    /// Hashes of normalised texts, by `NormalizedText`.
    private(set) var texts: Set<Int64> = []

    /// Reads what was erased from a state folder.
    static func load(_ state: StateFolder) throws(ArchiveError) -> ErasedTexts {
        var erased = ErasedTexts()
        // A last line that a crash cut short was never answered as done.
        let whole = try bytes(state).reversed().drop { $0 != UInt8(ascii: "\n") }.reversed()
        for line in String(decoding: Array(whole), as: UTF8.self).split(separator: "\n") {
            guard line.hasPrefix("text "), let hash = UInt64(line.dropFirst(5), radix: 16) else { continue }
            erased.texts.insert(Int64(bitPattern: hash))
        }
        return erased
    }

    /// Notes more, durable when this returns.
    mutating func add(_ hashes: [Int64], to state: StateFolder) throws(ArchiveError) {
        let new = hashes.filter { !texts.contains($0) }
        guard !new.isEmpty else { return }
        let output = try ArchiveFiles.openForAppending(state.erased, operation: "note what was erased")
        // A line that was cut short must not take the next one with it; the space keeps it from being read as a shorter hash.
        let isCut = try Self.bytes(state).last.map { $0 != UInt8(ascii: "\n") } ?? false
        let lines = (isCut ? " \n" : "") + new.map { "text \(String(UInt64(bitPattern: $0), radix: 16))\n" }.joined()
        try ArchiveFiles.write(Array(lines.utf8), to: output, path: state.erased)
        try ArchiveFiles.sync(output, path: state.erased)
        texts.formUnion(new)
    }

    private static func bytes(_ state: StateFolder) throws(ArchiveError) -> [UInt8] {
        guard let size = ArchiveFiles.size(ofFile: state.erased), size > 0 else { return [] }
        let input = try ArchiveFiles.openForReading(state.erased, operation: "read what was erased")
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Int(size), alignment: 1)
        defer { buffer.deallocate() }
        let count = try ArchiveFiles.read(input, into: buffer, at: 0, path: state.erased)
        return Array(buffer[..<count])
    }
}
