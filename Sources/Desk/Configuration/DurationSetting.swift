/// Durations as they are written in the configuration: `300ms`, `5m`, `1h30m`.
enum DurationSetting {
    /// What to write, for messages.
    static let hint = "a duration such as 300ms, 60s, 5m or 2h"

    private static let units: [(name: String, milliseconds: Int64)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("min", 60_000), ("m", 60_000), ("ms", 1), ("s", 1_000),
    ]
    /// Ten digits keep any sum of parts far from the limits of 64 bits (in milliseconds, with days as the largest unit).
    private static let mostDigits = 10

    /// Reads whole numbers with units, such as `300ms` or `1h30m`; a zero needs no unit. Nil for anything else.
    static func parse(_ text: String) -> Duration? {
        if text == "0" { return .zero }
        var rest = Substring(text).filter { $0 != " " }[...]
        guard !rest.isEmpty else { return nil }
        var total: Int64 = 0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            let letters = rest.dropFirst(digits.count).prefix { $0.isLetter }
            guard digits.count <= mostDigits, let number = Int64(digits),
                let unit = units.first(where: { $0.name == letters })
            else { return nil }
            let (part, isTooLarge) = number.multipliedReportingOverflow(by: unit.milliseconds)
            let (sum, sumIsTooLarge) = total.addingReportingOverflow(part)
            guard !isTooLarge, !sumIsTooLarge else { return nil }
            total = sum
            rest = rest.dropFirst(digits.count + letters.count)
        }
        return .milliseconds(total)
    }

    /// Writes a duration with the largest unit that leaves a whole number.
    static func format(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        guard milliseconds != 0 else { return "0" }
        let bySize = units.filter { $0.name != "min" }.sorted { $0.milliseconds > $1.milliseconds }
        let unit = bySize.first { milliseconds % $0.milliseconds == 0 } ?? ("ms", 1)
        return "\(milliseconds / unit.milliseconds)\(unit.name)"
    }
}
