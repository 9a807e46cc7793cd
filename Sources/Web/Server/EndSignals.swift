import Dispatch
import Glibc

/// SIGTERM and SIGINT, by which the program is asked to end.
///
/// `@unchecked Sendable`: the sources are made and activated in the initialiser and only kept alive afterwards.
final class EndSignals: @unchecked Sendable {
    private let stream: AsyncStream<Void>
    private let sources: [any DispatchSourceSignal]

    /// From now on the signals end nothing by themselves.
    init() {
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        self.stream = stream
        // A signal that comes before its source is registered would be lost.
        let registered = DispatchGroup()
        let queue = DispatchQueue(label: "wiredesk.web.signals")
        sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            registered.enter()
            source.setRegistrationHandler { registered.leave() }
            source.setEventHandler { continuation.yield() }
            source.activate()
            return source
        }
        registered.wait()
    }

    /// Waits for the first of them, or until the task is cancelled.
    func first() async {
        for await _ in stream { return }
    }
}
