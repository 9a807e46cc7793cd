import DeskProtocol
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
/// `@unchecked Sendable`: the source is set once before the queue is active; everything else that changes has a mutex.
final class ControlServer: @unchecked Sendable {
    /// Answers a request; called on a queue of the server's own.
    typealias Answer = @Sendable (ControlRequest, Descriptor?, ControlCaller) -> ControlReply

    /// Bytes of a request line.
    private static let requestBytes = 64 << 10
    /// Milliseconds in which a request must have come.
    private static let requestMilliseconds = 2000
    /// Milliseconds for which an answer waits for a caller that does not read.
    private static let replyMilliseconds = 10_000
    /// Seconds until a connection is accepted again when there were no descriptors or no memory for it.
    private static let shortageSeconds = 0.5
    /// Files of the desk's own database that a user may hand over before no descriptor of that user is received any more: each stays
    /// open for as long as the desk runs (`LockedFiles`).
    private static let ownFilesOfUser = 8

    let path: String
    private let listener: Descriptor
    private let queue = DispatchQueue(label: "wiredesk.control")
    private let source: any DispatchSourceRead
    private let answer: Answer
    private let slots = Mutex(ControlSlots())
    /// Descriptors of the desk's own database that users have handed over.
    private let ownFiles = Mutex<[UInt32: Int]>([:])

    /// Listens at `path`.
    ///
    /// - Throws: `SystemError`.
    init(path: String, answer: @escaping Answer) throws(SystemError) {
        self.path = path
        self.answer = answer
        listener = try UnixSocket.listen(path: path, mode: 0o660)
        source = DispatchSource.makeReadSource(fileDescriptor: listener.number, queue: queue)
        source.setEventHandler { [weak self] in self?.accept() }
        // Until then Dispatch knows the source by the number of the descriptor.
        source.setCancelHandler { [listener] in withExtendedLifetime(listener) {} }
        source.activate()
    }

    /// Listens no more and removes the socket's name.
    func stop() {
        source.cancel()
        unlink(path)
    }

    private func accept() {
        do throws(SystemError) {
            while let connection = try UnixSocket.accept(listener) { take(connection) }
        } catch {
            // Out of descriptors or memory: the connection waits, and the source would call again at once, and again.
            source.suspend()
            queue.asyncAfter(deadline: .now() + Self.shortageSeconds) { [self] in source.resume() }
        }
    }

    private func take(_ connection: StreamSocket) {
        guard let peer = try? UnixSocket.peer(of: connection) else { return }
        let user = ControlSlots.User(id: peer.user, isOwner: Self.isOwner(peer))
        guard slots.withLock({ $0.connect(user) }) else {
            // There is room for a line in the buffer of a new connection: this does not wait.
            return send(.busy, to: connection)
        }
        // A queue each: see `DispatchWorkQueue.timedWork` for why it is not a concurrent one.
        DispatchQueue(label: "wiredesk.control.connection").async { [self] in
            serve(connection, user)
            slots.withLock { $0.disconnect(user) }
        }
    }

    private func serve(_ connection: StreamSocket, _ user: ControlSlots.User) {
        let reply: ControlReply
        do {
            try connection.limitSending(milliseconds: Self.replyMilliseconds)
            guard user.isOwner || UnixSocket.peer(of: connection, isInGroup: getegid()) else {
                return send(.failed(.notAllowed, "only members of the desk's group may ask"), to: connection)
            }
            guard let (line, passed) = try receive(from: connection, user) else { return }
            if let passed, LockedFiles.contain(descriptor: passed.number) { noteOwnFile(user) }
            let message = try JSONDecoder().decode(ControlMessage.self, from: Data(line))
            if message.request.isForOwners, !user.isOwner {
                return send(.failed(.notAllowed, "only root and the desk's own user may do that"), to: connection)
            }
            let name = try Requester.name(user: user.id, onBehalfOf: message.onBehalfOf)
            reply = carryOut(message.request, passed, ControlCaller(name: name, connection: connection), user)
        } catch let failure as ControlFailure {
            reply = .failed(failure)
        } catch {
            reply = .failed(.failed, "the request was not understood: \(error)")
        }
        send(reply, to: connection)
    }

    /// A request line and the descriptor that came with it; nil when it did not come in time.
    private func receive(
        from connection: StreamSocket, _ user: ControlSlots.User
    ) throws -> (line: [UInt8], passed: Descriptor?)? {
        let takesDescriptor = ownFiles.withLock { $0[user.id, default: 0] } < Self.ownFilesOfUser
        var line: [UInt8] = []
        var passed: Descriptor?
        var buffer = [UInt8](repeating: 0, count: 4096)
        let clock = SystemClock()
        let deadline = clock.monotonicNanoseconds + UInt64(Self.requestMilliseconds) * 1_000_000
        while !line.contains(UInt8(ascii: "\n")) {
            let now = clock.monotonicNanoseconds
            guard line.count < Self.requestBytes, now < deadline,
                try connection.waitUntilReadable(milliseconds: Int((deadline - now) / 1_000_000))
            else { return nil }
            let (count, descriptor) = try buffer.withUnsafeMutableBytes { raw in
                try connection.receive(into: raw, takesDescriptor: takesDescriptor && passed == nil)
            }
            guard count > 0 else { return nil }
            if let descriptor { passed = descriptor }
            line += buffer[..<count]
        }
        return (line, passed)
    }

    private func noteOwnFile(_ user: ControlSlots.User) { ownFiles.withLock { $0[user.id, default: 0] += 1 } }

    private func carryOut(
        _ request: ControlRequest, _ passed: Descriptor?, _ caller: ControlCaller, _ user: ControlSlots.User
    ) -> ControlReply {
        guard request.takesLong else { return answer(request, passed, caller) }
        guard slots.withLock({ $0.beginLongRequest(user) }) else { return .busy }
        defer { slots.withLock { $0.endLongRequest(user) } }
        return answer(request, passed, caller)
    }

    private static func isOwner(_ peer: UnixSocket.Peer) -> Bool { peer.user == 0 || peer.user == geteuid() }

    private func send(_ reply: ControlReply, to connection: StreamSocket) {
        guard let data = try? JSONEncoder().encode(reply) else { return }
        try? connection.send(Array(data) + [UInt8(ascii: "\n")])
    }
}

extension ControlReply {
    fileprivate static var busy: ControlReply {
        .failed(.temporary, "the desk has many requests at hand; try again")
    }
}
