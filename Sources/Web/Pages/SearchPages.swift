import ArticleQuery
import Hummingbird
import NewsModel

/// The pages that list articles.
struct SearchPages: Sendable {
    /// Articles that are looked at for the numbers beside the filters: their count costs some tens of milliseconds at most.
    private static let mostCounted = 20_000
    /// Values of a filter that are shown.
    private static let mostValues = 8

    let archive: ArchivePool
    let frame: PageFrame

    func add(to router: Router<WebContext>) {
        router.get("/") { request, context in try await search(request, context) }
        router.get("search") { request, context in try await search(request, context) }
        router.get("latest") { request, context in
            try await list("latest", ["title": "Latest", "onLatest": true], request.query, "/latest", request, context)
        }
    }

    private struct Hits: Sendable {
        var found: FoundArticles
        var copies: [ArticleID: Int]
        var facets: Facets?
        /// Which part of a month's articles are among those that were found; nil where that was not asked.
        var shares: [KeyCount]?
        /// Articles under the same filters, with the words or without; nil likewise.
        var total: Int?
        /// Who wrote the articles, whoever wrote most of them first; nil where that was not asked: on a million articles it takes longer than all else.
        var authors: [KeyCount]?

        init(
            _ found: FoundArticles, _ search: SearchParameters, countsFacets: Bool, _ archive: any ArticleArchive
        ) throws {
            self.found = found
            copies = [:]
            if search.filter.foldsCopies {
                for hit in found.hits {
                    let related = try archive.textReuse(of: hit.article.id)?.related ?? []
                    copies[hit.article.id] = related.count { $0.kind == "copy" }
                }
            }
            facets =
                countsFacets
                ? try archive.facets(
                    search.filter, query: search.words, isExact: false, most: SearchPages.mostCounted) : nil
            if countsFacets, search.showsShare {
                let shared = try archive.sharesAndTotal(
                    by: .month, search.filter, query: search.words, isExact: false)
                (shares, total) = (shared.shares, shared.total)
            }
            if countsFacets, search.countsAuthors {
                authors = try archive.counts(by: .author, search.filter, query: search.words, isExact: false)
            }
        }

        var models: [PageModel] { found.hits.map { $0.model(copies: copies[$0.article.id] ?? 0) } }
    }

    private func list(
        _ template: String, _ model: PageModel, _ parameters: FormParameters, _ path: String, _ request: Request,
        _ context: WebContext
    ) async throws -> Response {
        let search = try SearchParameters(parameters.with("q", nil))
        let found = try await FoundArticles.ask(search, archive)
        let hits = try await archive.ask { try Hits(found, search, countsFacets: false, $0) }
        var model = model
        model["hits"] = hits.models
        model["isEmpty"] = hits.found.hits.isEmpty
        if let next = hits.found.next {
            model["next"] = path + "?" + request.query.with("after", next.description).encoded
        }
        return frame.page(template, model, request, context)
    }

    private func search(_ request: Request, _ context: WebContext) async throws -> Response {
        let parameters = request.query
        let search = try SearchParameters(parameters)
        let found = try await FoundArticles.ask(search, archive)
        let hits = try await archive.ask { try Hits(found, search, countsFacets: true, $0) }
        let title = search.words.map { ShownText.cut($0, ShownText.inList) }
        var model: PageModel = [
            "title": title ?? "Search", "heading": title == nil ? "All articles" : "Search",
            "notes": hits.found.notes, "hits": hits.models, "isEmpty": hits.found.hits.isEmpty,
            "emptyHint": search.words == nil
                ? "Drop a file into the inbox, or take a filter away." : "Use fewer words, or take a filter away.",
            "byDate": search.order == .date, "withCopies": !search.filter.foldsCopies,
            "showsShare": search.showsShare,
            "fields": Self.help,
            "allQuery": parameters.with("after", nil).with("sample", nil).with("seed", nil).encoded,
            "hasHits": !hits.found.hits.isEmpty,
        ]
        for name in ["since", "until", "sample", "seed"] { if let value = parameters[name] { model[name] = value } }
        let kept = ["outlet", "author", "language", "folder", "person", "organization", "place", "format", "tag"]
        model["kept"] = kept.flatMap { name in
            parameters.all(name).map { ["name": name, "value": $0] as PageModel }
        }
        if let next = hits.found.next {
            model["next"] = "/search?" + parameters.with("after", next.description).encoded
        }
        model["days"] = Self.days(parameters)
        if let facets = hits.facets {
            model["found"] = Self.found(facets, hits, search)
            model["facets"] = Self.facets(facets, hits.authors, parameters)
            if hits.authors == nil, facets.count > 0 {
                model["authorsQuery"] = parameters.with("after", nil).with("authors", "1").encoded
            }
            model["shareQuery"] = parameters.with("after", nil).with("share", search.showsShare ? nil : "1").encoded
            let bars = TimeBars(facets.months, shares: hits.shares).models(parameters)
            model["bars"] = bars
            model["hasBars"] = bars.count > 1
            model["firstBar"] = bars.first?["name"] ?? ""
            model["lastBar"] = bars.last?["name"] ?? ""
        }
        return frame.page("search", model, request, context)
    }

    private static func found(_ facets: Facets, _ hits: Hits, _ search: SearchParameters) -> String {
        let what = search.words == nil ? "" : " with all of these words"
        if let shares = hits.shares, let total = hits.total, total > 0, search.words != nil {
            let count = shares.reduce(0) { $0 + $1.count }
            let share = ShownText.share(Double(count) / Double(total))
            return ShownText.count(count, "article", "articles") + what
                + ": \(share) of all \(ShownText.number(total)) under the same filters."
        }
        if facets.isSample {
            return
                "More than \(ShownText.number(facets.count)) articles\(what); the numbers are about the \(ShownText.number(facets.count)) that came last."
        }
        return ShownText.count(facets.count, "article", "articles") + what + "."
    }

    /// A list of values for each filter that would tell articles apart, or is set.
    private static func facets(
        _ facets: Facets, _ authors: [KeyCount]?, _ parameters: FormParameters
    ) -> [PageModel] {
        let lists: [(String, String, [Facets.Value])] = [
            ("Outlet", "outlet", facets.outlets),
            ("Author", "author", (authors ?? []).map { Facets.Value(name: $0.key, count: $0.count) }),
            ("Language", "language", facets.languages),
            ("Folder", "folder", facets.collections), ("Format", "format", facets.formats),
        ]
        let counted = lists.compactMap { name, parameter, values -> PageModel? in
            let named = values.filter { $0.name?.isEmpty == false }
            let set = parameters[parameter]
            guard named.count > 1 || (set != nil && !named.isEmpty) else { return nil }
            return [
                "name": name,
                "values": named.prefix(mostValues).map { value in
                    link(
                        value.name ?? "", "\(ShownText.number(value.count))", parameter, isOn: set == value.name,
                        parameters)
                },
            ]
        }
        let set: [PageModel] = [
            ("Person", "person"), ("Organisation", "organization"), ("Place", "place"), ("Author", "author"),
            ("Tag", "tag"),
        ].compactMap { name, parameter in
            guard !counted.contains(where: { $0["name"] as? String == name }), let value = parameters[parameter] else {
                return nil
            }
            return ["name": name, "values": [link(value, "", parameter, isOn: true, parameters)]]
        }
        return counted + set
    }

    /// The last days, each a link to what was published on it.
    private static func days(_ parameters: FormParameters) -> [PageModel] {
        LastDays.present().map { day in
            let isOn = parameters["since"] == day.date && parameters["until"] == day.date
            let target = parameters.with("after", nil).with("since", isOn ? nil : day.date)
                .with("until", isOn ? nil : day.date)
            return ["label": day.name, "isOn": isOn, "href": "/search?" + target.encoded]
        }
    }

    private static func link(
        _ value: String, _ count: String, _ parameter: String, isOn: Bool, _ parameters: FormParameters
    ) -> PageModel {
        let target = parameters.with("after", nil).with(parameter, isOn ? nil : value)
        return [
            "label": ShownText.cut(value, 80), "count": count, "isOn": isOn, "href": "/search?" + target.encoded,
        ]
    }

    /// What may stand before a colon.
    private static var help: [PageModel] {
        SearchField.all.compactMap { field in
            field.typedWords.first.map { ["name": $0, "help": field.help] as PageModel }
        }
            + ConditionField.all.compactMap { field in
                field.typedWords.first.map { ["name": $0, "help": field.help] as PageModel }
            }
    }
}
