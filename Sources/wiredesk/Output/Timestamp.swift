import Foundation

/// Our own times.
enum Timestamp {
    /// The moment by the system's clock, in milliseconds since 1970 UTC.
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// `2024-05-03T12:05:00.123Z`, for machines.
    static func utc(_ milliseconds: Int64) -> String {
        let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
        let whole = rest < 0 ? seconds - 1 : seconds
        let fraction = rest < 0 ? rest + 1000 : rest
        return format(whole, "%Y-%m-%dT%H:%M:%S", isUTC: true) + "." + String(1000 + fraction).dropFirst() + "Z"
    }

    /// `2024-05-03 14:05`, in the local zone, for people.
    static func local(_ milliseconds: Int64) -> String { format(milliseconds / 1000, "%Y-%m-%d %H:%M", isUTC: false) }

    private static func format(_ seconds: Int64, _ pattern: String, isUTC: Bool) -> String {
        var time = time_t(seconds)
        var parts = tm()
        if isUTC { gmtime_r(&time, &parts) } else { localtime_r(&time, &parts) }
        var buffer = [CChar](repeating: 0, count: 64)
        let count = strftime(&buffer, buffer.count, pattern, &parts)
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
