import Glibc

/// The complaints of Dispatch about what it may not do.
enum DispatchMessages {
    /// The nice value that Dispatch asks for its timers and sources, as RLIMIT_NICE counts it (20 less the value, getrlimit(2)).
    private static let timersLimit: rlim_t = 24

    /// Ends the one message that Dispatch sends to the journal in each process of an ordinary user with a timer: that the thread of its
    /// timers keeps the priority of the others, which does no harm.
    ///
    /// Where the priority may be raised, as in the service (LimitNICE=), everything is told. Call it before Dispatch is used.
    static func endWhereTimersKeepTheirPriority() {
        var limit = rlimit()
        guard geteuid() != 0, getrlimit(__rlimit_resource_t(__RLIMIT_NICE.rawValue), &limit) == 0,
            limit.rlim_cur < timersLimit
        else { return }
        setenv("LIBDISPATCH_LOG", "NO", 0)
    }
}
