import Archive
import ArgumentParser
import ArticleQuery
import NewsModel

extension Outcome: ExpressibleByArgument {}

/// `wiredesk deliveries`: what became of every file.
struct DeliveriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliveries",
        abstract: "List what became of files, the newest first.",
        discussion: """
            Every file that was taken is here: stored, duplicate, or rejected with a stage and a reason code (docs/reasons.md). The
            original of each is kept; read it again with wiredesk retry ID.

            EXAMPLES
              wiredesk deliveries --outcome rejected --since 24h
              wiredesk deliveries --json | jq -r 'select(.code == "too-large") | .name'
            """)

    @Option(name: .long, help: "Only those that ended so: stored, duplicate or rejected.")
    var outcome: Outcome?

    @Option(name: .long, help: ArgumentHelp("That came since then: 2024-05-03, 2h, 7d, yesterday.", valueName: "time"))
    var since: Moment?

    @OptionGroup var page: PageOptions
    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let archive = try ArchiveReader.open(state: state.resolve().state)
            let filter = DeliveryFilter(outcome: outcome, since: since?.first)
            let shown = try page.show { limit, cursor in
                try archive.deliveries(filter, limit: limit, after: cursor)
            } show: { delivery in
                StandardOutput.line(page.json ? delivery.json.line : Self.text(delivery))
            }
            if shown == 0 { throw ExitCode(ExitStatus.negative.rawValue) }
        }
    }

    private static func text(_ delivery: DeliveryRecord) -> String {
        let outcome = delivery.outcome
        let style: TerminalText.Style =
            switch outcome {
            case .stored: .green
            case .duplicate: .dim
            case .rejected: .red
            case nil: .yellow
            }
        let word = outcome?.rawValue ?? "unfinished"
        var line = "\(delivery.id)".leftPadded(6) + "  " + Timestamp.local(delivery.received) + "  "
        line += TerminalText.styled(word.rightPadded(9), style) + "  " + delivery.path.display
        if delivery.articles > 1 { line += "  \(delivery.articles) articles" }
        if delivery.isPartial { line += "  partial" }
        if let retried = delivery.retryOf { line += "  retry of \(retried)" }
        if delivery.isReplaced { line += "  replaced by a retry" }
        if let code = delivery.code { line += "\n        \(code): \(TerminalText.line(delivery.message ?? ""))" }
        return line
    }
}

extension String {
    func leftPadded(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
    func rightPadded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
