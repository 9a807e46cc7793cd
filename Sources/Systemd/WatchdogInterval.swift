import CSystemd

/// How often the service manager wants to hear `WATCHDOG=1`, from the unit's `WatchdogSec=`.
public struct WatchdogInterval: Sendable, Hashable {
    /// After this long without a message the manager kills the service.
    public let limit: Duration

    /// An interval of so many microseconds; nil for none.
    public init?(microseconds: UInt64) {
        guard microseconds > 0 else { return nil }
        limit = .microseconds(Int64(clamping: microseconds))
    }

    /// How often to send `Notifier.watchdog()`: a third of the limit, so that one late beat does no harm (sd_watchdog_enabled(3)
    /// recommends half).
    public var feeding: Duration { limit / 3 }

    /// What the service manager asks of this process (sd_watchdog_enabled(3)); nil where it does not watch it.
    public static func requested() -> WatchdogInterval? {
        var microseconds: UInt64 = 0
        guard sd_watchdog_enabled(0, &microseconds) > 0 else { return nil }
        return WatchdogInterval(microseconds: microseconds)
    }
}
