import Analysis
import Foundation
import NewsModel

/// How fast pages are read: processor time of each, the slowest, and the peak of memory.
struct SpeedReport {
    /// Pages that took the most time, by falling time.
    private static let slowestShown = 8

    private var times: [(seconds: Double, id: String)] = []
    /// Processor time of what is found in the articles after they are read.
    private var analysisSeconds = 0.0
    private var nameSeconds = 0.0
    private var quotationSeconds = 0.0
    private var failures = 0
    private var byteCount = 0

    /// Reads every page once, after one that builds the tables which all share.
    init(_ pages: [BenchmarkPage]) {
        EntityFinder.warmUp()
        QuotationFinder.warmUp()
        if let first = pages.first { _ = try? first.read() }
        for page in pages {
            let before = Self.processorSeconds()
            let article = try? page.read()
            times.append((Self.processorSeconds() - before, page.id))
            byteCount += page.bytes.count
            if let article { analyse(article) } else { failures += 1 }
        }
        times.sort { $0.seconds > $1.seconds }
    }

    /// What the reader process does with an article before it sends it.
    private mutating func analyse(_ article: Article) {
        var article = article
        let start = Self.processorSeconds()
        article.annotations += PassageFinder.annotations(of: article)
        let names = Self.processorSeconds()
        article.entities = EntityFinder.entities(of: article)
        let quotations = Self.processorSeconds()
        article.quotations = QuotationFinder.quotations(of: article, entities: article.entities)
        let end = Self.processorSeconds()
        nameSeconds += quotations - names
        quotationSeconds += end - quotations
        analysisSeconds += end - start
    }

    private var total: Double { times.reduce(0) { $0 + $1.seconds } }

    /// The report for people.
    func printText() {
        print("\(times.count) pages, \(byteCount / 1_000_000) MB, \(failures) not read")
        print(
            String(
                format: "%.2f s of processor time: %.0f pages/s, %.0f MB/s", total, Double(times.count) / total,
                Double(byteCount) / 1e6 / total))
        print(
            String(
                format:
                    "with names (%.2f s), quotations (%.2f s) and passages: %.0f pages/s, %.2f of the speed of reading alone",
                nameSeconds, quotationSeconds, Double(times.count) / (total + analysisSeconds),
                total / (total + analysisSeconds)))
        for slow in times.prefix(Self.slowestShown) {
            print(String(format: "%8.2f ms  %@", slow.seconds * 1000, slow.id))
        }
        print("peak memory \(Self.peakKibibytes() / 1024) MB, of which the pages take \(byteCount / 1_048_576) MB")
    }

    /// The report as one JSON object, for `Scripts/bench`.
    func printJSON() throws {
        let object: [String: Any] = [
            "name": "wiredesk", "pages": times.count, "failures": failures, "bytes": byteCount, "seconds": total,
            "analysis_seconds": analysisSeconds, "name_seconds": nameSeconds,
            "quotation_seconds": quotationSeconds,
            "median": times.isEmpty ? 0 : times[times.count / 2].seconds,
            "slowest": times.first?.seconds ?? 0, "slowest_page": times.first?.id ?? "",
            "slow": times.prefix(Self.slowestShown).map { ["page": $0.id, "seconds": $0.seconds] as [String: Any] },
            "times": Dictionary(times.map { ($0.id, $0.seconds) }, uniquingKeysWith: max),
        ]
        FileHandle.standardOutput.write(try JSONSerialization.data(withJSONObject: object) + Data("\n".utf8))
    }

    private static func peakKibibytes() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
