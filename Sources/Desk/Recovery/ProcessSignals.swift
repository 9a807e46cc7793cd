import CLinux
import Glibc

/// What the daemon does with signals.
enum ProcessSignals {
    /// Has a fatal signal leave its number in the slot of the file that its lane was taking, and one that another process sent in
    /// the byte `foreign` (`AttemptsFile`).
    static func noteCrashes(foreign: UnsafeMutablePointer<UInt8>?) { _ = wd_install_crash_notes(foreign) }

    /// Ignores signals whose default would end the daemon for nothing.
    ///
    /// SIGPIPE: a client that goes away is an error of that write. SIGIO: sent when somebody opens a file for writing at the very
    /// moment at which a lease on it was tried (fcntl(2), F_SETLEASE).
    static func ignoreThoseOfPipesAndLeases() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGIO, SIG_IGN)
    }
}
