import DeskProtocol
import Glibc
import LinuxSystem
import NIOPosix

/// The running desk, which alone changes anything, asked over its control socket on threads that may block.
final class RunningDesk: Sendable {
    /// Requests at once: the desk lets a user have so many that take long (`ControlSlots.longRequestsOfUser`).
    private static let requests = 4

    private let threads = NIOThreadPool(numberOfThreads: requests)
    private let state: String

    init(state: String) {
        self.state = state
        threads.start()
    }

    /// Has a request carried out by the desk.
    ///
    /// - Parameters:
    ///   - person: in whose name it is noted; without effect where this program does not run as the web service's user, of whom alone
    ///     the desk believes it.
    ///   - descriptor: what goes along, for `add`.
    /// - Throws: `ControlClient.Failure`, `ControlFailure` where the desk did not.
    func ask(
        _ request: ControlRequest, for person: String?, passing descriptor: Descriptor? = nil
    ) async throws -> ControlReply {
        let reply = try await threads.runIfActive { [state] in
            let isService = Requester.webService == geteuid()
            return try ControlClient.ask(
                state: state, request, onBehalfOf: isService ? person : nil, passing: descriptor)
        }
        if case .failed(let failure) = reply { throw failure }
        return reply
    }
}
