import CLinux
import Glibc

/// One end of a connected unix stream socket.
public final class StreamSocket: Sendable {
    /// The descriptor of this end.
    public let descriptor: Descriptor

    /// Takes over one end.
    public init(_ descriptor: Descriptor) { self.descriptor = descriptor }

    /// Two connected ends, both closed on exec.
    ///
    /// - Throws: `SystemError`.
    public static func pair() throws(SystemError) -> (StreamSocket, StreamSocket) {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw SystemError(operation: "socketpair", path: "unix", code: errno)
        }
        return (StreamSocket(Descriptor(adopting: ends[0])), StreamSocket(Descriptor(adopting: ends[1])))
    }

    /// Sends all bytes; `passing` goes along with the first of them.
    ///
    /// - Throws: `SystemError`; EPIPE when the other end is gone.
    public func send(_ bytes: [UInt8], passing passed: Descriptor? = nil) throws(SystemError) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { raw in
                let rest = UnsafeRawBufferPointer(rebasing: raw[sent...])
                return wd_send_descriptor(
                    descriptor.number, rest.baseAddress, rest.count, sent == 0 ? (passed?.number ?? -1) : -1)
            }
            guard count >= 0 else { throw SystemError(operation: "send", path: "socket", code: errno) }
            sent += count
        }
    }

    /// Receives what is there, at most `buffer.count` bytes, waiting for the first of them; 0 when the other end is gone.
    ///
    /// - Parameter takesDescriptor: false to let go of descriptors that come along, which then never become any of this process.
    /// - Throws: `SystemError`.
    public func receive(
        into buffer: UnsafeMutableRawBufferPointer, takesDescriptor: Bool = true
    ) throws(SystemError) -> (count: Int, passed: Descriptor?) {
        var passed: Int32 = -1
        let count =
            takesDescriptor
            ? wd_receive_descriptor(descriptor.number, buffer.baseAddress, buffer.count, &passed)
            : wd_receive_descriptor(descriptor.number, buffer.baseAddress, buffer.count, nil)
        guard count >= 0 else { throw SystemError(operation: "receive", path: "socket", code: errno) }
        return (count, passed >= 0 ? Descriptor(adopting: passed) : nil)
    }

    /// Receives exactly `count` bytes and the descriptor that came along; nil when the other end closed before the first.
    ///
    /// - Throws: `SystemError`; EPIPE when the other end closed in the middle.
    public func receive(exactly count: Int) throws(SystemError) -> (bytes: [UInt8], passed: Descriptor?)? {
        var bytes = [UInt8](repeating: 0, count: count)
        var received = 0
        var passed: Descriptor?
        while received < count {
            var descriptorNumber: Int32 = -1
            let step = bytes.withUnsafeMutableBytes { raw in
                let rest = UnsafeMutableRawBufferPointer(rebasing: raw[received...])
                return wd_receive_descriptor(descriptor.number, rest.baseAddress, rest.count, &descriptorNumber)
            }
            let code = errno
            if descriptorNumber >= 0 { passed = Descriptor(adopting: descriptorNumber) }
            guard step >= 0 else { throw SystemError(operation: "receive", path: "socket", code: code) }
            guard step > 0 else {
                if received == 0 { return nil }
                throw SystemError(operation: "receive", path: "socket", code: EPIPE)
            }
            received += step
        }
        return (bytes, passed)
    }

    /// Whether the other end has closed the connection, so that nobody will read an answer. One that has only said that it will send
    /// nothing more (shutdown(2)) still waits.
    public var isHungUp: Bool {
        var entry = pollfd(fd: descriptor.number, events: 0, revents: 0)
        return poll(&entry, 1, 0) > 0 && entry.revents & Int16(POLLHUP | POLLERR) != 0
    }

    /// Lets a send fail with EAGAIN when the other end reads nothing for so long.
    ///
    /// - Throws: `SystemError`.
    public func limitSending(milliseconds: Int) throws(SystemError) {
        var time = timeval(tv_sec: milliseconds / 1000, tv_usec: milliseconds % 1000 * 1000)
        let size = socklen_t(MemoryLayout<timeval>.size)
        guard setsockopt(descriptor.number, SOL_SOCKET, SO_SNDTIMEO, &time, size) == 0 else {
            throw SystemError(operation: "limit sending", path: "socket", code: errno)
        }
    }

    /// Waits until there is something to receive (or the other end is gone); false when `milliseconds` pass before.
    ///
    /// - Throws: `SystemError`.
    public func waitUntilReadable(milliseconds: Int) throws(SystemError) -> Bool {
        let clock = SystemClock()
        let deadline = clock.monotonicNanoseconds + UInt64(max(0, milliseconds)) * 1_000_000
        while true {
            let now = clock.monotonicNanoseconds
            let left = deadline > now ? (deadline - now + 999_999) / 1_000_000 : 0
            var entry = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
            let ready = poll(&entry, 1, Int32(clamping: left))
            if ready > 0 { return true }
            if ready == 0 { return false }
            let code = errno
            if code != EINTR { throw SystemError(operation: "poll", path: "socket", code: code) }
        }
    }
}
