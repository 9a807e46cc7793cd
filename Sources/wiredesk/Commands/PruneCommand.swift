import Archive
import ArgumentParser
import Desk
import Foundation
import NewsModel

/// `wiredesk prune`: what is past its term removed.
struct PruneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Remove what is past its term, as the configuration says.",
        discussion: """
            Nothing has a term unless the configuration gives it one under `retention`. The desk prunes once a day by itself. Works
            through the running desk, or by itself where none runs; only root and the desk's user may remove.

            EXAMPLES
              wiredesk prune --dry-run
              sudo wiredesk prune
            """)

    @Flag(name: .long, help: "Say what would go, and remove nothing.")
    var dryRun = false

    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let configuration = try state.resolve()
            guard !configuration.retention.keepsEverything else {
                StandardOutput.line("Nothing has a term: the configuration sets no `retention`.")
                return
            }
            if dryRun {
                let archive = try ArchiveReader.open(state: configuration.state)
                let now = Int64(Date().timeIntervalSince1970 * 1000)
                let plan = try archive.planPruning(configuration.retention, now: now)
                StandardOutput.line("Would go: \(Self.text(plan.sum)).")
                return
            }
            let desk = QuietDesk(configuration)
            defer { desk.stop() }
            let reply = try desk.answer(ControlRequest(command: .prune)) { desk, _ in desk.prune() }
            guard let pruned = reply.pruned else {
                throw Failure.message(
                    TerminalText.line(reply.error ?? "the desk gave no result"),
                    reply.isTemporary == true ? .waiting : .inputOutput)
            }
            StandardOutput.line("Removed: \(Self.text(pruned)).")
        }
    }

    private static func text(_ pruning: Pruning) -> String {
        "\(pruning.articles) articles, \(pruning.originals) originals (\(Bytes.text(pruning.originalsBytes)))"
            + ", \(pruning.deliveries) deliveries without articles"
    }
}
