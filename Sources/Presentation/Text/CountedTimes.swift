import ArticleQuery
import Export
import LinuxSystem

/// Counts of days or months as a plot shows them: those in between of which nothing came are there, with zero.
package enum CountedTimes {
    /// Days or months between the first and the last at most that are filled up; more are a slip of a date, not a silence.
    private static let mostFilled = 1_200

    /// The counts with those that are missing between the first and the last; counts whose keys are no such times are left as they are.
    package static func filled(_ counts: [KeyCount]) -> [KeyCount] {
        var filled: [KeyCount] = []
        for count in counts {
            if let last = filled.last?.key, let key = count.key, last.utf8.count == key.utf8.count {
                var next = following(last)
                var between: [KeyCount] = []
                while let time = next, time < key, between.count <= mostFilled {
                    between.append(KeyCount(key: time, count: 0, share: 0))
                    next = following(time)
                }
                if between.count <= mostFilled { filled += between }
            }
            filled.append(count)
        }
        return filled
    }

    /// Whether a day or month is the present one, of which more may come.
    package static func isUnfinished(_ key: String, at now: Int64 = Moment.present) -> Bool {
        UTCInstant(milliseconds: now).description.hasPrefix(key)
    }

    /// The day or month behind one; nil for what is neither.
    private static func following(_ key: String) -> String? {
        let parts = key.split(separator: "-").map { Int($0) }
        guard parts.count == 2 || parts.count == 3, let year = parts[0], let month = parts[1], (1...12).contains(month)
        else { return nil }
        func text(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let nextMonth = month == 12 ? "\(year + 1)-01" : "\(year)-\(text(month + 1))"
        guard parts.count == 3 else { return nextMonth }
        guard let day = parts[2] else { return nil }
        return day < days(of: month, year) ? "\(year)-\(text(month))-\(text(day + 1))" : nextMonth + "-01"
    }

    private static func days(of month: Int, _ year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }
}
