/// A point in time exactly as precise as its source: a day, a local time without a known zone, or a time with its offset.
///
/// Follows the calendar date and time forms of ISO 8601 (the profile of RFC 3339, with the zone optional).
public struct NewsTime: Sendable, Hashable {
    /// The time of a day, in 24-hour form.
    public struct TimeOfDay: Sendable, Hashable {
        /// 0 to 23.
        public var hour: Int
        /// 0 to 59.
        public var minute: Int
        /// 0 to 60 (60 is a leap second).
        public var second: Int

        /// A time of day; the caller vouches for the ranges (`NewsTime` checks them).
        public init(hour: Int, minute: Int, second: Int = 0) {
            self.hour = hour
            self.minute = minute
            self.second = second
        }
    }

    /// 1 to 9999.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31, valid for the month.
    public let day: Int
    /// Nil where the source gives only a day.
    public let time: TimeOfDay?
    /// Minutes east of UTC, -1439 to 1439; nil where the source names no zone. Always nil without a time.
    public let offsetMinutes: Int?

    /// A checked time; nil when any part is out of range, such as the 31st of April.
    public init?(year: Int, month: Int, day: Int, time: TimeOfDay? = nil, offsetMinutes: Int? = nil) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, year: year)
        else { return nil }
        if let time {
            guard (0...23).contains(time.hour), (0...59).contains(time.minute), (0...60).contains(time.second)
            else { return nil }
        }
        if let offsetMinutes { guard abs(offsetMinutes) < 24 * 60 else { return nil } }
        self.year = year
        self.month = month
        self.day = day
        self.time = time
        self.offsetMinutes = time == nil ? nil : offsetMinutes
    }

    /// The moment as milliseconds since 1970-01-01 UTC, without leap seconds; a missing zone counts as UTC and a missing
    /// time as midnight.
    public var instantMilliseconds: Int64 {
        var seconds = Int64(Self.daysSince1970(year: year, month: month, day: day)) * 86_400
        if let time {
            seconds += Int64(time.hour * 3600 + time.minute * 60 + min(time.second, 59))
            seconds -= Int64(offsetMinutes ?? 0) * 60
        }
        return seconds * 1000
    }

    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant, "chrono-Compatible Low-Level Date
    /// Algorithms", days_from_civil).
    static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
