import ArgumentParser
import ArticleQuery
import Export

/// Which articles a command is about.
struct FilterOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Published (or else delivered) since then: 2024-05-03, 2024, 2h, 7d, yesterday.", valueName: "time"))
    var since: Moment?

    @Option(
        name: .long,
        help: ArgumentHelp("Published (or else delivered) until then, that day included.", valueName: "time"))
    var until: Moment?

    @Option(
        name: .long, help: ArgumentHelp("A part of the outlet's name.", valueName: "name"),
        completion: Completions.outlets)
    var outlet: String?

    @Option(name: .long, help: ArgumentHelp("A part of an author's name.", valueName: "name"))
    var author: String?

    @Option(
        name: .long, help: ArgumentHelp("The language, such as en or English.", valueName: "code"),
        completion: Completions.languages)
    var language: String?

    @Option(
        name: .long, help: ArgumentHelp("The collection, such as politics/2024.", valueName: "name"),
        completion: Completions.collections)
    var collection: String?

    @Option(
        name: .long, help: ArgumentHelp("The story, by its id or a beginning of it.", valueName: "id"),
        completion: Completions.articles)
    var story: String?

    @Option(
        name: .long, help: ArgumentHelp("With this tag, as it was given.", valueName: "name"),
        completion: Completions.tags)
    var tag: [String] = []

    @Flag(name: .long, help: "Every copy of a text, and withdrawn articles and in a search embargoed ones too.")
    var all = false

    @Flag(name: .long, help: "Only articles that their provider has withdrawn.")
    var withdrawn = false

    @Flag(
        name: .long,
        help: "Only articles that another source has withdrawn than sent them; correct ID withdrawn yes|no decides.")
    var disputed = false

    @Flag(name: .long, help: "Only articles whose embargo is not over.")
    var embargoed = false

    func validate() throws {
        guard [all, withdrawn, disputed, embargoed].filter({ $0 }).count < 2 else {
            throw ValidationError("one of --all, --withdrawn, --disputed and --embargoed is enough")
        }
    }

    /// Those that a list shows: withdrawn ones only when asked for.
    var filter: ArticleFilter { filter(.notWithdrawn) }

    /// Those that a search finds: withdrawn and embargoed ones only when asked for. The clock decides again with each call.
    var publishable: ArticleFilter { filter(.publishable(at: Moment.present)) }

    /// As `filter`, with every copy of a text: what is taken out is taken out whole.
    var unfolded: ArticleFilter { Self.unfolded(filter) }

    /// As `publishable`, with every copy of a text.
    var unfoldedPublishable: ArticleFilter { Self.unfolded(publishable) }

    /// The options that were given, as they are typed.
    var given: [String] {
        let values: [(String, String?)] = [
            ("since", since.map { UTCInstant(milliseconds: $0.first).description }),
            ("until", until.map { UTCInstant(milliseconds: $0.last).description }), ("outlet", outlet),
            ("author", author), ("language", language), ("collection", collection), ("story", story),
        ]
        let flags = [("all", all), ("withdrawn", withdrawn), ("disputed", disputed), ("embargoed", embargoed)]
        return (values + tag.map { ("tag", $0) }).compactMap { name, value in value.map { "--\(name)=\($0)" } }
            + flags.filter(\.1).map { "--\($0.0)" }
    }

    private static func unfolded(_ filter: ArticleFilter) -> ArticleFilter {
        var filter = filter
        filter.foldsCopies = false
        return filter
    }

    private func filter(_ usual: Availability) -> ArticleFilter {
        let availability: Availability =
            all
            ? .all
            : withdrawn ? .withdrawn : disputed ? .disputed : embargoed ? .embargoed(at: Moment.present) : usual
        var filter = ArticleFilter(
            since: since?.first, until: until?.last, outlet: outlet, author: author,
            language: language.map { LanguageCode(typed: $0)?.text ?? $0 }, collection: collection,
            availability: availability, story: story, foldsCopies: !all)
        filter.conditions = tag.map { .tag($0) }
        return filter
    }
}

/// How much of a list is wanted, and in which form.
struct PageOptions: ParsableArguments {
    /// Lines on a terminal unless --limit says otherwise: about a screenful.
    static let onTerminal = 20

    @Option(name: .long, help: ArgumentHelp("At most so many. Default: 20 on a terminal, else all.", valueName: "n"))
    var limit: Int?

    @Option(
        name: .long, help: ArgumentHelp("Go on where a page ended, with the word that it gave.", valueName: "cursor"))
    var after: String?

    @Flag(name: .long, help: "One JSON object a line.")
    var json = false

    func validate() throws {
        if let limit { guard limit > 0 else { throw ValidationError("--limit is a number above 0") } }
        if let after {
            guard PageCursor(after) != nil else {
                throw ValidationError("--after takes the word that the last page gave")
            }
        }
    }

    var cursor: PageCursor? { after.flatMap { PageCursor($0) } }

    /// Fetches pages until there are enough and shows each item; tells how many were shown.
    func show<Item: Sendable>(
        fetch: (_ limit: Int, _ cursor: PageCursor?) throws -> Page<Item>, show: (Item) -> Void
    ) throws -> Int {
        var left = limit ?? (StandardOutput.isTerminal && !json ? Self.onTerminal : .max)
        var next = cursor
        var shown = 0
        repeat {
            let page = try fetch(min(left, 500), next)
            for item in page.items { show(item) }
            shown += page.items.count
            left -= page.items.count
            next = page.items.isEmpty ? nil : page.next
        } while left > 0 && next != nil
        if let next { StandardError.line("more with: --after \(next)") }
        return shown
    }
}
