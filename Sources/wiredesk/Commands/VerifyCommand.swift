import Archive
import ArgumentParser
import ArticleQuery
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
            Where a desk runs it does so in the background, and wiredesk status says how far it is; with --wait, and \
            where no desk runs, the command ends with it: 0 when all are whole, 1 when some are missing or damaged. \
            Each is named with the file that was dropped: the same file dropped again mends it. With --heal-from the \
            command reads the originals itself and takes those that are missing or damaged from a backup; only root \
            and the desk's user may.

            EXAMPLES
              wiredesk verify
              wiredesk verify --wait
              sudo wiredesk verify --heal-from /backup/wiredesk
            """)

    @Flag(name: .long, help: "End when it has ended.")
    var wait = false

    @Option(
        name: .long,
        help: ArgumentHelp("Write missing and damaged originals again from this backup.", valueName: "backup"),
        completion: .directory)
    var healFrom: String?

    @OptionGroup var state: StateOptions

    /// Seconds between two questions how far it is.
    private static let pause = 0.5

    func run() throws {
        try Failure.guarding {
            let configuration = try state.resolve()
            let bar = ProgressBar("Verifying", unit: "originals")
            if let healFrom { return try heal(from: healFrom, configuration, bar) }
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
                try conclude(scrubbed(configuration, bar).state, bar)
            }
        }
    }

    /// Compares the originals in this process.
    private func scrubbed(_ configuration: DeskConfiguration, _ bar: ProgressBar) -> OriginalsScrub {
        let scrub = OriginalsScrub(state: configuration.state, retention: configuration.retention)
        let ended = DispatchSemaphore(value: 0)
        scrub.start { _ in ended.signal() }
        while ended.wait(timeout: .now() + Self.pause) == .timedOut {
            if let verification = scrub.state { bar.show(verification.checked, of: verification.total) }
        }
        bar.end()
        return scrub
    }

    /// Has the desk write what is missing or damaged again from the originals of a backup.
    private func heal(from backup: String, _ configuration: DeskConfiguration, _ bar: ProgressBar) throws {
        guard FileManager.default.fileExists(atPath: backup + "/originals") else {
            throw Failure.message(
                "there are no originals in \(backup); name a folder that wiredesk backup made", .usage)
        }
        let scrub = scrubbed(configuration, bar)
        if let failure = scrub.state?.failure { throw Failure.message(TerminalText.line(failure), .inputOutput) }
        let copies = OriginalReader(state: StateFolder(backup))
        let desk = configuration.reachableDesk
        defer { desk.end() }
        var healed = 0
        for damaged in scrub.damaged {
            do {
                _ = try desk.ask(.heal(original: damaged.sha256.hex), passing: try copies.open(damaged.sha256))
                healed += 1
            } catch let error as ArchiveError where error.isDamage {
                notHealed(damaged, because: error.cause)
            } catch let failure as ControlFailure where failure.kind == .failed {
                notHealed(damaged, because: failure.description)
            }
        }
        let left = scrub.damaged.count - healed
        StandardOutput.line(
            "\(scrub.state?.checked ?? 0) originals read, \(healed) healed, \(left) left missing or damaged.")
        let unknown = scrub.state?.unknown ?? 0
        tell(unknown: unknown)
        if left + unknown > 0 { throw ExitCode(ExitStatus.negative.rawValue) }
    }

    private func notHealed(_ damaged: DamagedOriginal, because reason: String) {
        StandardError.line(
            "wiredesk: \(TerminalText.line("\(damaged)")); not healed from the backup: \(TerminalText.line(reason))")
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
        tell(unknown: verification.unknown)
        if verification.damagedCount + verification.unknown > 0 { throw ExitCode(ExitStatus.negative.rawValue) }
    }

    private func tell(unknown: Int) {
        guard unknown > 0 else { return }
        StandardError.line(
            "wiredesk: \(unknown) more originals are not in the database; stop the desk and run: wiredesk rebuild --missing"
        )
    }
}
