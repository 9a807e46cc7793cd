import CLinux

/// The clocks that the desk reads; a test passes its own.
public protocol Clock: Sendable {
    /// Nanoseconds of a clock that never jumps (CLOCK_MONOTONIC); only differences mean anything.
    var monotonicNanoseconds: UInt64 { get }
    /// Milliseconds since 1970 UTC of the wall clock, which may jump.
    var wallMilliseconds: Int64 { get }
}

/// The system's clocks.
public struct SystemClock: Clock {
    /// The system's clocks.
    public init() {}

    /// CLOCK_MONOTONIC.
    public var monotonicNanoseconds: UInt64 { wd_monotonic_nanoseconds() }
    /// CLOCK_REALTIME.
    public var wallMilliseconds: Int64 { wd_wall_milliseconds() }
}
