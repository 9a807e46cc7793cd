import Glibc
import Hummingbird
import HummingbirdCore
import LinuxSystem
import Logging
import NIOCore
import NIOHTTPTypesHTTP1
import NIOPosix

/// One socket that is listened on, and the connections that come to it.
struct HTTPListener: Sendable {
    typealias Connection = HTTP1Channel.Value

    /// Connections at once on a socket; more wait to be accepted.
    static let connections = 500
    /// Connections that wait to be accepted.
    private static let backlog: Int32 = 256
    /// Bytes of a request's head, and of one line of it.
    private static let headBytes = 16 << 10
    /// Lines of a request's head.
    private static let headLines = 100
    /// Seconds without a byte after which a connection is closed.
    private static let idleSeconds: Int64 = 75

    let channel: NIOAsyncChannel<Connection, Never>
    private let http: HTTP1Channel
    private let logger: Logger

    /// Begins to listen.
    ///
    /// - Throws: `SystemError`, such as EADDRINUSE where the port is taken; what NIO says of an address that it cannot look up.
    static func open(
        _ address: ListenAddress, logger: Logger, responder: @escaping HTTP1Channel.Responder
    ) async throws -> HTTPListener {
        let http = Self.http(responder)
        let bootstrap = Self.bootstrap
        switch address {
        case .network(let host, let port):
            do {
                let channel = try await bootstrap.bind(host: host, port: port) {
                    setUp($0, http, logger)
                }
                return HTTPListener(channel: channel, http: http, logger: logger)
            } catch let error as IOError {
                // NIO names its own function; whoever started the program knows the address.
                throw SystemError(operation: "listen on", path: "\(host):\(port)", code: error.errnoCode)
            }
        case .unix(let path):
            // For its owner and group; the folder decides the rest.
            let socket = try UnixSocket.listen(path: path, mode: 0o660, backlog: backlog)
            // NIO closes what it is given, and so does a descriptor when it is let go.
            let number = dup(socket.number)
            guard number >= 0 else { throw SystemError(operation: "dup", path: path, code: errno) }
            return try await inherit(number, logger: logger, responder: responder)
        }
    }

    /// Listens on a socket that is open and listened on already; owns it.
    static func inherit(
        _ descriptor: CInt, logger: Logger, responder: @escaping HTTP1Channel.Responder
    ) async throws -> HTTPListener {
        let http = Self.http(responder)
        let channel = try await bootstrap.bind(descriptor) { setUp($0, http, logger) }
        return HTTPListener(channel: channel, http: http, logger: logger)
    }

    /// What a connection's bytes go through.
    private static func setUp(
        _ channel: any Channel, _ http: HTTP1Channel, _ logger: Logger
    ) -> EventLoopFuture<Connection> {
        http.setup(channel: channel, logger: logger).flatMapThrowing { connection in
            let pipeline = channel.pipeline.syncOperations
            // Behind it the version of a request is not known any more.
            let types = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
            try pipeline.addHandler(HTTPMessageRules(), position: .before(types))
            return connection
        }
    }

    private static func http(_ responder: @escaping HTTP1Channel.Responder) -> HTTP1Channel {
        HTTP1Channel(
            responder: responder,
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [HeadLimit(), RequestDeadline()], idleTimeout: .seconds(idleSeconds),
                httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                    maxHeaderFieldSize: headBytes, maxHeaderListSize: headBytes, maxHeaderFieldCount: headLines)))
    }

    private static var bootstrap: ServerBootstrap {
        ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: backlog)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        AvailableConnectionsChannelHandler(maxConnections: connections))
                }
            }
    }

    /// Serves connections until the socket is closed.
    func serve() async throws {
        try await channel.executeThenClose { inbound in
            try await withThrowingDiscardingTaskGroup { group in
                for try await connection in inbound {
                    group.addTask { await http.handle(value: connection, logger: logger) }
                }
            }
        }
    }

    /// Accepts no more connections.
    func close() { channel.channel.close(promise: nil) }

    /// The port; nil for a unix socket.
    var port: Int? { channel.channel.localAddress?.port }

    /// Whether it is a unix socket, whose rights decide who comes in.
    var isUnix: Bool { channel.channel.localAddress?.protocol == .unix }
}
