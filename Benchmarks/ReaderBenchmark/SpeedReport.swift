import Foundation
import NewsModel
import Reading

/// How fast pages are read: processor time of each, the slowest, and the peak of memory.
struct SpeedReport {
    /// Pages that took the most time, by falling time.
    private static let slowestShown = 8

    private var times: [(seconds: Double, id: String)] = []
    private var failures = 0
    private var byteCount = 0

    /// Reads every page once, after one that builds the tables which all share.
    init(_ pages: [BenchmarkPage]) {
        if let first = pages.first { _ = try? first.read() }
        for page in pages {
            let before = Self.processorSeconds()
            if (try? page.read()) == nil { failures += 1 }
            times.append((Self.processorSeconds() - before, page.id))
            byteCount += page.bytes.count
        }
        times.sort { $0.seconds > $1.seconds }
    }

    private var total: Double { times.reduce(0) { $0 + $1.seconds } }

    /// The report for people.
    func printText() {
        print("\(times.count) pages, \(byteCount / 1_000_000) MB, \(failures) not read")
        print(
            String(
                format: "%.2f s of processor time: %.0f pages/s, %.0f MB/s", total, Double(times.count) / total,
                Double(byteCount) / 1e6 / total))
        for slow in times.prefix(Self.slowestShown) {
            print(String(format: "%8.2f ms  %@", slow.seconds * 1000, slow.id))
        }
        print("peak memory \(Self.peakKibibytes() / 1024) MB, of which the pages take \(byteCount / 1_048_576) MB")
    }

    /// The report as one JSON object, for `Scripts/bench`.
    func printJSON() throws {
        let object: [String: Any] = [
            "name": "wiredesk", "pages": times.count, "failures": failures, "bytes": byteCount, "seconds": total,
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
