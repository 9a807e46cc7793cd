/// Sizes as they are written in the configuration: `256MiB`, `1G`, `4096`.
enum ByteSizeSetting {
    /// What to write, for messages.
    static let hint = "a size such as 256MiB or 1GiB, or a number of bytes"

    /// As systemd has it, `K`, `M`, `G` and `T` are powers of 1,024; `kB`, `MB`, `GB` and `TB` are the powers of 1,000 of the SI.
    private static let units: [String: Int64] = [
        "": 1, "b": 1,
        "k": 1 << 10, "kib": 1 << 10, "kb": 1_000,
        "m": 1 << 20, "mib": 1 << 20, "mb": 1_000_000,
        "g": 1 << 30, "gib": 1 << 30, "gb": 1_000_000_000,
        "t": 1 << 40, "tib": 1 << 40, "tb": 1_000_000_000_000,
    ]

    /// Reads a whole number with or without a unit in either case; nil for anything else and for more than 64 bits hold.
    static func parse(_ text: String) -> Int64? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let name = text.dropFirst(digits.count).drop { $0 == " " }.lowercased()
        guard let number = Int64(digits), let unit = units[name] else { return nil }
        let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: unit)
        return isTooLarge ? nil : bytes
    }

    /// Writes a size with the largest binary unit that leaves a whole number.
    static func format(_ bytes: Int64) -> String {
        let names: [(String, Int64)] = [("TiB", 1 << 40), ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)]
        guard bytes != 0, let (name, unit) = names.first(where: { bytes % $0.1 == 0 }) else { return "\(bytes)" }
        return "\(bytes / unit)\(name)"
    }
}
