import Dispatch
import Intake
import Logging
import Synchronization
import Systemd

/// Feeds the service manager's watchdog, but only after the intake has answered since the last time and nobody who is at work
/// has been at one step for too long.
///
/// `@unchecked Sendable`: the timer is set in `init` and only cancelled afterwards.
final class WatchdogFeeder: @unchecked Sendable {
    private let timer: any DispatchSourceTimer
    private let hasAnswered = Atomic(true)

    /// Begins to feed; nil where the service manager does not watch us.
    init?(notifier: Notifier, intake: Intake, liveness: LivenessMonitor, logger: Logger) {
        guard let interval = WatchdogInterval.requested() else { return nil }
        let seconds =
            Double(interval.feeding.components.seconds) + Double(interval.feeding.components.attoseconds) / 1e18
        timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "wiredesk.watchdog"))
        timer.schedule(deadline: .now(), repeating: seconds, leeway: .milliseconds(100))
        timer.setEventHandler { [weak self] in
            guard let self else { return }
            let stuck = liveness.stuck
            if hasAnswered.load(ordering: .acquiring), stuck.isEmpty {
                notifier.watchdog()
            } else {
                logger.error("No progress, the watchdog is not fed", metadata: ["stuck": "\(stuck)"])
            }
            hasAnswered.store(false, ordering: .releasing)
            intake.ping { [weak self] in self?.hasAnswered.store(true, ordering: .releasing) }
        }
        timer.activate()
    }

    func stop() { timer.cancel() }
}
