import ArticleQuery
import NewsModel

/// How articles are spread over time: a bar for each month, or for each year where there are too many months; empty ones too.
struct TimeBars {
    /// Bars that are drawn: five years of months.
    private static let most = 60

    /// A month or a year.
    private struct Period {
        var name: String
        var first: String
        var last: String
        var count: Int
    }

    private let periods: [Period]

    /// - Parameter months: the months that have articles, in order.
    init(_ months: [Facets.Value]) {
        let counted = months.compactMap { value in
            NewsTime((value.name ?? "") + "-01").map { (year: $0.year, month: $0.month, count: value.count) }
        }
        guard let first = counted.first, let last = counted.last else {
            periods = []
            return
        }
        let span = (last.year - first.year) * 12 + last.month - first.month + 1
        if span <= Self.most {
            let counts = Dictionary(counted.map { ($0.year * 12 + $0.month - 1, $0.count) }, uniquingKeysWith: +)
            periods = (0..<span).map { step in
                let number = first.year * 12 + first.month - 1 + step
                return Self.month(number / 12, number % 12 + 1, counts[number] ?? 0)
            }
        } else {
            let counts = Dictionary(counted.map { ($0.year, $0.count) }, uniquingKeysWith: +)
            periods = (max(first.year, last.year - Self.most + 1)...last.year).map { year in
                let name = Self.digits(year)
                return Period(name: name, first: name + "-01-01", last: name + "-12-31", count: counts[year] ?? 0)
            }
        }
    }

    private static func month(_ year: Int, _ month: Int, _ count: Int) -> Period {
        let name = digits(year) + (month < 10 ? "-0" : "-") + String(month)
        let last = [31, 30, 29, 28].first { NewsTime("\(name)-\($0)") != nil } ?? 28
        return Period(name: name, first: name + "-01", last: "\(name)-\(last)", count: count)
    }

    private static func digits(_ year: Int) -> String { String(String(10_000 + year).dropFirst()) }

    /// The bars, each a link to the search within its time.
    func models(_ parameters: FormParameters) -> [PageModel] {
        let most = max(1, periods.map(\.count).max() ?? 1)
        return periods.map { period in
            // One article of thousands is still to be seen.
            let height = period.count == 0 ? 0 : max(2, period.count * 100 / most)
            let query = parameters.with("after", nil).with("since", period.first).with("until", period.last)
            return [
                "name": period.name, "label": "\(period.name): \(ShownText.count(period.count, "article", "articles"))",
                "height": height, "top": 100 - height, "href": "/search?" + query.encoded,
            ]
        }
    }
}
