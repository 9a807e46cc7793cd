import ArticleQuery

/// What a search's address asks for.
struct SearchParameters: Sendable {
    /// Why an address is no search.
    struct Refusal: Error, Equatable {
        var name: String
        var value: String
        var wanted: String
    }

    /// The most hits on a page.
    static let mostOnPage = 100

    /// The words; nil where none were typed.
    var words: String?
    /// Which articles.
    var filter: ArticleFilter
    /// The order of hits.
    var order: SearchRequest.Order
    /// Whether months are told as shares of all articles under the same filters.
    var showsShare: Bool
    /// Hits on a page.
    var limit: Int
    /// Where the page begins.
    var cursor: PageCursor?

    /// - Throws: `Refusal`.
    init(_ parameters: FormParameters) throws(Refusal) {
        words = parameters["q"]?.contains { !$0.isWhitespace } == true ? parameters["q"] : nil
        let since = try Self.moment("since", parameters)?.first
        let until = try Self.moment("until", parameters)?.last
        let copies = try Self.choice("copies", parameters, ["without", "with"])
        order = try Self.choice("sort", parameters, ["relevance", "date"]) == "date" ? .date : .relevance
        showsShare = try Self.flag("share", parameters)
        let names: [NameCondition] = [
            ("person", NameCondition.Role.person), ("organization", .organization), ("place", .place),
        ].flatMap { name, role in parameters.all(name).map { NameCondition(role, $0) } }
        filter = ArticleFilter(
            since: since, until: until, outlet: parameters["outlet"], author: parameters["author"],
            language: parameters["language"], collection: parameters["folder"],
            availability: words == nil ? .notWithdrawn : .publishable(at: Moment.present), names: names,
            foldsCopies: copies != "with")
        filter.conditions =
            parameters.all("format").map { .format($0) } + parameters.all("tag").map { .tag($0) }
        limit = 20
        if let text = parameters["limit"] {
            guard let number = Int(text), (1...Self.mostOnPage).contains(number) else {
                throw Refusal(name: "limit", value: text, wanted: "a number from 1 to \(Self.mostOnPage)")
            }
            limit = number
        }
        cursor = try Self.cursor(parameters)
    }

    /// Where a page of any list begins.
    static func cursor(_ parameters: FormParameters) throws(Refusal) -> PageCursor? {
        guard let text = parameters["after"] else { return nil }
        guard let cursor = PageCursor(text) else {
            throw Refusal(name: "after", value: text, wanted: "the word that the page before gave")
        }
        return cursor
    }

    private static func moment(_ name: String, _ parameters: FormParameters) throws(Refusal) -> Moment? {
        guard let text = parameters[name] else { return nil }
        guard let moment = Moment(typed: text) else {
            throw Refusal(name: name, value: text, wanted: "a day such as 2024-05-03, or 7d, 2h, yesterday")
        }
        return moment
    }

    private static func flag(_ name: String, _ parameters: FormParameters) throws(Refusal) -> Bool {
        switch parameters[name]?.lowercased() {
        case nil, "0", "no", "false", "off": false
        case "1", "yes", "true", "on": true
        case let other?: throw Refusal(name: name, value: other, wanted: "1 or 0")
        }
    }

    private static func choice(
        _ name: String, _ parameters: FormParameters, _ choices: [String]
    ) throws(Refusal) -> String? {
        guard let text = parameters[name] else { return nil }
        guard choices.contains(text) else {
            throw Refusal(name: name, value: text, wanted: choices.joined(separator: " or "))
        }
        return text
    }
}

/// What a search found.
struct FoundArticles: Sendable {
    var hits: [SearchHit]
    /// Where the next page begins.
    var next: PageCursor?
    /// What a person should know of how the words were taken.
    var notes: [String]

    /// Asks an archive: without words for the newest articles.
    init(_ search: SearchParameters, _ archive: any ArticleArchive) throws {
        guard let words = search.words else {
            let page = try archive.list(
                search.filter, query: nil, isExact: false, limit: search.limit, after: search.cursor)
            hits = page.items.map { SearchHit(article: $0, snippet: nil, headlineHighlights: [], score: 0) }
            next = page.next
            notes = []
            return
        }
        let result = try archive.search(
            SearchRequest(
                query: words, filter: search.filter, order: search.order, limit: search.limit, cursor: search.cursor))
        hits = result.page.items
        next = result.page.next
        notes =
            result.notes.map(\.description)
            + (result.isBounded ? ["The words are common: only the newest articles with them were ranked."] : [])
    }
}
