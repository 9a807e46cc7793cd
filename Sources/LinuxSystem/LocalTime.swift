import Glibc

/// Moments as people read them, by the machine's time zone.
public enum LocalTime {
    /// Such as `2026-11-28 13:05:12`.
    ///
    /// - Parameter milliseconds: since 1970 UTC.
    public static func text(milliseconds: Int64) -> String { text(milliseconds, "%Y-%m-%d %H:%M:%S") }

    /// To the minute, such as `2026-11-28 13:05`.
    ///
    /// - Parameter milliseconds: since 1970 UTC.
    public static func minute(milliseconds: Int64) -> String { text(milliseconds, "%Y-%m-%d %H:%M") }

    /// The day, such as `2026-11-28`.
    ///
    /// - Parameter milliseconds: since 1970 UTC.
    public static func day(milliseconds: Int64) -> String { text(milliseconds, "%Y-%m-%d") }

    private static func text(_ milliseconds: Int64, _ form: String) -> String {
        var seconds = time_t(milliseconds / 1000)
        var parts = tm()
        localtime_r(&seconds, &parts)
        var text = [CChar](repeating: 0, count: 32)
        let count = strftime(&text, text.count, form, &parts)
        return String(decoding: text[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
