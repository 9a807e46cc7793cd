import Analysis
import Archive
import Foundation

/// How long the relations of a new article take among many: their samples lie in runs on disk, as the desk keeps them.
///
/// The many are made: each has a full sample of keys that spread evenly, of which one in eight is also another's (common
/// phrases). The texts of the file are looked up and compared among them. Story terms and grouping are timed on the same texts.
enum SpeedTask {
    private static let articlesInRun = 4_096

    static func run(_ records: [Record], count: Int) throws {
        let folder = NSTemporaryDirectory() + "/analysis-benchmark-\(getpid())"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try SortedRunStore(folder: folder, mostTexts: SketchIndex.mostTexts)
        var random = SystemRandomNumberGenerator()
        let filling = ContinuousClock().now
        var shared = [UInt32](repeating: 0, count: 1 << 16)
        for index in shared.indices { shared[index] = random.next() }
        var number = records.count
        while number < count {
            var pairs: [UInt64] = []
            pairs.reserveCapacity(articlesInRun * ShingledText.storedSketchSize)
            let end = min(count, number + articlesInRun)
            for article in number..<end {
                for place in 0..<ShingledText.storedSketchSize {
                    let key: UInt32 = place % 8 == 0 ? shared[Int(random.next() as UInt16)] : random.next()
                    pairs.append(UInt64(key) << 32 | UInt64(article))
                }
            }
            pairs.sort()
            try store.append(pairs, lastVersion: Int64(end))
            number = end
        }
        let filled = ContinuousClock().now - filling
        var frequencies = WordFrequencies()
        var latest = SketchIndex()
        var texts: [ShingledText] = []
        var times: [Double] = []
        for (number, record) in records.enumerated() {
            let start = ContinuousClock().now
            let text = ShingledText(record.text)
            frequencies.count(text)
            var scores = CandidateScores()
            for key in text.queryKeys { scores.add(latest.texts(under: key) + store.texts(under: key)) }
            // The made ones have no text; comparing takes as long with any other.
            for candidate in scores.best where !texts.isEmpty {
                let other = texts[Int(candidate) % texts.count]
                guard text.mayShareEnough(keys: scores.keys(of: candidate), withTextOf: other.wordCount) else {
                    continue
                }
                _ = TextRelation(TextComparison(text, other, frequencies: frequencies))
            }
            latest.insert(UInt32(clamping: number), keys: text.storedKeys)
            times.append(milliseconds(ContinuousClock().now - start))
            texts.append(text)
        }
        times.sort()
        var grouper = StoryGrouper()
        let grouping = ContinuousClock().now
        for (number, record) in records.enumerated() {
            let terms = StoryTerms(headline: nil, body: record.text)
            _ = grouper.add(StoryArticle(id: Int64(number), time: 0, terms: terms))
        }
        let grouped = ContinuousClock().now - grouping
        let regrouping = ContinuousClock().now
        _ = grouper.regroup()
        let regrouped = ContinuousClock().now - regrouping
        Record.write([
            "articles": count, "pairs": store.count, "runs": store.runCount,
            "fill_seconds": milliseconds(filled) / 1000, "relations_median_ms": times[times.count / 2],
            "relations_p99_ms": times[times.count * 99 / 100], "relations_max_ms": times.last ?? 0,
            "story_ms": milliseconds(grouped) / Double(records.count), "regroup_ms": milliseconds(regrouped),
        ])
    }

    private static func milliseconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
    }
}
