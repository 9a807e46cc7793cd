import Dispatch
import Foundation
import Glibc
import LinuxSystem
import Synchronization

/// Listens on the control socket and answers requests, each connection for one request.
///
/// Root, the desk's own user and members of its group may ask; the socket's mode keeps others from connecting, and the peer's
/// credentials are checked besides.
///
/// `@unchecked Sendable`: the source is set once before the queue is active; the count of connections has a mutex.
final class ControlServer: @unchecked Sendable {
    /// Answers a request; called on a queue of the server's own.
    typealias Answer = @Sendable (ControlRequest, Descriptor?) -> ControlReply

    /// Connections that are served at once; more are closed, so that nobody can fill the daemon with threads.
    private static let connectionLimit = 48
    /// Requests that read files and may take long; more are told to come again, so that a status can always be had.
    private static let longRequestLimit = 16
    /// Bytes of a request line.
    private static let requestBytes = 64 << 10
    /// Milliseconds in which a request must have come.
    private static let requestMilliseconds = 2000

    let path: String
    private let listener: Descriptor
    private let source: any DispatchSourceRead
    private let answer: Answer
    private let connections = Mutex(0)
    private let longRequests = Mutex(0)

    /// Listens at `path`.
    ///
    /// - Throws: `SystemError`.
    init(path: String, answer: @escaping Answer) throws(SystemError) {
        self.path = path
        self.answer = answer
        listener = try UnixSocket.listen(path: path, mode: 0o660)
        let queue = DispatchQueue(label: "wiredesk.control")
        source = DispatchSource.makeReadSource(fileDescriptor: listener.number, queue: queue)
        source.setEventHandler { [weak self] in self?.accept() }
        source.activate()
    }

    /// Listens no more and removes the socket's name.
    func stop() {
        source.cancel()
        unlink(path)
    }

    private func accept() {
        // An error here (out of descriptors) leaves the connection waiting; the source calls again.
        while let connection = try? UnixSocket.accept(listener) {
            let isFree = connections.withLock { count in
                guard count < Self.connectionLimit else { return false }
                count += 1
                return true
            }
            guard isFree else { continue }
            // A queue each: see `DispatchQueue.timedWork` for why it is not a concurrent one.
            DispatchQueue(label: "wiredesk.control.connection").async { [self] in
                serve(connection)
                connections.withLock { $0 -= 1 }
            }
        }
    }

    private func serve(_ connection: StreamSocket) {
        let reply: ControlReply
        do {
            guard try mayAsk(connection) else {
                return send(ControlReply(error: "only members of the desk's group may ask"), to: connection)
            }
            var line: [UInt8] = []
            var passed: Descriptor?
            var buffer = [UInt8](repeating: 0, count: 4096)
            let clock = SystemClock()
            let deadline = clock.monotonicNanoseconds + UInt64(Self.requestMilliseconds) * 1_000_000
            while !line.contains(UInt8(ascii: "\n")) {
                let now = clock.monotonicNanoseconds
                guard line.count < Self.requestBytes, now < deadline,
                    try connection.waitUntilReadable(milliseconds: Int((deadline - now) / 1_000_000))
                else { return }
                let (count, descriptor) = try buffer.withUnsafeMutableBytes { raw in try connection.receive(into: raw) }
                guard count > 0 else { return }
                if let descriptor { passed = descriptor }
                line += buffer[..<count]
            }
            var request = try JSONDecoder().decode(ControlRequest.self, from: Data(line))
            if request.command.isForOwners, try !isOwner(connection) {
                return send(ControlReply(error: "only root and the desk's own user may do that"), to: connection)
            }
            // Whoever asks is told by the system, not by the request.
            let user = try UnixSocket.peer(of: connection).user
            request.correction?.by = UserNames.name(of: user)
            reply = carryOut(request, passed)
        } catch {
            reply = ControlReply(error: "the request was not understood: \(error)")
        }
        send(reply, to: connection)
    }

    private func carryOut(_ request: ControlRequest, _ passed: Descriptor?) -> ControlReply {
        guard request.command != .status else { return answer(request, passed) }
        let isFree = longRequests.withLock { count in
            guard count < Self.longRequestLimit else { return false }
            count += 1
            return true
        }
        guard isFree else {
            return ControlReply(error: "the desk has many requests at hand; try again", isTemporary: true)
        }
        defer { longRequests.withLock { $0 -= 1 } }
        return answer(request, passed)
    }

    private func mayAsk(_ connection: StreamSocket) throws -> Bool {
        let peer = try UnixSocket.peer(of: connection)
        return peer.user == 0 || peer.user == geteuid() || UnixSocket.peer(of: connection, isInGroup: getegid())
    }

    private func isOwner(_ connection: StreamSocket) throws -> Bool {
        let peer = try UnixSocket.peer(of: connection)
        return peer.user == 0 || peer.user == geteuid()
    }

    private func send(_ reply: ControlReply, to connection: StreamSocket) {
        guard let data = try? JSONEncoder().encode(reply) else { return }
        try? connection.send(Array(data) + [UInt8(ascii: "\n")])
    }
}
