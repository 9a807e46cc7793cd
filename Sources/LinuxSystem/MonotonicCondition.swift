import Glibc

/// A lock and a condition to wait for under it (pthread_cond_init(3)), whose time is that of the monotonic clock: who waits for a
/// second waits for a second, also when the machine's clock is set back meanwhile. Foundation's `NSCondition` waits for a date.
///
/// `@unchecked Sendable`: lock and condition are made for several threads and stay at their place in memory.
public final class MonotonicCondition: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    /// A condition that nobody holds.
    public init() {
        mutex.initialize(to: pthread_mutex_t())
        condition.initialize(to: pthread_cond_t())
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Takes the lock.
    public func lock() { pthread_mutex_lock(mutex) }

    /// Gives the lock up.
    public func unlock() { pthread_mutex_unlock(mutex) }

    /// Runs `body` with the lock taken.
    public func withLock<Result>(_ body: () throws -> Result) rethrows -> Result {
        lock()
        defer { unlock() }
        return try body()
    }

    /// Waits, with the lock taken, until someone broadcasts; may return without cause.
    public func wait() { pthread_cond_wait(condition, mutex) }

    /// As `wait`, but not beyond a moment of the monotonic clock in nanoseconds; false when that is reached.
    public func wait(untilNanoseconds moment: UInt64) -> Bool {
        var time = timespec(tv_sec: Int(moment / 1_000_000_000), tv_nsec: Int(moment % 1_000_000_000))
        return pthread_cond_timedwait(condition, mutex, &time) != ETIMEDOUT
    }

    /// Wakes everybody who waits.
    public func broadcast() { pthread_cond_broadcast(condition) }
}

extension Clock {
    /// The moment of the monotonic clock so many seconds from now, in nanoseconds.
    public func moment(inSeconds seconds: Double) -> UInt64 { monotonicNanoseconds + UInt64(max(0, seconds) * 1e9) }
}
