import ArgumentParser
import ArticleQuery
import Export
import NewsModel
import Presentation

/// What somebody who studies the archive needs of a list: a sample that others can draw again, and how it came about.
struct StudyOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("Draw so many articles at random; --seed draws the same ones again.", valueName: "n"))
    var sample: Int?

    @Option(name: .long, help: ArgumentHelp("The number that a sample is drawn by. Default: 0.", valueName: "s"))
    var seed: UInt64?

    @Flag(
        name: .long,
        help:
            "Tell what was asked of which archive (query, filters, articles, last delivery, versions) in place of articles."
    )
    var method = false

    func validate(beside page: PageOptions, _ counting: CountOptions) throws {
        if let sample { guard sample > 0 else { throw ValidationError("--sample is a number above 0") } }
        guard seed == nil || sample != nil else { throw ValidationError("--seed wants --sample") }
        guard sample == nil || page.after == nil && page.limit == nil && counting.countBy == nil else {
            throw ValidationError("--sample goes with none of --limit, --after and --count-by")
        }
        guard !method || page.after == nil else {
            throw ValidationError("--method tells of all pages; leave --after out")
        }
    }

    /// Fetches all pages and shows a sample of their items in the order of the list; tells how many were shown.
    func show<Item>(
        _ size: Int, fetch: (_ limit: Int, _ cursor: PageCursor?) throws -> Page<Item>, id: (Item) -> ArticleID,
        show: (Item) -> Void
    ) throws -> Int {
        var sample = ReproducibleSample<Item>(size: size, seed: seed ?? 0)
        var next: PageCursor?
        repeat {
            let page = try fetch(500, next)
            for item in page.items { sample.offer(item, id(item)) }
            next = page.items.isEmpty ? nil : page.next
        } while next != nil
        let items = sample.items
        for item in items { show(item) }
        StandardError.line("note: \(items.count) of \(sample.population) articles, drawn with --seed \(seed ?? 0)")
        return items.count
    }

    /// That no article answers to what was asked, in the words in which it was asked.
    func nothingFound(_ query: String?, _ filters: FilterOptions, _ names: NameOptions) -> any Error {
        let asked = [query].compactMap { $0 } + filters.given + names.given
        return Failure.message(
            asked.isEmpty
                ? "the archive has no articles yet"
                : "no article matches \(TerminalText.line(Self.shortened(asked.joined(separator: " "))))",
            .negative)
    }

    /// Letters of a question that a message repeats; more fill the screen.
    private static let shownLetters = 200

    private static func shortened(_ text: String) -> String {
        text.count > shownLetters ? text.prefix(shownLetters) + "…" : text
    }

    /// What was asked, of which archive, and how many articles answered.
    func method(
        command: String, query: String?, matched: Int, _ archive: any ArticleArchive, given: [String], isJSON: Bool
    ) throws -> String {
        let status = try archive.status()
        let drawn = sample.map { ["--sample=\($0)", "--seed=\(seed ?? 0)"] } ?? []
        let facts: [(String, String, JSONOutput)] = [
            ("command", "command", .text(command)),
            ("query", "query", .text(query)),
            ("filters", "filters", .texts(given + drawn)),
            ("matched", "articles that match", .integer(matched)),
            ("articles", "articles in the archive", .integer(status.counters.articles)),
            ("versions", "versions of them", .integer(status.counters.versions)),
            (
                "last_delivery", "last article delivered",
                .text(status.last.map { UTCInstant(milliseconds: $0.received).description })
            ),
            ("asked", "asked", .text(UTCInstant(milliseconds: Moment.present).description)),
            ("program", "program", .text("wiredesk \(Wiredesk.version)")),
        ]
        if isJSON { return JSONOutput.object(facts.map { ($0.0, $0.2) }).line }
        let width = facts.map(\.1.count).max() ?? 0
        return facts.map { $0.1.rightPadded(width) + "  " + Self.shown($0.2) }.joined(separator: "\n")
    }

    private static func shown(_ value: JSONOutput) -> String {
        switch value {
        case .text(let text): TerminalText.line(text)
        case .integer(let number): "\(number)"
        case .list(let list): list.isEmpty ? "none" : list.map(shown).joined(separator: " ")
        default: "none"
        }
    }
}
