import NewsModel

/// A moment in UTC as text, without the help of the C library (Howard Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms", civil_from_days).
package struct UTCInstant: CustomStringConvertible {
    /// Milliseconds since 1970-01-01 UTC.
    package let milliseconds: Int64

    /// A moment in milliseconds since 1970-01-01 UTC.
    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Such as `2024-05-03T12:05:00.123Z`.
    package var description: String {
        let fraction = milliseconds - Self.floor(milliseconds, 1000) * 1000
        return wholeSeconds.dropLast() + "." + Self.padded(fraction, 3) + "Z"
    }

    /// Such as `2024-05-03T12:05:00Z`, for formats that take no fractions.
    var wholeSeconds: String {
        let seconds = Self.floor(milliseconds, 1000)
        let days = Self.floor(seconds, 86_400)
        let time = seconds - days * 86_400
        let (year, month, day) = Self.civil(days)
        return Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2) + "T"
            + Self.padded(time / 3600, 2) + ":" + Self.padded(time / 60 % 60, 2) + ":" + Self.padded(time % 60, 2) + "Z"
    }

    private static func civil(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = floor(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    private static func floor(_ value: Int64, _ divisor: Int64) -> Int64 {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }

    private static func padded(_ value: Int64, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

extension NewsTime {
    /// The time as RFC 3339 wants it, which many formats do: a missing zone counts as UTC, a missing time as midnight.
    var dateTime: String {
        guard time != nil else { return description + "T00:00:00Z" }
        return offsetMinutes == nil ? description + "Z" : description
    }

    /// `2024-05-03`.
    var dayText: String { String(description.prefix(10)) }
}
