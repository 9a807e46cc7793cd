import Glibc

/// Signals whose default would end the daemon for nothing.
enum ProcessSignals {
    /// SIGPIPE: a client that goes away is an error of that write. SIGIO: sent when somebody opens a file for writing at the very
    /// moment at which a lease on it was tried (fcntl(2), F_SETLEASE).
    static func ignoreThoseOfPipesAndLeases() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGIO, SIG_IGN)
    }
}
