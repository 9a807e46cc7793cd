import ArgumentParser
import Foundation
import NewsModel

/// A moment as it is typed: `2024-05-03`, `2024-05-03T14:05`, `2h`, `7d`, `today`, `yesterday`. What names no zone is meant in the
/// local one.
struct Moment: ExpressibleByArgument {
    /// The first millisecond since 1970 UTC that is meant.
    var first: Int64
    /// The last one: of a day its end, else the same as `first`.
    var last: Int64

    init?(argument: String) {
        let text = argument.trimmingCharacters(in: .whitespaces).lowercased()
        let now = Date()
        if text == "now" {
            self.init(instant: now)
        } else if text == "today" {
            self.init(dayOf: now)
        } else if text == "yesterday" {
            guard let day = Calendar.current.date(byAdding: .day, value: -1, to: now) else { return nil }
            self.init(dayOf: day)
        } else if let seconds = Self.span(text) {
            self.init(instant: now.addingTimeInterval(-seconds))
        } else if let time = NewsTime(argument.trimmingCharacters(in: .whitespaces)) {
            self.init(time)
        } else {
            return nil
        }
    }

    private init(instant: Date) {
        first = Int64(instant.timeIntervalSince1970 * 1000)
        last = first
    }

    private init(dayOf date: Date) {
        let start = Calendar.current.startOfDay(for: date)
        let end = Calendar.current.date(byAdding: .day, value: 1, to: start) ?? start.addingTimeInterval(86_400)
        first = Int64(start.timeIntervalSince1970 * 1000)
        last = Int64(end.timeIntervalSince1970 * 1000) - 1
    }

    private init(_ time: NewsTime) {
        guard time.offsetMinutes == nil else {
            self.init(instant: Date(timeIntervalSince1970: Double(time.instantMilliseconds) / 1000))
            return
        }
        let parts = DateComponents(
            year: time.year, month: time.month, day: time.day, hour: time.time?.hour, minute: time.time?.minute,
            second: time.time?.second)
        let date =
            Calendar.current.date(from: parts)
            ?? Date(timeIntervalSince1970: Double(time.instantMilliseconds) / 1000)
        if time.time == nil { self.init(dayOf: date) } else { self.init(instant: date) }
    }

    /// Seconds of `90s`, `30m`, `2h`, `7d` or `2w`.
    private static func span(_ text: String) -> Double? {
        guard let unit = text.last, let number = Double(text.dropLast()), number >= 0, number < 1e9 else { return nil }
        switch unit {
        case "s": return number
        case "m": return number * 60
        case "h": return number * 3600
        case "d": return number * 86_400
        case "w": return number * 7 * 86_400
        default: return nil
        }
    }
}
