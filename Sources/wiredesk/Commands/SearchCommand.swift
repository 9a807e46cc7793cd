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
            Type what you remember. Articles come by how much of it they answer: rare words count most, words as \
            typed more than their other forms, the headline more than the text, and small words nothing. What is \
            misspelled is looked for as it may be meant, which is said. What must be there is marked: "phrases", \
            +word, NOT or -word, AND, OR, near(a b, 5), and words before a colon:
            \(QueryHelp.fields)
            Articles that were withdrawn or are under embargo are left out unless --all, --withdrawn or --embargoed \
            is given.

            EXAMPLES
              wiredesk search ministries budget
              wiredesk search '"strategic alliance" -football' --since 7d
              wiredesk search 'headline:flood outlet:gazette' --sort date --json
              wiredesk search 'why did the harbour bridge open late' --explain
              wiredesk search flood --count-by month
              wiredesk search -storm harbour
            """)

    @Argument(help: ArgumentHelp("What to look for.", valueName: "words"))
    var words: [String]

    @Option(name: .long, help: "The order: relevance or date.")
    var sort: Sort = .relevance

    @Flag(
        name: .long,
        help: "Only the words as they stand, without their inflected forms and what they may have been meant for.")
    var exact = false

    @Flag(name: .long, help: "Show what each word brought to the score of each hit.")
    var explain = false

    @OptionGroup var filters: FilterOptions
    @OptionGroup var names: NameOptions
    @OptionGroup var counting: CountOptions
    @OptionGroup var study: StudyOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var state: StateOptions

    func validate() throws {
        try counting.validate(beside: page)
        try study.validate(beside: page, counting)
    }

    func run() throws {
        try Failure.guarding {
            let archive = try state.openArchive()
            let query = TypedQuery.text(words)
            let filter = names.applied(to: filters.publishable)
            if study.method {
                let matched = try Self.hits(query, filter, isExact: exact, archive)
                return StandardOutput.line(
                    try study.method(
                        command: exact ? "search --exact" : "search", query: query, matched: matched, archive,
                        given: filters.given + names.given, isJSON: page.json))
            }
            if let key = counting.countBy {
                try TypedQuery.tell(query, filter, isExact: exact, archive)
                return try counting.show(
                    try counting.counts(by: key, filter, query: query, isExact: exact, archive), page)
            }
            var told: Set<String> = []
            var notes: [String] = []
            func tell(_ notes: [String]) {
                for note in notes where told.insert(note).inserted {
                    StandardError.line("note: \(TerminalText.line(note))")
                }
            }
            func fetch(_ limit: Int, _ cursor: PageCursor?) throws -> Page<SearchHit> {
                let result = try archive.search(
                    SearchRequest(
                        query: query, filter: filter,
                        order: sort == .date ? .date : .relevance, isExact: exact, limit: limit, cursor: cursor))
                notes =
                    result.notes.map(\.description)
                    + (result.isBounded ? ["the words are common: only the newest articles with them were ranked"] : [])
                tell(notes)
                return result.page
            }
            func show(_ hit: SearchHit) {
                if page.json {
                    StandardOutput.line(hit.json(notes: notes, isExplained: explain).line)
                } else {
                    StandardOutput.text(SearchHitText.text(hit) + (explain ? SearchHitText.explanation(hit) : ""))
                }
            }
            let shown =
                if let size = study.sample { try study.show(size, fetch: fetch, id: \.article.id, show: show) } else {
                    try page.show(fetch: fetch, show: show)
                }
            if shown == 0 { throw study.nothingFound(query, filters, names) }
        }
    }

    /// How many hits there are on all pages.
    private static func hits(
        _ query: String, _ filter: ArticleFilter, isExact: Bool, _ archive: any ArticleArchive
    ) throws -> Int {
        var count = 0
        var cursor: PageCursor?
        repeat {
            let page = try archive.search(
                SearchRequest(query: query, filter: filter, isExact: isExact, limit: 1_000, cursor: cursor)
            ).page
            count += page.items.count
            cursor = page.items.isEmpty ? nil : page.next
        } while cursor != nil
        return count
    }
}
