import Glibc
import NewsModel

/// A moment as it is typed: `2024-05-03`, `2024-05-03T14:05`, `2024-05`, `2024`, `2h`, `7d`, `today`, `yesterday`, `last week`, `7 May 2024`.
/// What names no zone is meant in the local one.
public struct Moment: Sendable, Hashable {
    /// The first millisecond since 1970 UTC that is meant.
    public var first: Int64
    /// The last one: of a day, month or year its end, else the same as `first`.
    public var last: Int64

    /// What a text means; nil for a text that names no moment.
    ///
    /// - Parameter now: the present moment in milliseconds since 1970 UTC, from which spans are counted; the system's clock by default.
    public init?(typed text: String, now: Int64 = Moment.present) {
        let trimmed = Self.trimmed(text)
        let word = trimmed.lowercased()
        if word == "now" {
            self.init(first: now, last: now)
        } else if word == "today" {
            self.init(day: LocalDay(containing: now))
        } else if word == "yesterday" {
            self.init(day: LocalDay(containing: now).adding(days: -1))
        } else if let milliseconds = Self.span(word) {
            self.init(first: now - milliseconds, last: now - milliseconds)
        } else if let moment = Moment(calendar: trimmed) {
            self = moment
        } else if trimmed.contains(where: \.isLetter), let named = NamedTime(whole: trimmed, now: now) {
            self.init(first: named.range.lowerBound, last: named.range.upperBound)
        } else {
            return nil
        }
    }

    /// A day, month, year or time of day in the forms of ISO 8601.
    init?(calendar text: String) {
        if let time = NewsTime(text) {
            self.init(time)
        } else {
            self.init(period: text)
        }
    }

    /// What may be typed, for whoever typed something else.
    public static let examples = "a day, month or year such as 2024-05-03, 2024-05 or 2024, or 7d, 2h, yesterday"

    /// The present moment by the system's clock.
    public static var present: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    private init(first: Int64, last: Int64) {
        self.first = first
        self.last = last
    }

    private init(day: LocalDay) {
        self.init(first: day.start, last: day.adding(days: 1).start - 1)
    }

    /// A year or a month (ISO 8601 with reduced precision).
    private init?(period text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
        }
        guard numbers.count == parts.count, parts[0].utf8.count == 4, let year = numbers.first, year > 0 else {
            return nil
        }
        let start: LocalDay
        let end: LocalDay
        switch numbers.count {
        case 1:
            start = LocalDay(year: year, month: 1, day: 1)
            end = LocalDay(year: year + 1, month: 1, day: 1)
        case 2 where parts[1].utf8.count == 2 && (1...12).contains(numbers[1]):
            start = LocalDay(year: year, month: numbers[1], day: 1)
            end = LocalDay(year: year, month: numbers[1] + 1, day: 1)
        default: return nil
        }
        self.init(first: start.start, last: end.start - 1)
    }

    private init(_ time: NewsTime) {
        guard time.offsetMinutes == nil else {
            self.init(first: time.instantMilliseconds, last: time.instantMilliseconds)
            return
        }
        let day = LocalDay(year: time.year, month: time.month, day: time.day)
        guard let clock = time.time else {
            self.init(day: day)
            return
        }
        let instant = day.instant(hour: clock.hour, minute: clock.minute, second: clock.second)
        self.init(first: instant, last: instant)
    }

    /// Milliseconds of `90s`, `30m`, `2h`, `7d` or `2w`.
    private static func span(_ text: String) -> Int64? {
        let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 7 * 86_400]
        guard let unit = text.last.flatMap({ units[$0] }), let number = Double(text.dropLast()), number >= 0,
            number < 1e9
        else { return nil }
        return Int64(number * unit * 1000)
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

/// A day of the local calendar (mktime(3), which takes days beyond the end of a month for those of the next).
struct LocalDay {
    private var parts: tm

    init(containing milliseconds: Int64) {
        var seconds = time_t(milliseconds / 1000)
        parts = tm()
        localtime_r(&seconds, &parts)
    }

    init(year: Int, month: Int, day: Int) {
        parts = tm()
        parts.tm_year = Int32(clamping: year - 1900)
        parts.tm_mon = Int32(clamping: month - 1)
        parts.tm_mday = Int32(clamping: day)
    }

    /// The year, such as 2024.
    var year: Int { Int(parts.tm_year) + 1900 }
    /// The month, from 1.
    var month: Int { Int(parts.tm_mon) + 1 }
    /// The day as ISO 8601 writes it, such as 2024-05-03.
    var isoText: String {
        func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(digits(month))-\(digits(Int(parts.tm_mday)))"
    }

    func adding(days: Int32) -> LocalDay {
        var day = self
        day.parts.tm_mday += days
        return day
    }

    /// The first millisecond of the day since 1970 UTC.
    var start: Int64 { instant(hour: 0, minute: 0, second: 0) }

    /// A time of the day in milliseconds since 1970 UTC.
    func instant(hour: Int, minute: Int, second: Int) -> Int64 {
        var parts = parts
        parts.tm_hour = Int32(clamping: hour)
        parts.tm_min = Int32(clamping: minute)
        parts.tm_sec = Int32(clamping: second)
        parts.tm_isdst = -1
        return Int64(mktime(&parts)) * 1000
    }
}
