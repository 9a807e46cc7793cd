import Archive
import ArgumentParser
import ArticleQuery
import Desk
import LinuxSystem

/// Ends a command with a message that says what was tried, why it failed and what to do, and with the right status.
enum Failure {
    static func message(_ text: String, _ status: ExitStatus) -> any Error {
        StandardError.line("wiredesk: \(text)")
        return ExitCode(status.rawValue)
    }

    /// The failure that an error of the rooms means for a command.
    static func of(_ error: any Error) -> any Error {
        switch error {
        case is ExitCode, is ValidationError, is CleanExit: return error
        case let error as ConfigurationError: return message(error.description, .configuration)
        case let error as ArchiveError: return of(error)
        case let error as SystemError: return message(error.description, .inputOutput)
        case StateLock.Failure.held(let holder):
            let who = holder.map { " (process \($0.process))" } ?? ""
            return message("another wiredesk runs on this state\(who); stop it first, or use another --state", .waiting)
        case StateLock.Failure.system(let error): return message(error.description, .inputOutput)
        case ControlClient.Failure.notRunning:
            return message(
                "no desk runs on this state; start it with: wiredesk run, or systemctl start wiredesk", .waiting)
        case ControlClient.Failure.notAllowed(let path):
            return message("you may not talk to the desk at \(path); become a member of its group", .inputOutput)
        case ControlClient.Failure.broken(let text):
            return message("the desk did not answer as expected: \(text)", .inputOutput)
        default: return message("\(error)", .inputOutput)
        }
    }

    /// What may pass by itself is worth another try; rights and media are not.
    private static func of(_ error: ArchiveError) -> any Error {
        switch error.kind {
        case .readOnly:
            message(
                "cannot \(error.operation) in \(error.path): \(error.cause); reading wants membership in the desk's group,"
                    + " writing its user", .inputOutput)
        case .inputOutput: message(error.description, .inputOutput)
        default: message(error.description, error.isTransient ? .waiting : .inputOutput)
        }
    }

    /// Runs a command's work and turns what it throws into a message and a status.
    static func guarding(_ work: () throws -> Void) throws {
        do { try work() } catch { throw of(error) }
    }
}
