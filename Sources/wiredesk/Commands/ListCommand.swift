import Archive
import ArgumentParser
import ArticleQuery

/// `wiredesk list`: the newest articles.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List articles, the newest first.",
        discussion: """
            Articles under embargo are marked; those that were withdrawn are left out unless --all or --withdrawn is given.

            With words, those that have all of them, in any inflected form; words mean what they do in wiredesk search.

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
    @OptionGroup var page: PageOptions
    @OptionGroup var state: StateOptions

    func validate() throws { try counting.validate(beside: page) }

    func run() throws {
        try Failure.guarding {
            let archive = try ArchiveReader.open(state: state.resolve().state)
            let filter = names.applied(to: filters.filter)
            let query = words.isEmpty ? nil : words.joined(separator: " ")
            if let key = counting.countBy {
                return try counting.show(try archive.counts(by: key, filter, query: query), page)
            }
            let shown = try page.show { limit, cursor in
                try archive.list(filter, query: query, limit: limit, after: cursor)
            } show: { article in
                StandardOutput.line(page.json ? article.json.line : ArticleLine.text(article))
            }
            if shown == 0 { throw ExitCode(ExitStatus.negative.rawValue) }
        }
    }
}

/// An article in lists for people.
enum ArticleLine {
    /// Two lines: where it is from, and its headline.
    static func text(_ article: ArticleSummary) -> String {
        var parts = [TerminalText.styled(article.id.description, .yellow)]
        parts.append(article.published.map { String($0.description.prefix(10)) } ?? Timestamp.local(article.sortTime))
        if let outlet = article.outlet { parts.append(TerminalText.line(outlet)) }
        if !article.authors.isEmpty { parts.append(TerminalText.line(article.authors.joined(separator: ", "))) }
        if !article.collection.isEmpty { parts.append(TerminalText.line("[\(article.collection)]")) }
        if article.version > 1 { parts.append("version \(article.version)") }
        if article.isWithdrawn { parts.append(TerminalText.styled("WITHDRAWN", .red)) }
        if let embargo = article.embargo, embargo.instantMilliseconds > Timestamp.now {
            parts.append(TerminalText.styled("EMBARGO until \(embargo)", .red))
        }
        let headline = TerminalText.line(article.headline ?? article.file)
        return parts.joined(separator: "  ") + "\n  " + TerminalText.styled(headline, .bold)
    }
}
