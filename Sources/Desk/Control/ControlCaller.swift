import LinuxSystem

/// Whoever asks, for as long as it waits for an answer: its work ends with it.
struct ControlCaller: Sendable {
    /// The name that stands beside what was asked for.
    let name: String
    private let connection: StreamSocket?

    /// - Parameter connection: where the answer goes; nil for a request of this program itself, which waits to the end.
    init(name: String, connection: StreamSocket? = nil) {
        self.name = name
        self.connection = connection
    }

    /// Whether somebody still waits for the answer.
    var isWaiting: Bool { connection.map { !$0.isHungUp } ?? true }
}
