import Glibc

/// The time that this thread's work takes of a processor; unlike a clock on the wall it does not grow with what else runs.
package func processorTime(_ work: () -> Void) -> Duration {
    func now() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
    let begin = now()
    work()
    return now() - begin
}
