import Dispatch

/// A serial queue of work: one piece at a time, in the order in which it was handed over.
///
/// `DispatchWorkQueue` is the one of a running desk. A simulation has its own, which decides whose turn it is and what time it is.
public protocol WorkQueue: AnyObject, Sendable {
    /// Has work done behind what is there already; does not wait for it.
    func async(_ work: @escaping @Sendable () -> Void)
    /// Has work done after a pause, given in seconds.
    func async(afterSeconds seconds: Double, _ work: @escaping @Sendable () -> Void)
    /// A timer that does something on the queue each time that it was set for; set for nothing at first.
    func timer(_ action: @escaping @Sendable () -> Void) -> any WorkTimer
    /// Does something on the queue whenever a descriptor can be read; the descriptor must stay open until that is cancelled.
    func whenReadable(_ descriptor: Descriptor, _ action: @escaping @Sendable () -> Void) -> any WorkSource
    /// Ends the program unless it is called from work of this queue.
    func demandIsCurrent()
}

/// What has work done on a queue when something happens.
public protocol WorkSource: AnyObject, Sendable {
    /// Ends it.
    func cancel()
}

/// A timer of a queue.
public protocol WorkTimer: WorkSource {
    /// Sets it for once, so many nanoseconds from now, instead of what it was set for before.
    func set(inNanoseconds nanoseconds: UInt64)
}

/// Makes the queues of a desk.
public protocol WorkQueues: Sendable {
    /// A new queue; the label shows in debuggers.
    func queue(_ label: String) -> any WorkQueue
}

/// Queues of Dispatch.
public struct DispatchWorkQueues: WorkQueues {
    /// Queues of Dispatch.
    public init() {}

    /// A new serial queue.
    public func queue(_ label: String) -> any WorkQueue { DispatchWorkQueue(label: label) }
}

/// A serial queue of Dispatch.
public final class DispatchWorkQueue: WorkQueue {
    /// The queue itself.
    public let dispatchQueue: DispatchQueue

    /// A new queue.
    public init(label: String) { dispatchQueue = DispatchQueue(label: label) }

    /// Has work done.
    public func async(_ work: @escaping @Sendable () -> Void) { dispatchQueue.async(execute: work) }

    /// Has work done after a pause.
    public func async(afterSeconds seconds: Double, _ work: @escaping @Sendable () -> Void) {
        dispatchQueue.asyncAfter(deadline: .now() + seconds, execute: work)
    }

    /// A timer of the kernel, which may be late by a millisecond.
    public func timer(_ action: @escaping @Sendable () -> Void) -> any WorkTimer {
        let source = DispatchSource.makeTimerSource(queue: dispatchQueue)
        source.setEventHandler(handler: action)
        source.activate()
        return DispatchWorkTimer(source: source)
    }

    /// A source of Dispatch.
    public func whenReadable(_ descriptor: Descriptor, _ action: @escaping @Sendable () -> Void) -> any WorkSource {
        let source = DispatchSource.makeReadSource(fileDescriptor: descriptor.number, queue: dispatchQueue)
        source.setEventHandler(handler: action)
        // Dispatch knows a source by the number of its descriptor until it is cancelled, which happens later than `cancel`: closed before, the
        // number may stand for another file, and the source of that would hear nothing.
        source.setCancelHandler { withExtendedLifetime(descriptor) {} }
        source.activate()
        return DispatchWorkSource(source: source)
    }

    /// Asks Dispatch.
    public func demandIsCurrent() { dispatchPrecondition(condition: .onQueue(dispatchQueue)) }
}

/// A source of Dispatch.
///
/// `@unchecked Sendable`: the source is set once, and Dispatch lets any thread cancel it.
private final class DispatchWorkSource: WorkSource, @unchecked Sendable {
    private let source: any DispatchSourceRead

    init(source: any DispatchSourceRead) { self.source = source }

    func cancel() { source.cancel() }
}

/// A timer of Dispatch.
///
/// `@unchecked Sendable`: the source is set once, and Dispatch lets any thread schedule and cancel it.
private final class DispatchWorkTimer: WorkTimer, @unchecked Sendable {
    private let source: any DispatchSourceTimer

    init(source: any DispatchSourceTimer) { self.source = source }

    func set(inNanoseconds nanoseconds: UInt64) {
        source.schedule(deadline: .now() + .nanoseconds(Int(clamping: nanoseconds)), leeway: .milliseconds(1))
    }

    func cancel() { source.cancel() }
}
