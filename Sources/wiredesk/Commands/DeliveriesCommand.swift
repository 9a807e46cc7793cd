import ArgumentParser
import ArticleQuery
import NewsModel
import Presentation

extension Outcome: ExpressibleByArgument {}

/// `wiredesk deliveries`: what became of every file.
struct DeliveriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliveries",
        abstract: "List what became of files, the newest first.",
        discussion: """
            Every file that was taken is here: stored, duplicate, or rejected with a stage and a reason code \
            (docs/reasons.md). The original of each is kept; read it again with wiredesk retry ID.

            EXAMPLES
              wiredesk deliveries --outcome rejected --since 24h
              wiredesk deliveries --json | jq -r 'select(.code == "too-large") | .name'
            """)

    @Option(name: .long, help: "Only those that ended so: stored, duplicate or rejected.")
    var outcome: Outcome?

    @Option(
        name: .long, help: ArgumentHelp("That came since then: 2024-05-03, 2024, 2h, 7d, yesterday.", valueName: "time")
    )
    var since: Moment?

    @OptionGroup var page: PageOptions
    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let archive = try state.openArchive()
            let filter = DeliveryFilter(outcome: outcome, since: since?.first)
            let shown = try page.show { limit, cursor in
                try archive.deliveries(filter, limit: limit, after: cursor)
            } show: { delivery in
                StandardOutput.item(isJSON: page.json, delivery.json, DeliveryText.line(delivery))
            }
            if shown == 0 { throw ExitCode(ExitStatus.negative.rawValue) }
        }
    }
}
