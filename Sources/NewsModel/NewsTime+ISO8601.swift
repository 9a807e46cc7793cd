extension NewsTime: CustomStringConvertible, LosslessStringConvertible {
    /// `2024-05-03`, `2024-05-03T14:05:00` or `2024-05-03T14:05:00+02:00`; UTC is written as `Z`.
    public var description: String {
        var text = Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
        guard let time else { return text }
        text += "T" + Self.padded(time.hour, 2) + ":" + Self.padded(time.minute, 2) + ":" + Self.padded(time.second, 2)
        guard let offsetMinutes else { return text }
        guard offsetMinutes != 0 else { return text + "Z" }
        let magnitude = abs(offsetMinutes)
        text += offsetMinutes < 0 ? "-" : "+"
        return text + Self.padded(magnitude / 60, 2) + ":" + Self.padded(magnitude % 60, 2)
    }

    /// Reads the forms that `description` writes, and the basic and shortened ones that are met in the wild
    /// (`20240503T140500Z`, a space for the `T`, no seconds, fractions of a second, `+0200`, `+02`); nil for anything else.
    public init?(_ description: String) {
        self.init(iso8601: Array(description.utf8)[...])
    }

    /// Reads an ISO 8601 date or date and time that fills the whole slice; nil for anything else.
    public init?(iso8601 bytes: ArraySlice<UInt8>) {
        var scanner = Scanner(bytes: bytes)
        guard let year = scanner.digits(4) else { return nil }
        let dashed = scanner.take("-")
        guard let month = scanner.digits(2) else { return nil }
        if dashed { guard scanner.take("-") else { return nil } }
        guard let day = scanner.digits(2) else { return nil }
        var time: TimeOfDay?
        var offset: Int?
        if scanner.take("T") || scanner.take("t") || scanner.take(" ") {
            guard let read = scanner.timeOfDay() else { return nil }
            time = read
            _ = scanner.take(" ")
            guard let zone = scanner.zone() else { return nil }
            offset = zone.minutes
        }
        guard scanner.isAtEnd else { return nil }
        self.init(year: year, month: month, day: day, time: time, offsetMinutes: offset)
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private struct Scanner {
        var bytes: ArraySlice<UInt8>
        var isAtEnd: Bool { bytes.isEmpty }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard let first = bytes.first, first == UInt8(ascii: character) else { return false }
            bytes.removeFirst()
            return true
        }

        mutating func digits(_ count: Int) -> Int? {
            guard bytes.count >= count else { return nil }
            var value = 0
            for byte in bytes.prefix(count) {
                guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
            }
            bytes.removeFirst(count)
            return value
        }

        mutating func timeOfDay() -> TimeOfDay? {
            guard let hour = digits(2) else { return nil }
            let colon = take(":")
            guard let minute = digits(2) else { return nil }
            var second = 0
            if colon ? take(":") : (bytes.first.map { (48...57).contains($0) } ?? false) {
                guard let read = digits(2) else { return nil }
                second = read
                if take(".") || take(",") {
                    guard digits(1) != nil else { return nil }
                    while digits(1) != nil {}
                }
            }
            return TimeOfDay(hour: hour, minute: minute, second: second)
        }

        /// Nil for garbage; `minutes` nil where there is no zone.
        mutating func zone() -> (minutes: Int?, Void)? {
            if isAtEnd { return (nil, ()) }
            if take("Z") || take("z") { return (0, ()) }
            let sign: Int
            if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
            guard let hours = digits(2) else { return nil }
            _ = take(":")
            let minutes = isAtEnd ? 0 : digits(2)
            guard let minutes, minutes < 60 else { return nil }
            return (sign * (hours * 60 + minutes), ())
        }
    }
}
