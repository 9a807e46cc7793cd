import Archive
import ArticleQuery
import Dispatch
import Foundation
import NewsModel
import SeededNumbers

/// Fills an archive with synthetic articles and measures what storing and searching cost.
///
///     ArchiveBenchmark fill STATE COUNT [WORDS]      adds articles of about WORDS words (300) up to COUNT
///     ArchiveBenchmark search STATE [ROUNDS]         times of searches of several kinds (200 rounds)
///     ArchiveBenchmark halves STATE QUESTIONS        fits the ranking on one half of some questions and measures the other half
///     ArchiveBenchmark texts FOLDER COUNT [WORDS]    writes articles as text files, a thousand a folder
@main struct ArchiveBenchmark {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch (arguments.first, arguments.count) {
        case ("fill", 3...):
            try fill(arguments[1], Int(arguments[2]) ?? 0, words: arguments.count > 3 ? Int(arguments[3]) ?? 300 : 300)
        case ("search", 2...): try search(arguments[1], rounds: arguments.count > 2 ? Int(arguments[2]) ?? 200 : 200)
        case ("halves", 3): try QuestionFit(state: arguments[1], questions: arguments[2]).run()
        case ("texts", 3...):
            try writeTexts(
                arguments[1], Int(arguments[2]) ?? 0, words: arguments.count > 3 ? Int(arguments[3]) ?? 700 : 700)
        default:
            FileHandle.standardError.write(
                Data(
                    "usage: ArchiveBenchmark fill STATE COUNT [WORDS] | search STATE [ROUNDS] | halves STATE QUESTIONS | texts FOLDER COUNT [WORDS]\n"
                        .utf8))
            exit(64)
        }
    }

    /// Articles in one commit, as a busy desk makes it.
    private static let batch = 256

    private static func fill(_ state: String, _ count: Int, words: Int) throws {
        let archive = try Archive.open(state: state)
        let source = SyntheticArticles(try SyntheticVocabulary(), words: words / 2...words * 3 / 2)
        let step = max(batch, count / 10 / batch * batch)
        var number = Int(try archive.counters().articles)
        var begin = DispatchTime.now().uptimeNanoseconds
        var bytes = 0
        print("  articles  articles/s   text MB/s")
        while number < count {
            let last = min(number + batch, count)
            var portions = [DeliveryPortion?](repeating: nil, count: last - number)
            let first = number
            portions.withUnsafeMutableBufferPointer { buffer in
                nonisolated(unsafe) let buffer = buffer
                // Prepared in parallel, as lanes do it.
                DispatchQueue.concurrentPerform(iterations: buffer.count) { index in
                    buffer[index] = portion(first + index, source)
                }
            }
            let ready = portions.compactMap { $0 }
            bytes += ready.reduce(0) { $0 + Int($1.facts.size) }
            _ = try archive.commit(ready)
            number = last
            if number % step < batch {
                let seconds = Double(DispatchTime.now().uptimeNanoseconds - begin) / 1e9
                print(
                    String(format: "%10d %11.0f %11.1f", number, Double(step) / seconds, Double(bytes) / 1e6 / seconds))
                begin = DispatchTime.now().uptimeNanoseconds
                bytes = 0
            }
        }
        try archive.close()
        try ArchiveReader.open(state: state).renewVocabulary(whenNewer: 0)
    }

    private static func portion(_ number: Int, _ source: SyntheticArticles) -> DeliveryPortion {
        let article = source.article(number)
        // Stands for the hash of the file, which is not written here.
        var random = SeededGenerator(seed: UInt64(number))
        let hash = (0..<4).flatMap { _ in withUnsafeBytes(of: random.next()) { [UInt8]($0) } }
        let facts = DeliveryFacts(
            ticket: UInt64(number) + 1, received: 1_735_689_600_000 + Int64(number), inbox: "/inbox",
            path: FileName("\(number).txt"), collection: "c\(number % 20)", sha256: SHA256Digest(bytes: hash),
            size: Int64(article.body.utf8.count), readerVersion: 1)
        return DeliveryPortion(facts: facts, articles: [PreparedArticle(article)], end: .read)
    }

    private static func writeTexts(_ folder: String, _ count: Int, words: Int) throws {
        let source = SyntheticArticles(try SyntheticVocabulary(), words: words / 2...words * 3 / 2)
        for start in stride(from: 0, to: count, by: 1_000) {
            let place = URL(fileURLWithPath: folder).appendingPathComponent("\(start / 1_000)")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            for number in start..<min(count, start + 1_000) {
                let article = source.article(number)
                let byline = article.authors.first.map { "By \($0)\n\n" } ?? ""
                try Data("\(article.headline ?? "")\n\n\(byline)\(article.body)\n".utf8)
                    .write(to: place.appendingPathComponent("\(number).txt"))
            }
        }
    }

    private static func search(_ state: String, rounds: Int) throws {
        let archive = try ArchiveReader.open(state: state)
        // Ranks whose words stand in some 0.05 to 2 per cent of the articles, and commoner ones.
        let words = try SyntheticVocabulary().words.map { String(decoding: $0, as: UTF8.self) }
        let rare = 1_200..<45_000
        let common = 10..<60
        var random = SeededGenerator(seed: 5)
        func word(_ ranks: Range<Int>) -> String { words[ranks.lowerBound + Int(random.next() % UInt64(ranks.count))] }
        var kinds: [SearchMeasurement] = []
        func measure(_ kind: String, _ request: () -> SearchRequest) throws {
            var measurement = SearchMeasurement(kind)
            for _ in 0..<rounds { try measurement.search(archive, request()) }
            kinds.append(measurement)
            print(measurement.line)
        }
        let recent = ArticleFilter(since: 1_577_836_800_000, language: "en")
        print(
            "search".padding(toLength: 44, withPad: " ", startingAt: 0)
                + "    n    median      95 %       max    hits bounded")
        try measure("two words (OR), filters") {
            SearchRequest(query: "\(word(rare)) OR \(word(rare))", filter: recent)
        }
        try measure("two words (AND), filters") {
            SearchRequest(query: "\(word(rare)) AND \(word(rare))", filter: recent)
        }
        try measure("one word, filters") { SearchRequest(query: word(rare), filter: recent) }
        try measure("one word, exact, by date") { SearchRequest(query: word(rare), order: .date, isExact: true) }
        try measure("a common and a rare word") {
            SearchRequest(query: "\(word(common)) \(word(rare))", filter: recent)
        }
        try measure("two common words") { SearchRequest(query: "\(word(common)) \(word(common))", filter: recent) }
        try measure("one common word") { SearchRequest(query: word(common)) }
        try measure("one common word by date") { SearchRequest(query: word(common), order: .date) }
        for (name, ranks) in [("uncommon", rare), ("common", common), ("mixed", 10..<45_000)] {
            for count in [2, 4, 8, 15] {
                func words() -> [String] {
                    (0..<count).map { $0 % 2 == 0 && name == "mixed" ? word(common) : word(ranks) }
                }
                try measure("question of \(count) \(name) words") {
                    SearchRequest(query: words().joined(separator: " "))
                }
                // What every search was before its words ranked.
                try measure("... all of them demanded") {
                    SearchRequest(query: words().joined(separator: " AND "))
                }
            }
        }
        try measure("question of 4 uncommon words, one misspelled") {
            let slip = word(rare).enumerated().map { $0.offset == 2 ? "q" : String($0.element) }.joined()
            return SearchRequest(query: "\(slip) \(word(rare)) \(word(rare)) \(word(rare))")
        }
        try measure("one demanded word, three that rank") {
            SearchRequest(query: "+\(word(common)) \(word(rare)) \(word(common)) \(word(rare))")
        }
        try measure("phrase of two common words") { SearchRequest(query: "\"\(word(common)) \(word(common))\"") }
    }
}
