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

            With an article's id the quotations of it are listed with their numbers, uncertain ones too. --speaker and \
            --nobody say who speaks in one of them; that wins wherever it is shown, found and counted, also after \
            reread and rebuild. --undo takes it back.

            EXAMPLES
              wiredesk quotes --by Gantz --since 2024-10-01 --until 2024-10-31
              wiredesk quotes --org "Defense Ministry" --about agreement
              wiredesk quotes --about '"cease fire"' --json | jq -r .speaker
              wiredesk quotes 7tep
              wiredesk quotes 7tep 3 --speaker "Benny Gantz"
              wiredesk quotes 7tep 4 --nobody
            """)

    @Argument(help: ArgumentHelp("The id of an article.", valueName: "id"), completion: Completions.articles)
    var id: String?

    @Argument(help: ArgumentHelp("The number of a quotation of it.", valueName: "number"))
    var number: Int?

    @OptionGroup var correction: SpeakerOptions

    @Option(name: .customLong("by"), help: ArgumentHelp("Words of the speaker's name.", valueName: "name"))
    var speaker: String?

    @Option(name: .customLong("org"), help: ArgumentHelp("A part of the speaker's organisation.", valueName: "name"))
    var organization: String?

    @Option(name: .long, help: ArgumentHelp("Words that the quotation has.", valueName: "query"))
    var about: String?

    @OptionGroup var filters: FilterOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var state: StateOptions

    func validate() throws {
        guard id == nil || speaker == nil && organization == nil && about == nil else {
            throw ValidationError("name an article, or say whose quotations, not both")
        }
        guard correction.isGiven == (number != nil) else {
            throw ValidationError("name an article, the number of a quotation, and --speaker, --nobody or --undo")
        }
    }

    func run() throws {
        try Failure.guarding {
            let archive = try state.openArchive()
            if let id {
                let quoted = try ArticleQuotations(id, archive)
                guard let number else { return try quoted.show(isJSON: page.json) }
                return try state.ask(.correct(try quoted.correction(of: number, correction)))
            }
            // Who said something first is asked of every copy.
            let filter = filters.unfoldedPublishable
            let about = about.map { TypedQuery.text([$0]) }
            try TypedQuery.tell(about, filter, isExact: false, for: .quotations, archive)
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
