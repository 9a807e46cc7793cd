import Archive
import ArgumentParser
import Foundation
import NewsModel
import Presentation

/// `wiredesk prune`: what is past its term removed.
struct PruneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Remove what is past its term, as the configuration says.",
        discussion: """
            Nothing has a term unless the configuration gives it one under `retention`. The desk prunes once a day \
            by itself. Works through the running desk, or by itself where none runs; only root and the desk's user \
            may remove.

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
            let desk = configuration.reachableDesk
            defer { desk.end() }
            guard case .pruned(let pruned) = try desk.ask(.prune) else { throw Failure.noResult }
            StandardOutput.line("Removed: \(Self.text(pruned)).")
        }
    }

    private static func text(_ pruning: Pruning) -> String {
        "\(pruning.articles) articles, \(pruning.originals) originals (\(ByteCount.text(pruning.originalsBytes)))"
            + ", \(pruning.deliveries) deliveries without articles"
    }
}
