import ArgumentParser
import Desk
import Presentation

/// Ends a command with a message that says what was tried, why it failed and what to do, and with the right status.
enum Failure {
    static func message(_ text: String, _ status: ExitStatus) -> any Error {
        StandardError.line("wiredesk: \(text)")
        return ExitCode(status.rawValue)
    }

    /// The desk answered something that is no answer to what was asked.
    static var noResult: any Error { message("the desk gave no result", .inputOutput) }

    /// The failure that an error of the rooms means for a command.
    static func of(_ error: any Error) -> any Error {
        switch error {
        case is ExitCode, is ValidationError, is CleanExit: return error
        case let error as ConfigurationError: return message(error.description, .configuration)
        default:
            let report = ErrorReport(error)
            return message(report.message, report.status)
        }
    }

    /// Runs a command's work and turns what it throws into a message and a status.
    static func guarding(_ work: () throws -> Void) throws {
        do { try work() } catch { throw of(error) }
    }
}
