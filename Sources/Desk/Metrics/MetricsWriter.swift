import Dispatch
import Glibc
import LinuxSystem

/// Writes the metrics file again and again, whole each time: a collector never sees half of it.
///
/// `@unchecked Sendable`: everything mutable is touched on `queue` alone.
final class MetricsWriter: @unchecked Sendable {
    /// Seconds between two writes; collectors usually look every 15 to 60 seconds.
    static let seconds = 15.0

    private let queue = DispatchQueue(label: "wiredesk.metrics")
    private let timer: any DispatchSourceTimer
    private let path: String
    private let journal: DeskJournal

    /// Begins to write.
    ///
    /// - Parameter text: what is to be written.
    init(path: String, journal: DeskJournal, text: @escaping @Sendable () -> String) {
        self.path = path
        self.journal = journal
        timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now(), repeating: Self.seconds, leeway: .seconds(1))
        timer.setEventHandler { [weak self] in self?.write(text()) }
        timer.activate()
    }

    /// Writes no more. The file stays, and its `wiredesk_written_time_seconds` tells how old it is.
    func stop() {
        timer.cancel()
        queue.sync {}
    }

    private func write(_ text: String) {
        do throws(SystemError) {
            try Self.replace(path, with: Array(text.utf8))
            journal.troubleEnded("The metrics file \(path) can be written again", key: "metrics")
        } catch {
            journal.trouble(
                "The metrics file \(path) cannot be written (\(error.reason)); let the service write its folder"
                    + " (ReadWritePaths= in a drop-in), or remove `metrics` from the configuration", key: "metrics",
                facts: ["file": "\(path)", "reason": "\(error.reason)"])
        }
    }

    /// Puts a file in the place of another in one step. The temporary name has another ending than `.prom`, so that a collector
    /// leaves it alone.
    ///
    /// - Throws: `SystemError`.
    static func replace(_ path: String, with bytes: [UInt8]) throws(SystemError) {
        // Whatever the umask is: the collector runs as another user. Nothing is lost where a power cut takes the newest figures.
        try FileCalls.replace(path, with: bytes, mode: 0o644, isDurable: false) { _ = fchmod($0.number, 0o644) }
    }
}
