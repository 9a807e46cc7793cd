import LinuxSystem

extension DispatchWorkQueue {
    /// Where the desk does what is due after a pause: short work that waits for nobody.
    ///
    /// The desk uses no global and no concurrent queue. The first worker of one makes Dispatch on Linux look after its pool of threads
    /// once a second for as long as the process lives (src/event/workqueue.c of swift-corelibs-libdispatch); workers of serial queues
    /// do not, and so an idle desk sleeps.
    static let timedWork = DispatchWorkQueue(label: "wiredesk.timed-work")
}
