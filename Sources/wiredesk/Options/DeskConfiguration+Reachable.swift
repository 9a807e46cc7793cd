import Archive
import Desk
import DeskProtocol
import Logging
import ReaderHost
import Systemd

extension DeskConfiguration {
    /// The desk of this configuration: the running one, or one without inboxes in this program where none runs.
    var reachableDesk: ReachableDesk {
        ReachableDesk(state: state) {
            try StateFolder(state).demandArchive()
            var configuration = self
            configuration.inboxes = []
            let quiet = Logger(label: "wiredesk") { _ in
                LogDestination.standardError.handler(identifier: "wiredesk", level: .error)
            }
            // A request that reads nothing needs no reader; one that does says that the program is missing.
            return try Desk(
                Desk.Parts(
                    configuration: configuration, readerProgram: ReaderProgram.find() ?? ReaderProgram.name,
                    logger: quiet, version: Wiredesk.version))
        }
    }
}

extension StateOptions {
    /// Has the desk carry a request out that gives nothing back, whether or not one runs.
    func ask(_ request: ControlRequest) throws {
        try Failure.guarding {
            let desk = try resolve().reachableDesk
            defer { desk.end() }
            _ = try desk.ask(request)
        }
    }
}
