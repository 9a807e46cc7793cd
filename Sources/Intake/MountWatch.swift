import CLinux
import Glibc
import LinuxSystem

/// Tells when anything is mounted or unmounted in this process's mount namespace.
///
/// The kernel marks an open /proc/self/mountinfo with POLLPRI then (proc(5)). Dispatch cannot wait for that alone, since such a file
/// is always readable, so a thread of its own does; it sleeps until something happens.
///
/// `@unchecked Sendable`: all that it holds is set once, and the thread holds the watch, and with it the descriptors, until it has ended.
final class MountWatch: MountWatching, @unchecked Sendable {
    /// Bytes of the stack of the thread, which calls next to nothing.
    private static let stackBytes = 256 << 10

    private let mounts: Descriptor
    private let ending: Descriptor
    private let changed: @Sendable () -> Void
    private var thread = pthread_t()

    /// Begins to watch; nil where the system offers no such file, so that the caller has to look from time to time.
    ///
    /// - Parameter changed: called on the watch's thread.
    init?(changed: @escaping @Sendable () -> Void) {
        guard let mounts = try? Descriptor.open(path: "/proc/self/mountinfo", flags: O_RDONLY) else { return nil }
        let event = wd_event_descriptor()
        guard event >= 0 else { return nil }
        self.mounts = mounts
        ending = Descriptor(adopting: event)
        self.changed = changed
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, Self.stackBytes)
        // The thread holds the watch until it ends, which `end` waits for.
        let held = Unmanaged.passRetained(self)
        let code = pthread_create(
            &thread, &attributes,
            { held in
                guard let held else { return nil }
                Unmanaged<MountWatch>.fromOpaque(held).takeRetainedValue().run()
                return nil
            }, held.toOpaque())
        guard code == 0 else {
            held.release()
            return nil
        }
    }

    /// Ends the thread; nothing is told after it returns. Must be called once, and not from `changed`.
    func end() {
        wd_signal_event(ending.number)
        pthread_join(thread, nil)
    }

    private func run() {
        var waiting = [
            pollfd(fd: mounts.number, events: Int16(POLLPRI), revents: 0),
            pollfd(fd: ending.number, events: Int16(POLLIN), revents: 0),
        ]
        while true {
            let count = poll(&waiting, nfds_t(waiting.count), -1)
            if count < 0, errno != EINTR { return }
            if waiting[1].revents != 0 { return }
            if count > 0, waiting[0].revents != 0 { changed() }
        }
    }
}
