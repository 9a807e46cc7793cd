import Glibc
import LinuxSystem

/// Which limit keeps inotify from watching (inotify(7)), and what raises it.
public enum InotifyLimit: Sendable, Hashable {
    /// Watches of a user; ENOSPC.
    case watches
    /// inotify instances of a user, or descriptors of the process; EMFILE.
    case instances
    /// Another one: memory, descriptors of the system, a kernel without inotify.
    case other

    /// The limit that an error of inotify tells of.
    init(_ error: SystemError) {
        switch error.code {
        case ENOSPC: self = .watches
        case EMFILE: self = .instances
        default: self = .other
        }
    }

    /// The name of the setting in sysctl(8); nil where there is none.
    public var setting: String? {
        switch self {
        case .watches: "fs.inotify.max_user_watches"
        case .instances: "fs.inotify.max_user_instances"
        case .other: nil
        }
    }

    /// What is exhausted.
    public var text: String {
        switch self {
        case .watches: "the limit of inotify watches is reached"
        case .instances: "the limit of inotify instances is reached"
        case .other: "inotify cannot be used"
        }
    }

    /// What an administrator can do.
    public var hint: String {
        switch self {
        case .watches: "raise it: sysctl fs.inotify.max_user_watches=1048576"
        case .instances: "raise it: sysctl fs.inotify.max_user_instances=1024"
        case .other: "see inotify(7)"
        }
    }
}
