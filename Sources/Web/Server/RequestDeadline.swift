import NIOCore
import NIOHTTPTypes

/// Cuts connections whose clients are too slow, in sending a request or in taking its answer: one that sends a byte now and then is never
/// idle, and would keep its connection for ever.
///
/// Lives in one connection's pipeline and is used on its event loop alone.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Seconds within which a request's head must have come, from the opening of the connection or the end of the answer before; a
    /// step of its body; and within which a client that takes nothing must take something.
    static let seconds: Int64 = 60
    /// Bytes of a step of a body: a kilobyte a second is less than any line of today.
    static let stepBytes = 64 << 10

    /// Requests whose answers have not ended.
    private var requests = 0
    /// Whether a body is being sent, and how many of its bytes came since the last step.
    private var bodyBytes: Int?
    private var sending: Scheduled<Void>?
    private var taking: Scheduled<Void>?

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { start(&sending, context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        start(&sending, context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        Self.stop(&sending)
        Self.stop(&taking)
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        Self.stop(&sending)
        Self.stop(&taking)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            requests += 1
            bodyBytes = 0
            start(&sending, context)
        case .body(let bytes):
            if let count = bodyBytes {
                bodyBytes = count + bytes.readableBytes
                if count + bytes.readableBytes >= Self.stepBytes {
                    bodyBytes = 0
                    start(&sending, context)
                }
            }
        case .end:
            if bodyBytes != nil { Self.stop(&sending) }
            bodyBytes = nil
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            requests -= 1
            // What is left of a body that nobody wanted counts as the head of the next request.
            if requests == 0 {
                bodyBytes = nil
                start(&sending, context)
            }
        }
        context.write(data, promise: promise)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { Self.stop(&taking) } else { start(&taking, context) }
        context.fireChannelWritabilityChanged()
    }

    private func start(_ timer: inout Scheduled<Void>?, _ context: ChannelHandlerContext) {
        timer?.cancel()
        let channel = context.channel
        timer = context.eventLoop.scheduleTask(in: .seconds(Self.seconds)) { channel.close(promise: nil) }
    }

    private static func stop(_ timer: inout Scheduled<Void>?) {
        timer?.cancel()
        timer = nil
    }
}
