import Archive
import ArticleQuery
import DeskProtocol
import Dispatch
import Glibc
import Hummingbird
import HummingbirdCore
import LinuxSystem
import Logging
import NIOPosix
import WebAccess

/// The web interface of a desk: pages for people and an interface for programs, on sockets of its own.
public struct WebService: Sendable {
    /// What it is made of.
    public struct Parts: Sendable {
        /// The state folder of the desk.
        public var state: String
        /// The name of the instance, or empty.
        public var instance: String
        /// Where it listens; without effect where sockets were inherited.
        public var listen: ListenAddress
        /// Sockets that the service manager has opened.
        public var inherited: [Int32]
        /// Seconds without a request after which it leaves where it serves inherited sockets.
        public var idleSeconds: Int
        /// Names by which it may be called; empty for the address that it listens on.
        public var hosts: [String]
        /// Users whom a proxy names; nil where no header is believed.
        public var users: HeaderUsers?
        /// Bytes of the largest file that is taken.
        public var largestFile: Int64
        /// What tells of the desk and its inboxes.
        public var desk: DeskQuestions
        /// The version of the program.
        public var version: String
        /// For what goes wrong; requests are not logged.
        public var logger: Logger

        /// The parts of a service.
        public init(
            state: String, instance: String, listen: ListenAddress, inherited: [Int32], hosts: [String],
            users: HeaderUsers?, idleSeconds: Int, largestFile: Int64, desk: DeskQuestions, version: String,
            logger: Logger
        ) {
            self.state = state
            self.instance = instance
            self.listen = listen
            self.inherited = inherited
            self.hosts = hosts
            self.users = users
            self.idleSeconds = idleSeconds
            self.largestFile = largestFile
            self.desk = desk
            self.version = version
            self.logger = logger
        }
    }

    /// Where it can be reached.
    public struct Announcement: Sendable {
        /// The link, with its token where it is a port; else in words.
        public var line: String
        /// A link for a browser that is started by this program: it opens once. nil where nobody needs one.
        public var openingLink: String?
    }

    /// Seconds for which requests that are at work may go on when the program is to end.
    private static let endSeconds: Int64 = 10
    /// Parts of the time without a request after which it is looked again whether the program is idle.
    private static let idleLooks: Int64 = 20

    private let parts: Parts

    /// A service; nothing is opened yet.
    public init(_ parts: Parts) { self.parts = parts }

    /// Serves until SIGTERM or SIGINT comes, or until it is idle where it was started on demand; ends in order.
    ///
    /// - Parameter announce: is given where it is, when it can be reached.
    /// - Throws: what keeps it from listening.
    public func run(announce: @Sendable (Announcement) -> Void) async throws {
        // Who goes away in the middle of an answer is no reason to end.
        signal(SIGPIPE, SIG_IGN)
        let (asked, ask) = AsyncStream<Void>.makeStream()
        let signals = EndSignals { ask.yield() }
        defer { signals.cancel() }
        let active = ActiveRequests()
        let gate = Gate()
        let listeners = try await open { request, writer, channel in
            active.begin()
            defer { active.end() }
            try await gate.answer(request, writer, channel)
        }
        let port = listeners.compactMap(\.port).first ?? 0
        let keys = DoorKeys(instance: parts.instance, port: port)
        gate.open(
            with: try WebSite(parts, keys: keys, active: active, listening: addresses(of: listeners)).responder(),
            parts.logger,
            asksForPeer: parts.users != nil)
        announce(announcement(listeners, keys))
        for listener in listeners {
            Task { [logger = parts.logger] in
                do { try await listener.serve() } catch { logger.error("Listening has ended: \(error)") }
            }
        }
        await withTaskGroup { group in
            group.addTask { for await _ in asked { return } }
            if !parts.inherited.isEmpty { group.addTask { await idle(active) } }
            await group.next()
            group.cancelAll()
        }
        active.beginEnding()
        for listener in listeners { listener.close() }
        if case .unix(let path) = parts.listen, parts.inherited.isEmpty { unlink(path) }
        await withTaskGroup { group in
            group.addTask { await active.drained() }
            group.addTask { try? await Task.sleep(for: .seconds(Self.endSeconds)) }
            await group.next()
            group.cancelAll()
        }
        // What was answered last may still be on its way from the loops to the sockets.
        for loop in MultiThreadedEventLoopGroup.singleton.makeIterator() { try? await loop.submit {}.get() }
    }

    private func open(_ responder: @escaping HTTP1Channel.Responder) async throws -> [HTTPListener] {
        guard parts.inherited.isEmpty else {
            var listeners: [HTTPListener] = []
            for number in parts.inherited {
                listeners.append(
                    try await HTTPListener.inherit(number, logger: parts.logger, responder: responder))
            }
            return listeners
        }
        return [try await HTTPListener.open(parts.listen, logger: parts.logger, responder: responder)]
    }

    private func addresses(of listeners: [HTTPListener]) -> [ListenAddress] {
        guard parts.inherited.isEmpty else {
            return listeners.compactMap { listener in
                listener.channel.channel.localAddress?.ipAddress.map {
                    .network(host: $0, port: listener.port ?? 0)
                }
            }
        }
        return [parts.listen]
    }

    private func announcement(_ listeners: [HTTPListener], _ keys: DoorKeys) -> Announcement {
        guard let port = listeners.compactMap(\.port).first else {
            if case .unix(let path) = parts.listen { return Announcement(line: "unix:\(path)", openingLink: nil) }
            return Announcement(
                line: "listening on the sockets that the service manager has opened", openingLink: nil)
        }
        var host = "127.0.0.1"
        if case .network(let name, _) = addresses(of: listeners).first { host = name }
        let address = "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/?token="
        return Announcement(line: address + keys.link, openingLink: address + keys.opening.text)
    }

    private func idle(_ active: ActiveRequests) async {
        while active.idleSeconds < Double(parts.idleSeconds), !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(Int64(parts.idleSeconds) * 1_000 / Self.idleLooks))
        }
    }
}
