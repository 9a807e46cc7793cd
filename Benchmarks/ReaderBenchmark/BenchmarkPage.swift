import Bytes
import Formats
import Foundation
import NewsModel

/// A page of the benchmark, in memory.
struct BenchmarkPage {
    /// The file's name without its ending.
    var id: String
    /// The page's bytes.
    var bytes: [UInt8]

    /// All files `*.html` of a folder, by name; or one file.
    static func load(_ path: String) throws -> [BenchmarkPage] {
        if path.hasSuffix(".html") {
            return [BenchmarkPage(id: path, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))))]
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".html") }
        return try names.sorted().map { name in
            let data = try Data(contentsOf: URL(fileURLWithPath: path).appendingPathComponent(name))
            return BenchmarkPage(id: String(name.dropLast(".html".count)), bytes: Array(data))
        }
    }

    /// Reads the page as the reader program does, its format found and the article finished.
    func read() throws -> Article {
        try bytes.withUnsafeBufferPointer { buffer in
            var found: Article?
            try ArticleReader().read(buffer, hint: ReadingHint(name: FileName(id + ".html"))) { event in
                if case .article(let article) = event { found = article }
            }
            guard let found else { throw ReadingFailure(code: .noText, message: "the reader told of no article") }
            return found
        }
    }
}
