import Desk
import Foundation
import Logging
import ReaderHost
import Systemd

/// The running desk, or a desk without inboxes that a command starts where none runs.
final class QuietDesk {
    private let configuration: DeskConfiguration
    private var own: Desk?

    /// The desk of a configuration; nothing is started yet.
    init(_ configuration: DeskConfiguration) { self.configuration = configuration }

    /// Asks the running desk; where none runs, has `alone` do it.
    func answer(
        _ request: ControlRequest, alone: (Desk, ControlRequest) throws -> ControlReply
    ) throws -> ControlReply {
        if let own { return try alone(own, request) }
        do {
            return try ControlClient.ask(state: configuration.state, request)
        } catch ControlClient.Failure.notRunning {
            return try alone(start(), request)
        }
    }

    /// Ends the desk that was started.
    func stop() {
        _ = own?.stop()
        own = nil
    }

    private func start() throws -> Desk {
        guard let program = ReaderProgram.find() else {
            throw Failure.message(
                "the program \(ReaderProgram.name) is not beside wiredesk; install it there", .inputOutput)
        }
        guard FileManager.default.fileExists(atPath: configuration.state + "/wiredesk.db") else {
            throw Failure.message("there is no archive in \(configuration.state)", .inputOutput)
        }
        var configuration = configuration
        configuration.inboxes = []
        let quiet = Logger(label: "wiredesk") { _ in
            LogDestination.standardError.handler(identifier: "wiredesk", level: .error)
        }
        let desk = try Desk(
            Desk.Parts(configuration: configuration, readerProgram: program, logger: quiet, version: Wiredesk.version))
        own = desk
        return desk
    }
}
