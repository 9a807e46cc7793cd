import Archive
import ArticleQuery
import Dispatch
import Foundation

/// Times of searches of one kind.
struct SearchMeasurement {
    let kind: String
    private var milliseconds: [Double] = []
    private var bounded = 0
    private var hits = 0

    init(_ kind: String) { self.kind = kind }

    /// Searches once and notes how long it took.
    mutating func search(_ archive: ArchiveReader, _ request: SearchRequest) throws {
        let begin = DispatchTime.now().uptimeNanoseconds
        let result = try archive.search(request)
        milliseconds.append(Double(DispatchTime.now().uptimeNanoseconds - begin) / 1e6)
        if result.isBounded { bounded += 1 }
        hits += result.page.items.count
    }

    /// A line of the table: kind, searches, median, 95th percentile, greatest, hits shown, bounded.
    var line: String {
        let sorted = milliseconds.sorted()
        guard let last = sorted.last else { return "\(kind): no searches" }
        func percentile(_ share: Double) -> Double { sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))] }
        return kind.padding(toLength: 44, withPad: " ", startingAt: 0)
            + String(
                format: "%5d %9.1f %9.1f %9.1f %7d %7d", sorted.count, percentile(0.5), percentile(0.95), last, hits,
                bounded)
    }
}
