import Foundation

/// A page of the benchmark, in memory.
struct BenchmarkPage {
    /// The file's name without its ending.
    var id: String
    /// The page's bytes.
    var bytes: [UInt8]

    /// All files `*.html` of a folder, by name.
    static func load(_ folder: String) throws -> [BenchmarkPage] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".html") }.sorted().map {
            name in
            let data = try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name))
            return BenchmarkPage(id: String(name.dropLast(".html".count)), bytes: Array(data))
        }
    }
}
