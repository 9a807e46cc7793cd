import CSystemd
import Glibc

/// Sockets that the service manager has opened for this process (sd_listen_fds(3)).
public enum SocketActivation {
    /// The number of the first one (SD_LISTEN_FDS_START).
    private static let first: Int32 = 3

    /// The listening sockets that came with the start of this process, which owns them now; empty where there are none. What told of
    /// them is taken out of the environment, so that children do not take them for theirs.
    public static func inherited() -> [Int32] {
        let count = sd_listen_fds(1)
        return count > 0 ? Array(first..<(first + count)) : []
    }
}
