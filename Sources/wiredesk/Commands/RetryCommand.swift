import ArgumentParser
import Desk
import Foundation
import Logging
import ReaderHost
import Systemd

/// `wiredesk retry`: reads kept originals again.
struct RetryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Read the kept originals of deliveries again.",
        discussion: """
            The result is a new delivery; a rejection that it replaces no longer counts. Useful after an update of the reader, or
            after a limit was raised.

            EXAMPLES
              wiredesk retry 17
              wiredesk deliveries --outcome rejected --json | jq .id | xargs wiredesk retry
            """)

    @Argument(help: ArgumentHelp("Numbers of deliveries, as wiredesk deliveries shows them.", valueName: "id"))
    var ids: [Int64]

    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let configuration = try state.resolve()
            var status = ExitStatus.fine
            do {
                for id in ids {
                    let request = ControlRequest(command: .retry, delivery: id)
                    let reply = try ControlClient.ask(state: configuration.state, request)
                    status = status.or(DeliveryReply.print(reply, name: nil))
                }
            } catch ControlClient.Failure.notRunning {
                status = status.or(try retryAlone(configuration))
            }
            if status != .fine { throw ExitCode(status.rawValue) }
        }
    }

    /// No desk runs: a desk without inboxes does it here.
    private func retryAlone(_ configuration: DeskConfiguration) throws -> ExitStatus {
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
        defer { _ = desk.stop() }
        var status = ExitStatus.fine
        for id in ids {
            let outcome = DeliveryReply.print(desk.retry(id), name: nil)
            status = status.or(outcome)
        }
        return status
    }
}
