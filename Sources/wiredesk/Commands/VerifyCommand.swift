import ArgumentParser
import Desk
import DeskProtocol
import Foundation
import Presentation
import Synchronization

/// `wiredesk verify`: the originals compared with their hashes.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compare all kept originals with their hashes, behind all other work.",
        discussion: """
            Where a desk runs it does so in the background, and wiredesk status says how far it is; with --wait, and where no desk runs,
            the command ends with it: 0 when all are whole, 1 when some are missing or damaged.

            EXAMPLES
              wiredesk verify
              wiredesk verify --wait
            """)

    @Flag(name: .long, help: "End when it has ended.")
    var wait = false

    @OptionGroup var state: StateOptions

    /// Seconds between two questions how far it is.
    private static let pause = 0.5

    func run() throws {
        try Failure.guarding {
            let configuration = try state.resolve()
            let bar = ProgressBar("Verifying", unit: "originals")
            do {
                var live = try ask(.verify, configuration)
                guard wait else {
                    StandardOutput.line(
                        "The desk compares the originals with their hashes; wiredesk status says how far it is.")
                    return
                }
                while let verification = live.verification, verification.ended == nil {
                    bar.show(verification.checked, of: verification.total)
                    Thread.sleep(forTimeInterval: Self.pause)
                    live = try ask(.status, configuration)
                }
                try conclude(live.verification, bar)
            } catch ControlClient.Failure.notRunning {
                let scrub = OriginalsScrub(state: configuration.state)
                let ended = DispatchSemaphore(value: 0)
                scrub.start { _ in ended.signal() }
                while ended.wait(timeout: .now() + Self.pause) == .timedOut {
                    if let verification = scrub.state { bar.show(verification.checked, of: verification.total) }
                }
                try conclude(scrub.state, bar)
            }
        }
    }

    private func ask(_ request: ControlRequest, _ configuration: DeskConfiguration) throws -> LiveStatus {
        switch try ControlClient.ask(state: configuration.state, request) {
        case .status(let live): return live
        case .failed(let failure): throw failure
        default: throw Failure.noResult
        }
    }

    private func conclude(_ verification: LiveStatus.Verification?, _ bar: ProgressBar) throws {
        bar.end()
        guard let verification else { throw Failure.message("the desk gave no result", .inputOutput) }
        if let failure = verification.failure { throw Failure.message(TerminalText.line(failure), .inputOutput) }
        for damaged in verification.damaged { StandardError.line("wiredesk: \(TerminalText.line(damaged))") }
        if verification.damagedCount > verification.damaged.count {
            StandardError.line("wiredesk: and \(verification.damagedCount - verification.damaged.count) more")
        }
        StandardOutput.line("\(verification.checked) originals read, \(verification.damagedCount) missing or damaged.")
        if verification.damagedCount > 0 { throw ExitCode(ExitStatus.negative.rawValue) }
    }
}
