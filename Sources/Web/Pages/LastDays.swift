import ArticleQuery
import LinuxSystem
import NewsModel

/// The last days by their names, so that nobody has to know the date of last Tuesday.
struct LastDays {
    /// A day.
    struct Day: Equatable {
        /// Such as `Tuesday 24`, `Today` and `Yesterday`.
        var name: String
        /// Such as `2026-11-24`.
        var date: String
    }

    private static let count = 8
    private static let dayMilliseconds: Int64 = 86_400_000
    private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

    /// The days until now, the latest first, in the time zone of the program.
    static func present() -> [Day] {
        guard let midnight = Moment(typed: "today")?.first else { return [] }
        // From noon to noon, which is on the day before also where the clocks change.
        let dates = (0..<count).map { back in
            LocalTime.day(milliseconds: midnight + dayMilliseconds / 2 - Int64(back) * dayMilliseconds)
        }
        return days(dates)
    }

    /// - Parameter dates: days as `2026-11-24`, today first.
    static func days(_ dates: [String]) -> [Day] {
        dates.enumerated().compactMap { back, date in
            guard let time = NewsTime(date) else { return nil }
            // The first day of 1970 was a Thursday.
            let weekday = (time.instantMilliseconds / dayMilliseconds + 4) % 7
            let name = back == 0 ? "Today" : back == 1 ? "Yesterday" : "\(weekdays[Int(weekday)]) \(time.day)"
            return Day(name: name, date: date)
        }
    }
}
