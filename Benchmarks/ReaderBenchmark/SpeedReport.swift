import Foundation
import NewsModel
import Reading

/// How many pages a second of processor time reads, the slowest of them, and the peak of memory.
enum SpeedReport {
    static func measure(_ pages: [BenchmarkPage]) {
        var times: [(seconds: Double, id: String)] = []
        var failures = 0
        // The first page builds tables and touches memory that later ones share.
        if let first = pages.first { _ = read(first) }
        let start = processorSeconds()
        for page in pages {
            let before = processorSeconds()
            if !read(page) { failures += 1 }
            times.append((processorSeconds() - before, page.id))
        }
        let total = processorSeconds() - start
        let bytes = pages.reduce(0) { $0 + $1.bytes.count }
        print("\(pages.count) pages, \(bytes / 1_000_000) MB, \(failures) not read")
        print(
            String(
                format: "%.2f s of processor time: %.0f pages/s, %.0f MB/s", total, Double(pages.count) / total,
                Double(bytes) / 1e6 / total))
        for slow in times.sorted(by: { $0.seconds > $1.seconds }).prefix(8) {
            print(String(format: "%8.2f ms  %@", slow.seconds * 1000, slow.id))
        }
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        print("peak memory \(usage.ru_maxrss / 1024) MB, of which the pages themselves take \(bytes / 1_048_576) MB")
    }

    private static func read(_ page: BenchmarkPage) -> Bool {
        (try? page.read()) != nil
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
