import Foundation
import NewsModel
import PageReading

/// Reads a folder of pages from memory: prints what was read in JSON Lines for a scorer, or how fast it was.
@main
enum ReaderBenchmark {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let folder = arguments.first(where: { !$0.hasPrefix("--") }) else {
            FileHandle.standardError.write(
                Data("usage: ReaderBenchmark FOLDER [--time | --time-json | --explain]\n".utf8))
            exit(64)
        }
        let pages = try BenchmarkPage.load(folder)
        if arguments.contains("--explain") {
            for page in pages {
                print("=== \(page.id)")
                print(
                    page.bytes.withUnsafeBufferPointer { bytes in
                        do { return try HTMLReader.explain(bytes).joined(separator: "\n") } catch { return "\(error)" }
                    })
            }
        } else if arguments.contains("--time-json") {
            try SpeedReport(pages).printJSON()
        } else if arguments.contains("--time") {
            SpeedReport(pages).printText()
        } else {
            Predictions.write(pages)
        }
    }
}
