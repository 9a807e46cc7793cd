import Analysis
import ArticleQuery
import Foundation
import LinuxSystem

/// The counted words of the archive in a file beside the runs; a missing or damaged one means that all is learned again.
struct WordFrequenciesFile {
    let path: String

    /// The counts; nil where there are none.
    func read() -> WordFrequencies? {
        guard let data = FileManager.default.contents(atPath: path), data.count == WordFrequencies.places * 4 + 8 else {
            return nil
        }
        let bytes = [UInt8](data)
        let texts = bytes.withUnsafeBytes { Int64(littleEndian: $0.loadUnaligned(as: Int64.self)) }
        return WordFrequencies(bytes: Array(bytes.dropFirst(8)), texts: Int(clamping: texts))
    }

    /// Replaces the file in one step.
    func write(_ frequencies: WordFrequencies) throws(ArchiveError) {
        var data = withUnsafeBytes(of: Int64(frequencies.texts).littleEndian) { Data($0) }
        data.append(contentsOf: frequencies.bytes)
        do {
            try data.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw ArchiveError(.inputOutput, operation: "write the analysis index", path: path, cause: "\(error)")
        }
    }
}
