import ArgumentParser
import ArticleQuery
import Presentation

/// `wiredesk search`: finds articles.
struct SearchCommand: ParsableCommand {
    /// In which order hits come.
    enum Sort: String, ExpressibleByArgument, CaseIterable {
        case relevance, date
    }

    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find articles by their words.",
        discussion: """
            Type words; articles that have all of them are found, in any inflected form and without regard to case and accents.
            Phrases in quotation marks, prefix*, AND, OR, NOT or -word, near(a b, 5), and words before a colon narrow it:
            \(QueryHelp.fields)
            Articles that were withdrawn or are under embargo are left out unless --all, --withdrawn or --embargoed is given.

            EXAMPLES
              wiredesk search ministries budget
              wiredesk search '"strategic alliance" -football' --since 7d
              wiredesk search 'headline:flood outlet:gazette' --sort date --json
              wiredesk search flood --count-by month
            """)

    @Argument(help: ArgumentHelp("What to look for.", valueName: "words"))
    var words: [String]

    @Option(name: .long, help: "The order: relevance or date.")
    var sort: Sort = .relevance

    @Flag(name: .long, help: "Only the words as they stand, without their inflected forms.")
    var exact = false

    @OptionGroup var filters: FilterOptions
    @OptionGroup var names: NameOptions
    @OptionGroup var counting: CountOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var state: StateOptions

    func validate() throws { try counting.validate(beside: page) }

    func run() throws {
        try Failure.guarding {
            let archive = try state.openArchive()
            let query = words.joined(separator: " ")
            let filter = names.applied(to: filters.publishable)
            if let key = counting.countBy {
                return try counting.show(
                    try archive.counts(by: key, filter, query: query, isExact: exact), page)
            }
            var notes: [String] = []
            let shown = try page.show { limit, cursor in
                let result = try archive.search(
                    SearchRequest(
                        query: query, filter: filter,
                        order: sort == .date ? .date : .relevance, isExact: exact, limit: limit, cursor: cursor))
                notes = result.notes.map(\.description)
                if result.isBounded {
                    notes.append("the words are common: only the newest articles with them were ranked")
                }
                return result.page
            } show: { hit in
                StandardOutput.line(page.json ? hit.json.line : SearchHitText.text(hit))
            }
            for note in notes { StandardError.line("note: \(TerminalText.line(note))") }
            if shown == 0 { throw ExitCode(ExitStatus.negative.rawValue) }
        }
    }
}
