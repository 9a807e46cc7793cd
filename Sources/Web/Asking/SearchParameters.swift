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
    /// The most articles of a sample, which a page shows at once.
    static let mostSampled = 500

    /// The largest number by which a sample is drawn: the largest that descriptions of interfaces can name.
    static let mostSeed = UInt64(Int64.max)

    /// The words; nil where none were typed.
    var words: String?
    /// Which articles.
    var filter: ArticleFilter
    /// The order of hits.
    var order: SearchRequest.Order
    /// Whether months are told as shares of all articles under the same filters.
    var showsShare: Bool
    /// Whether the authors are counted.
    var countsAuthors: Bool
    /// Hits on a page.
    var limit: Int
    /// Where the page begins.
    var cursor: PageCursor?
    /// How many articles are drawn at random, and by which number; nil for all of them in their order.
    var sample: (size: Int, seed: UInt64)?

    /// - Throws: `Refusal`.
    init(_ parameters: FormParameters) throws(Refusal) {
        words = parameters["q"]?.contains { !$0.isWhitespace } == true ? parameters["q"] : nil
        let since = try Self.moment("since", parameters)?.first
        let until = try Self.moment("until", parameters)?.last
        let copies = try Self.choice("copies", parameters, ["without", "with"])
        order = try Self.choice("sort", parameters, ["relevance", "date"]) == "date" ? .date : .relevance
        showsShare = try Self.flag("share", parameters)
        countsAuthors = try Self.flag("authors", parameters)
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
        sample = try Self.sample(parameters)
    }

    private static func sample(_ parameters: FormParameters) throws(Refusal) -> (size: Int, seed: UInt64)? {
        // A seed is looked at without a sample too: who mistypes it before wants to know.
        let typed = parameters["seed"] ?? "0"
        guard let seed = UInt64(typed), seed <= mostSeed else {
            throw Refusal(name: "seed", value: typed, wanted: "a number from 0 to \(mostSeed)")
        }
        guard let text = parameters["sample"] else { return nil }
        guard let size = Int(text), (1...mostSampled).contains(size) else {
            throw Refusal(name: "sample", value: text, wanted: "a number from 1 to \(mostSampled)")
        }
        return (size, seed)
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
            throw Refusal(name: name, value: text, wanted: Moment.examples)
        }
        return moment
    }

    /// The values of a flag.
    static let flags = [
        "0": false, "no": false, "false": false, "off": false, "1": true, "yes": true, "true": true, "on": true,
    ]

    private static func flag(_ name: String, _ parameters: FormParameters) throws(Refusal) -> Bool {
        guard let text = parameters[name] else { return false }
        guard let isSet = flags[text] else { throw Refusal(name: name, value: text, wanted: "1 or 0") }
        return isSet
    }

    /// One of the values that a parameter may have; nil where it is missing.
    static func choice(
        _ name: String, _ parameters: FormParameters, _ choices: [String]
    ) throws(Refusal) -> String? {
        guard let text = parameters[name] else { return nil }
        guard choices.contains(text) else {
            throw Refusal(name: name, value: text, wanted: choices.joined(separator: " or "))
        }
        return text
    }
}
