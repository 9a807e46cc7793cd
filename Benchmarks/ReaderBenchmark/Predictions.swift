import Bytes
import Foundation
import NewsModel

/// What was read of each page, one JSON object a line.
enum Predictions {
    static func write(_ pages: [BenchmarkPage]) {
        for page in pages {
            var line: [String: Any] = ["id": page.id]
            do {
                let article = try page.read()
                line["title"] = article.headline
                line["authors"] = article.authors
                line["date"] = article.published?.description
                line["body"] = article.body
                line["language"] = article.language
                line["site"] = article.outlet
                line["deck"] = article.deck
                line["modified"] = article.modified?.description
                line["url"] = article.url
                line["confidence"] = article.confidence
                line["credit"] = article.creditLine
                line["words"] = article.wordCount
                line["dateline"] = article.dateline?.text
            } catch let failure as ReadingFailure {
                line["error"] = "\(failure.code): \(failure.message)"
            } catch {
                line["error"] = "\(error)"
            }
            if let data = try? JSONSerialization.data(
                withJSONObject: line, options: [.sortedKeys, .withoutEscapingSlashes])
            {
                FileHandle.standardOutput.write(data + Data("\n".utf8))
            }
        }
    }
}
