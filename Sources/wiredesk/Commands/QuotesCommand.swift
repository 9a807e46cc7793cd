import ArgumentParser
import ArticleQuery
import Presentation

/// `wiredesk quotes`: who said what.
struct QuotesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quotes",
        abstract: "List what people said, with title and source.",
        discussion: """
            Quotations of the current versions, those of the newest articles first. --by takes words of the \
            speaker's name, so that a surname is enough; --about takes words that the quotation itself has, in any \
            form. Quotations with the same words tell who carried them first. Quotations and speakers that are \
            uncertain (confidence under 0.5) are shown with --all only.

            EXAMPLES
              wiredesk quotes --by Gantz --since 2024-10-01 --until 2024-10-31
              wiredesk quotes --org "Defense Ministry" --about agreement
              wiredesk quotes --about '"cease fire"' --json | jq -r .speaker
            """)

    @Option(name: .customLong("by"), help: ArgumentHelp("Words of the speaker's name.", valueName: "name"))
    var speaker: String?

    @Option(name: .customLong("org"), help: ArgumentHelp("A part of the speaker's organisation.", valueName: "name"))
    var organization: String?

    @Option(name: .long, help: ArgumentHelp("Words that the quotation has.", valueName: "query"))
    var about: String?

    @OptionGroup var filters: FilterOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let archive = try state.openArchive()
            // Who said something first is asked of every copy.
            let filter = filters.unfoldedPublishable
            let shown = try page.show { limit, cursor in
                try archive.quotations(
                    QuotationRequest(
                        speaker: speaker, organization: organization, about: about, filter: filter,
                        includesUncertain: filters.all, limit: limit, cursor: cursor))
            } show: { quotation in
                StandardOutput.item(isJSON: page.json, quotation.json, QuotationLines.text(quotation))
            }
            if shown == 0 { throw ExitCode(ExitStatus.negative.rawValue) }
        }
    }
}
