import Dispatch
import Intake
import LinuxSystem
import Logging
import Synchronization

/// The lanes of a desk, each of which asks the intake for a file whenever it is free.
final class LanePool: Sendable {
    /// Seconds that files in the lanes get to end in order when the desk stops; then their readers are ended, and the files stay
    /// where they are.
    private static let drainSeconds = 10.0
    /// Seconds that lanes get after that to see that they are to end; one that hangs in a call of the kernel is left behind.
    private static let leaveSeconds = 5.0

    /// Those that take files from the inboxes.
    private let lanes: [Lane]
    /// For retries and for what is handed over the control socket, so that neither waits behind a backlog.
    let side: Lane
    /// For what comes into the inboxes while all lanes are held by files that take long; nil for none.
    private let express: Lane?
    private let intake: Intake
    private let isStopping = Atomic(false)

    init(lanes: [Lane], side: Lane, express: Lane?, intake: Intake) {
        self.lanes = lanes
        self.side = side
        self.express = express
        self.intake = intake
    }

    /// How many files of the inboxes are read at the same time.
    var count: Int { lanes.count }
    /// All lanes.
    private var all: [Lane] { lanes + [side] + (express.map { [$0] } ?? []) }

    /// Has every lane ask for its first file.
    func start() {
        for lane in lanes { pull(lane) }
        if let express { pull(express) }
    }

    /// Has a lane that has left its capture ask for another file.
    func goOn(lane number: Int) {
        guard !isStopping.load(ordering: .acquiring), let lane = all.first(where: { $0.number == number }) else {
            return
        }
        pull(lane)
    }

    private func pull(_ lane: Lane) {
        let receive: @Sendable (HandedFile) -> Void = { [self] handed in
            lane.queue.async { [self] in
                // A capture that was left behind comes back some day: the lane has gone on without it.
                if lane.take(handed) { pull(lane) }
            }
        }
        if lane.isExpress { intake.nextQuick(receive) } else { intake.next(receive) }
    }

    /// Lets the lanes end their files for a bounded time. The intake must hand out nothing any more.
    ///
    /// - Parameter hurry: called when that time is over, to let go whoever waits.
    func drain(logger: Logger, hurry: () -> Void) {
        isStopping.store(true, ordering: .releasing)
        guard !haveEnded(within: Self.drainSeconds) else { return }
        for lane in all {
            lane.reader.stop()
            lane.leaveCapture()
        }
        hurry()
        guard !haveEnded(within: Self.leaveSeconds) else { return }
        logger.warning(
            "A lane hangs in a file system that does not answer; the desk ends without it, and its file stays where it is"
        )
    }

    private func haveEnded(within seconds: Double) -> Bool {
        let group = DispatchGroup()
        for lane in all {
            group.enter()
            lane.queue.async { group.leave() }
        }
        return group.wait(timeout: .now() + seconds) == .success
    }

    /// Ends the readers, and tells what they and the daemon have used.
    func finish(logger: Logger) {
        for lane in all { lane.reader.finish() }
        let statistics = all.map(\.reader.statistics)
        let peak = PeakMemory.kibibytes()
        logger.info(
            "Peak memory: daemon \(peak / 1024) MiB, readers \(statistics.map { $0.peakKibibytes / 1024 }.max() ?? 0) MiB",
            metadata: [
                "daemon_peak_kib": "\(peak)",
                "reader_peak_kib": "\(statistics.map(\.peakKibibytes).max() ?? 0)",
                "readers_started": "\(statistics.map(\.started).reduce(0, +))",
                "readers_lost": "\(statistics.map(\.lost).reduce(0, +))",
            ])
    }
}
