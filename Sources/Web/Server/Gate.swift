import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Synchronization

/// Between the connections and what answers them: the socket is open before the port is known that the answers need.
final class Gate: Sendable {
    private struct Inside: Sendable {
        var responder: any HTTPResponder<WebContext>
        var logger: Logger
        var asksForPeer: Bool
    }

    private let inside = Mutex<Inside?>(nil)

    /// From now on requests are answered.
    ///
    /// - Parameter asksForPeer: whether the system is asked who is at the other end of a unix socket.
    func open(with responder: some HTTPResponder<WebContext>, _ logger: Logger, asksForPeer: Bool) {
        inside.withLock { $0 = Inside(responder: responder, logger: logger, asksForPeer: asksForPeer) }
    }

    /// Answers a request.
    ///
    /// - Throws: what ends the connection: it was closed, or what came is no HTTP.
    func answer(_ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel) async throws {
        // No connection is accepted before the gate is open.
        guard let inside = inside.withLock({ $0 }) else { return }
        var context = WebContext(source: ApplicationRequestContextSource(channel: channel, logger: inside.logger))
        if inside.asksForPeer, context.isOverUnixSocket { context.peer = try await SocketPeer.user(of: channel) }
        let response = try await inside.responder.respond(to: request, context: context)
        try await writer.write(response: response.head, body: response.body)
    }
}
