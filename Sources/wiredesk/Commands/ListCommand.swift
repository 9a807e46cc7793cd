import ArgumentParser
import ArticleQuery
import Presentation

/// `wiredesk list`: the newest articles.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List articles, the newest first.",
        discussion: """
            Articles under embargo are marked; those that were withdrawn are left out unless --all or --withdrawn is \
            given.

            With words, those that have all of them, in any inflected form; words mean what they do in wiredesk \
            search.

            EXAMPLES
              wiredesk list --since yesterday --outlet times
              wiredesk list --collection politics --json | jq -r .url
              wiredesk list --since 30d --count-by outlet
              wiredesk list 'story:7tep minister'
              wiredesk list --person 'Benny Gantz' --place Morocco
            """)

    @Argument(help: ArgumentHelp("Words that the articles must have, as for search.", valueName: "words"))
    var words: [String] = []

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
            let filter = names.applied(to: filters.filter)
            let query = words.isEmpty ? nil : TypedQuery.text(words)
            if study.method {
                // Each article has one language or none.
                let matched = try archive.counts(by: .language, filter, query: query, isExact: false).reduce(0) {
                    $0 + $1.count
                }
                return StandardOutput.line(
                    try study.method(
                        command: "list", query: query, matched: matched, archive, given: filters.given + names.given,
                        isJSON: page.json))
            }
            try TypedQuery.tell(query, filter, isExact: false, archive)
            if let key = counting.countBy {
                return try counting.show(
                    try counting.counts(by: key, filter, query: query, isExact: false, archive), page)
            }
            func fetch(_ limit: Int, _ cursor: PageCursor?) throws -> Page<ArticleSummary> {
                try archive.list(filter, query: query, isExact: false, limit: limit, after: cursor)
            }
            func show(_ article: ArticleSummary) {
                StandardOutput.item(isJSON: page.json, article.json, ArticleLine.text(article))
            }
            let shown =
                if let size = study.sample { try study.show(size, fetch: fetch, id: \.id, show: show) } else {
                    try page.show(fetch: fetch, show: show)
                }
            if shown == 0 { throw study.nothingFound(query, filters, names) }
        }
    }
}
