import ArticleQuery
import DeskProtocol
import LinuxSystem

/// What an error means for whoever asked: what was tried, why it failed and what to do, and how a program should end for it.
package struct ErrorReport: Sendable, Equatable {
    /// One sentence for people; nothing in it acts on a terminal.
    package var message: String
    /// How a program should end.
    package var status: ExitStatus

    /// The report of an error of the rooms.
    package init(_ error: any Error) {
        switch error {
        case let error as ArchiveError: self.init(error)
        case let error as SystemError: self.init(error.description, .inputOutput)
        case let failure as ControlFailure: self.init(failure.description, ExitStatus(failure.kind))
        case StateLock.Failure.held(let holder?) where holder.isEnding:
            self.init(
                "the wiredesk that ran on this state was ended, but the kernel does not let go of it (process \(holder.process)): it has a call into an inbox that does not answer. See to the file system or server of the inbox, or unmount it (umount -f)",
                .waiting)
        case StateLock.Failure.held(let holder):
            let who = holder.map { " (process \($0.process))" } ?? ""
            self.init(
                "another wiredesk runs on this state\(who); stop it first, or use another --state", .waiting)
        case StateLock.Failure.system(let error): self.init(error.description, .inputOutput)
        case let failure as ControlClient.Failure: self.init(failure)
        default: self.init("\(error)", .inputOutput)
        }
    }

    private init(_ message: String, _ status: ExitStatus) {
        self.message = TerminalText.line(message)
        self.status = status
    }

    private init(_ failure: ControlClient.Failure) {
        switch failure {
        case .notRunning:
            self.init(
                "no desk runs on this state; start it with: wiredesk run, or systemctl start wiredesk", .waiting)
        case .notAllowed(let path):
            self.init(
                "you may not talk to the desk of \(path); "
                    + (MembershipAdvice.text(for: path) ?? "only its user and the members of its group may"),
                .inputOutput)
        case .broken(let text): self.init("the desk did not answer as expected: \(text)", .inputOutput)
        }
    }

    /// What may pass by itself is worth another try; rights and media are not.
    private init(_ error: ArchiveError) {
        switch error.kind {
        case .readOnly:
            self.init(
                "cannot \(error.operation) in \(error.path): \(error.cause); "
                    + (MembershipAdvice.text(for: error.path)
                        ?? "reading wants membership in the desk's group, writing its user"),
                .inputOutput)
        case .inputOutput: self.init(error.description, .inputOutput)
        default: self.init(error.description, error.isTransient ? .waiting : .inputOutput)
        }
    }
}
