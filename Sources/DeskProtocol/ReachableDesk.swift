import Glibc
import LinuxSystem

/// Something that answers requests as the running desk does, in this process.
public protocol RequestAnswering: AnyObject {
    /// Carries a request out.
    ///
    /// - Parameters:
    ///   - user: the user in whose name it is noted.
    ///   - descriptor: what goes along, for `add`.
    func answer(_ request: ControlRequest, inNameOf user: String, passing descriptor: Descriptor?) -> ControlReply
    /// Ends it in order.
    func end()
}

/// The desk of a state, whether or not one runs: the running one is asked; where none runs, one is opened in this process for as long
/// as this object is used, without inboxes.
public final class ReachableDesk {
    private let state: String
    private let open: () throws -> any RequestAnswering
    private var own: (any RequestAnswering)?

    /// The desk of a state folder; nothing is opened yet.
    ///
    /// - Parameter open: opens a desk in this process; called at most once, when none runs.
    public init(state: String, open: @escaping () throws -> any RequestAnswering) {
        self.state = state
        self.open = open
    }

    /// Has a request carried out.
    ///
    /// - Throws: `ControlFailure` where the desk did not, `ControlClient.Failure`, and what opening a desk throws.
    public func ask(_ request: ControlRequest, passing descriptor: Descriptor? = nil) throws -> ControlReply {
        let reply = try answer(request, passing: descriptor)
        if case .failed(let failure) = reply { throw failure }
        return reply
    }

    /// Ends the desk that was opened, if one was.
    public func end() {
        own?.end()
        own = nil
    }

    private func answer(_ request: ControlRequest, passing descriptor: Descriptor?) throws -> ControlReply {
        if let own { return alone(own, request, descriptor) }
        do {
            return try ControlClient.ask(state: state, request, passing: descriptor)
        } catch ControlClient.Failure.notRunning {
            let desk = try open()
            own = desk
            return alone(desk, request, descriptor)
        }
    }

    private func alone(
        _ desk: any RequestAnswering, _ request: ControlRequest, _ descriptor: Descriptor?
    ) -> ControlReply {
        desk.answer(request, inNameOf: UserNames.name(of: geteuid()), passing: descriptor)
    }
}
