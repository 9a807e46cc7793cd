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
        /// Articles of the time under the same filters; nil where only the count is shown.
        var total: Int?

        var share: Double { total.map { $0 > 0 ? Double(count) / Double($0) : 0 } ?? 0 }
    }

    private let periods: [Period]
    private let showsShare: Bool

    /// - Parameters:
    ///   - months: the months that have articles, in order.
    ///   - shares: the same with their part of all articles, where that is shown in place of the number.
    init(_ months: [Facets.Value], shares: [KeyCount]? = nil) {
        showsShare = shares != nil
        let counted: [(year: Int, month: Int, count: Int, total: Int?)]
        if let shares {
            counted = shares.compactMap { value in
                let total = value.share > 0 ? Int((Double(value.count) / value.share).rounded()) : 0
                return NewsTime((value.key ?? "") + "-01").map { ($0.year, $0.month, value.count, total) }
            }
        } else {
            counted = months.compactMap { value in
                NewsTime((value.name ?? "") + "-01").map { ($0.year, $0.month, value.count, nil) }
            }
        }
        guard let first = counted.first, let last = counted.last else {
            periods = []
            return
        }
        let span = (last.year - first.year) * 12 + last.month - first.month + 1
        let byYear = span > Self.most
        var counts: [Int: (count: Int, total: Int)] = [:]
        for value in counted {
            let number = byYear ? value.year : value.year * 12 + value.month - 1
            let known = counts[number] ?? (0, 0)
            counts[number] = (known.count + value.count, known.total + (value.total ?? 0))
        }
        let numbers =
            byYear
            ? max(first.year, last.year - Self.most + 1)...last.year
            : (first.year * 12 + first.month - 1)...(last.year * 12 + last.month - 1)
        let isShare = showsShare
        periods = numbers.map { number in
            var period = byYear ? Self.year(number) : Self.month(number / 12, number % 12 + 1)
            period.count = counts[number]?.count ?? 0
            if isShare { period.total = counts[number]?.total ?? 0 }
            return period
        }
    }

    private static func year(_ year: Int) -> Period {
        let name = digits(year)
        return Period(name: name, first: name + "-01-01", last: name + "-12-31", count: 0)
    }

    private static func month(_ year: Int, _ month: Int) -> Period {
        let name = digits(year) + (month < 10 ? "-0" : "-") + String(month)
        let last = [31, 30, 29, 28].first { NewsTime("\(name)-\($0)") != nil } ?? 28
        return Period(name: name, first: name + "-01", last: "\(name)-\(last)", count: 0)
    }

    private static func digits(_ year: Int) -> String { String(String(10_000 + year).dropFirst()) }

    /// The bars, each a link to the search within its time.
    func models(_ parameters: FormParameters) -> [PageModel] {
        let most = max(1, periods.map(\.count).max() ?? 1)
        let mostShare = periods.map(\.share).max() ?? 0
        return periods.map { period in
            let part = showsShare ? (mostShare > 0 ? period.share / mostShare : 0) : Double(period.count) / Double(most)
            // One article of thousands is still to be seen.
            let height = period.count == 0 ? 0 : max(2, Int(part * 100))
            let query = parameters.with("after", nil).with("since", period.first).with("until", period.last)
            var label = "\(period.name): \(ShownText.count(period.count, "article", "articles"))"
            if showsShare { label += ", \(ShownText.share(period.share)) of all" }
            return [
                "name": period.name, "label": label, "since": period.first, "until": period.last,
                "height": height, "top": 100 - height, "href": "/search?" + query.encoded,
            ]
        }
    }
}
