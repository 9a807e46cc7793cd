import NIOCore
import NIOHTTP1

/// What RFC 9112 says of messages and the library leaves open: whether a connection stays (section 9.3), how an answer ends whose length
/// is not known (6.3), and which host a request names (3.2).
///
/// Lives in one connection's pipeline and is used on its event loop alone.
final class HTTPMessageRules: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// What a request wants of its connection.
    private struct Wish {
        /// HTTP/1.0, whose clients know no chunks.
        var isOld: Bool
        var stays: Bool
    }

    /// Those of the requests whose answers have not begun.
    private var wishes = CircularBuffer<Wish>()
    private var closesBehindAnswer = false
    private var isRefused = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isRefused else { return }
        guard case .head(var head) = unwrapInboundIn(data) else {
            context.fireChannelRead(data)
            return
        }
        guard head.headers["host"].count <= 1 else {
            isRefused = true
            context.fireErrorCaught(HTTPParserError.invalidHeaderToken)
            return
        }
        // An address that names a host goes before the header.
        if let host = Self.host(inAddress: head.uri) { head.headers.replaceOrAdd(name: "host", value: host) }
        let wish = Wish(isOld: head.version == .http1_0 || head.version == .http0_9, stays: head.isKeepAlive)
        wishes.append(wish)
        // The library takes the connection for one that stays unless this stands there in so many letters.
        if wish.stays {
            head.headers.remove(name: "connection")
        } else {
            head.headers.replaceOrAdd(name: "connection", value: "close")
        }
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }

    private static func host(inAddress address: String) -> String? {
        guard let scheme = ["http://", "https://"].first(where: { address.lowercased().hasPrefix($0) }) else {
            return nil
        }
        return String(address.dropFirst(scheme.count).prefix { !"/?#".contains($0) })
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head) where head.status.code >= 200:
            closesBehindAnswer = false
            if let wish = wishes.popFirst() { answer(wish, with: &head) }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end where closesBehindAnswer:
            let written = promise ?? context.eventLoop.makePromise()
            let channel = context.channel
            written.futureResult.whenComplete { _ in channel.close(promise: nil) }
            context.write(data, promise: written)
        default: context.write(data, promise: promise)
        }
    }

    private func answer(_ wish: Wish, with head: inout HTTPResponseHead) {
        // An answer that ends the connection against its client's wish was given in the middle of a request that cannot be read on.
        closesBehindAnswer = wish.stays && !head.isKeepAlive
        if wish.isOld {
            head.version = .http1_0
            // The end of the connection is the end of the answer.
            if !head.headers.contains(name: "content-length"), head.status.mayHaveResponseBody {
                closesBehindAnswer = true
            }
        }
        if !wish.stays || closesBehindAnswer {
            head.headers.replaceOrAdd(name: "connection", value: "close")
        } else if wish.isOld {
            head.headers.replaceOrAdd(name: "connection", value: "keep-alive")
        }
    }
}
