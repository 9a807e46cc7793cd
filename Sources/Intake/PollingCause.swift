import LinuxSystem

/// Why an inbox, or a directory in it, is polled.
public enum PollingCause: Sendable, Hashable {
    /// The configuration says so.
    case configured
    /// inotify does not report what other machines or user-space servers change in this kind of file system; its name.
    case fileSystem(String)
    /// A limit of inotify is exhausted.
    case limit(InotifyLimit, SystemError)

    /// Such as `polled: nfs does not report changes`.
    public var text: String {
        switch self {
        case .configured: "as configured"
        case .fileSystem(let name): "\(name) does not report all changes"
        case .limit(let limit, _): "\(limit.text); \(limit.hint)"
        }
    }
}
