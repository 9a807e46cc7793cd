import CSystemd

/// Tells the service manager how the service is doing, by the protocol of sd_notify(3).
///
/// Outside systemd (no `NOTIFY_SOCKET`) every message is a no-op. Failures to send are not reported: a service must not stop
/// because its manager does not listen.
public struct Notifier: Sendable {
    /// The longest status that is sent, in bytes; longer ones are cut. systemd 252 drops a whole notification over 4,096 bytes
    /// (`NOTIFY_BUFFER_MAX`), and nobody reads a status of over a few lines.
    public static let longestStatus = 1_024

    private let send: @Sendable (String) -> Void

    /// A notifier for the manager that started this process.
    public init() {
        self.init { state in _ = sd_notify(0, state) }
    }

    /// A notifier whose messages go to a function of the caller's.
    ///
    /// - Parameter send: receives each message, `KEY=VALUE` lines with `\n` between them.
    public init(send: @escaping @Sendable (String) -> Void) {
        self.send = send
    }

    /// Start-up is finished, and the service is in the state described (`READY=1`).
    public func ready(status: String) {
        send("READY=1\n" + Self.statusLine(status))
    }

    /// The line that `systemctl status` shows (`STATUS=`). The caller limits how often.
    public func status(_ text: String) {
        send(Self.statusLine(text))
    }

    /// The service is alive and makes progress (`WATCHDOG=1`); due at least every `WatchdogInterval.feeding`.
    public func watchdog() {
        send("WATCHDOG=1")
    }

    /// The service shuts down, and is busy with what is described (`STOPPING=1`).
    public func stopping(status: String) {
        send("STOPPING=1\n" + Self.statusLine(status))
    }

    /// One line, whatever the text holds: a headline must not be able to send `MAINPID=` or `STOPPING=1`.
    private static func statusLine(_ text: String) -> String {
        "STATUS=" + PrintableText.clip(PrintableText.escape(text), toBytes: longestStatus)
    }
}
