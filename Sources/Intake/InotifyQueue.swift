import CLinux
import Glibc
import LinuxSystem

/// An inotify instance; not thread-safe, owned by the intake's queue.
final class InotifyQueue: InboxEvents {
    private let descriptor: Descriptor

    /// - Throws: `SystemError`; EMFILE when fs.inotify.max_user_instances is reached.
    init() throws(SystemError) {
        let number = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard number >= 0 else { throw SystemError(operation: "inotify_init1", path: "inotify", code: errno) }
        descriptor = Descriptor(adopting: number)
    }

    func source(on queue: any WorkQueue, ready: @escaping @Sendable () -> Void) -> any WorkSource {
        queue.whenReadable(descriptor, ready)
    }

    /// Watches an open directory and tells the watch's number; the same directory keeps its number and what it is watched for.
    ///
    /// By the descriptor's name in /proc, so that no rename in between can put another directory in its place.
    ///
    /// - Throws: `SystemError`; ENOSPC when fs.inotify.max_user_watches is reached.
    func watch(_ folder: any OpenFolder, for mask: InotifyEvent.Mask) throws(SystemError) -> Int32 {
        guard let directory = folder as? Descriptor else {
            throw SystemError(
                operation: "inotify_add_watch", path: "a folder that the system does not know", code: EBADF)
        }
        let path = "/proc/self/fd/\(directory.number)"
        let number = inotify_add_watch(descriptor.number, path, mask.union(.add).rawValue)
        guard number >= 0 else { throw SystemError(operation: "inotify_add_watch", path: path, code: errno) }
        return number
    }

    /// Ends a watch; one that is gone already is no error.
    func unwatch(_ number: Int32) { _ = inotify_rm_watch(descriptor.number, number) }

    /// The events that are waiting, at most some thousand; an empty list when there are none.
    ///
    /// - Throws: `SystemError`.
    func read() throws(SystemError) -> [InotifyEvent] {
        var buffer = [UInt8](repeating: 0, count: 128 << 10)
        let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor.number, $0.baseAddress, $0.count) }
        if count < 0 {
            let code = errno
            // Nothing there, or interrupted: both mean "no events yet".
            if code == EAGAIN || code == EINTR { return [] }
            throw SystemError(operation: "read", path: "inotify", code: code)
        }
        return Self.decode(buffer[..<count])
    }

    private static func decode(_ bytes: ArraySlice<UInt8>) -> [InotifyEvent] {
        let header = MemoryLayout<inotify_event>.size
        return bytes.withUnsafeBytes { raw in
            var events: [InotifyEvent] = []
            var offset = 0
            while offset + header <= raw.count {
                let event = raw.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                let end = min(raw.count, offset + header + Int(event.len))
                let name = raw[(offset + header)..<end].prefix { $0 != 0 }
                events.append(
                    InotifyEvent(watch: event.wd, mask: InotifyEvent.Mask(rawValue: event.mask), name: Array(name)))
                offset = end
            }
            return events
        }
    }
}
