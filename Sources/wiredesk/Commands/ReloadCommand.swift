import ArgumentParser
import Desk
import DeskProtocol
import Foundation
import Presentation
import Systemd

/// `wiredesk reload`: the running desk reads its configuration again.
struct ReloadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload",
        abstract: "Make the running desk read its configuration again.",
        discussion: """
            Returns when the new configuration is in force. When it has errors they are named, the command exits \
            with 78, and the configuration that was in force stays in force. Every setting but `state` can change \
            that way; files that are being read are finished first. systemctl reload wiredesk does the same.

            EXAMPLES
              systemctl reload wiredesk
              wiredesk reload --state ./var
            """)

    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let reply = try ask()
            // Under systemd standard error is the journal, which the desk has told already.
            let isInJournal =
                if case .journal = LogDestination.choose(.current(environment: Self.environment)) { true } else {
                    false
                }
            switch reply {
            case .reloaded(let isChanged):
                StandardOutput.line(isChanged ? "the new configuration is in force" : "nothing has changed")
            case .failed(let failure):
                if !isInJournal {
                    for problem in failure.problems { StandardError.line("wiredesk: \(TerminalText.line(problem))") }
                }
                throw failure
            default: throw Failure.noResult
            }
        }
    }

    private static var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// Asks the desk. Which one that is must be clear without the configuration, which may have errors: under systemd it is the one
    /// whose runtime directory the service manager names.
    private func ask() throws -> ControlReply {
        if let folder = Self.environment["RUNTIME_DIRECTORY"]?.split(separator: ":").first {
            return try ControlClient.ask(socket: folder + "/control.sock", .reload)
        }
        return try ControlClient.ask(state: stateFolder(), .reload)
    }

    private func stateFolder() throws -> String {
        do {
            return try state.resolve().state
        } catch let error as ConfigurationError {
            // The desk is asked all the same, so that its journal and its status have the reason.
            guard let folder = state.stateWithoutConfiguration else { throw error }
            return folder
        }
    }
}
