import Foundation
import NewsModel
import SeededNumbers
import Testing

@testable import Archive

/// How fast and how large; prints figures, and checks only that everything arrived. Runs when asked for:
/// `WIREDESK_MEASURE=1 swift test -c release -Xswiftc -enable-testing --filter SpeedReport`.
struct SpeedReport {
    static let isWanted = ProcessInfo.processInfo.environment["WIREDESK_MEASURE"] != nil

    /// Articles of some 5 kB whose words are spread as in natural text (Zipf's law).
    private struct Generator {
        private var random = SeededGenerator(seed: 42)
        private let vocabulary: [String]

        init() {
            var random = SeededGenerator(seed: 7)
            vocabulary = (0..<60_000).map { rank in
                (0..<(2 + rank.bitWidth - rank.leadingZeroBitCount) / 2).map { _ in
                    String(UnicodeScalar(97 + UInt8.random(in: 0..<26, using: &random)))
                }.joined() + String(rank, radix: 36)
            }
        }

        private mutating func uniform() -> Double {
            Double.random(in: 0..<1, using: &random)
        }

        mutating func sentence(_ words: Int) -> String {
            (0..<words).map { _ in vocabulary[Int(pow(Double(vocabulary.count), uniform())) - 1] }.joined(
                separator: " ")
        }

        mutating func article(_ number: Int) -> Article {
            var lines: [String] = []
            while lines.reduce(0, { $0 + $1.utf8.count + 2 }) < 5_000 { lines.append(sentence(60) + ".") }
            return .make(
                lines.joined(separator: "\n"), headline: sentence(8),
                url: "https://news\(number % 300).example/2024/05/\(number)-a-slug-of-usual-length",
                published: "2024-05-03T14:05:00Z", authors: ["Author \(number % 2_000)"],
                outlet: "Outlet \(number % 300)")
        }
    }

    @Test(.enabled(if: isWanted)) func fiveThousandArticles() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        var generator = Generator()
        let articles = (0..<5_000).map { generator.article($0) }
        let text = articles.reduce(0) { $0 + $1.body.utf8.count + ($1.headline?.utf8.count ?? 0) }
        let clock = ContinuousClock()
        var prepared: [PreparedArticle] = []
        let preparing = clock.measure { prepared = articles.map { PreparedArticle($0) } }
        let portions = prepared.enumerated().map { number, article in
            DeliveryPortion(facts: desk.facts("\(number)", name: "\(number).html"), articles: [article], end: .read)
        }
        let committing = try clock.measure {
            for start in stride(from: 0, to: portions.count, by: 500) {
                _ = try desk.archive.commit(Array(portions[start..<start + 500]))
            }
        }
        #expect(try desk.archive.counters().articles == 5_000)
        try desk.archive.close()
        let size = ArchiveFiles.size(ofFile: desk.database) ?? 0
        print(
            """
            prepare \(preparing / 5_000) an article, commit \(committing / 5_000) an article (one writer, batches of 500), \
            \(Double(size) / Double(text)) bytes of database a byte of text
            """)
    }
}
