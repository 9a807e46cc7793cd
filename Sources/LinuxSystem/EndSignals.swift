import Dispatch
import Glibc

/// SIGTERM and SIGINT, by which a program is asked to end.
///
/// `@unchecked Sendable`: the sources are made and activated in the initialiser and only cancelled afterwards, which any thread may do.
public final class EndSignals: @unchecked Sendable {
    private let sources: [any DispatchSourceSignal]

    /// From now on the signals end nothing by themselves.
    ///
    /// - Parameter handler: what each of them calls, on a queue of its own.
    public init(_ handler: @escaping @Sendable () -> Void) {
        // A signal that comes before its source is registered would be lost.
        let registered = DispatchGroup()
        let queue = DispatchQueue(label: "wiredesk.signals")
        sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            registered.enter()
            source.setRegistrationHandler { registered.leave() }
            source.setEventHandler { handler() }
            source.activate()
            return source
        }
        registered.wait()
    }

    /// Calls the handler no more.
    public func cancel() { for source in sources { source.cancel() } }
}
