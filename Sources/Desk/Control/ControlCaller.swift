import LinuxSystem

/// Whoever asks over the control socket, for as long as it waits for an answer: its work ends with it.
struct ControlCaller: Sendable {
    /// The user, as the kernel tells.
    let user: UInt32
    private let connection: StreamSocket

    init(user: UInt32, connection: StreamSocket) {
        self.user = user
        self.connection = connection
    }

    /// Whether somebody still waits for the answer.
    var isWaiting: Bool { !connection.isHungUp }
}
