import ArticleQuery
import Hummingbird
import LinuxSystem
import NewsModel
import Presentation
import WebAccess

/// The pages of one article.
struct ArticlePages: Sendable {
    /// Code points of a text that a page shows: no browser likes more, and the original has the rest.
    private static let mostShown = 400_000

    let archive: ArchivePool
    let frame: PageFrame

    func add(to router: Router<WebContext>) {
        router.get("articles/:id") { request, context in try await article(request, context) }
        router.get("articles/:id/versions") { request, context in try await versions(request, context) }
        router.get("articles/:id/copies") { request, context in try await copies(request, context) }
        router.get("articles/:id/history") { request, context in try await history(request, context) }
    }

    /// What all pages of an article have.
    static func head(_ record: ArticleRecord, tab: String) -> PageModel {
        let headline = ShownText.headline(record.current?.article.headline)
        let path = "/articles/\(record.id)"
        let tabs = [
            ("Article", ""), ("Original", "/source"), ("Versions", "/versions"), ("Copies", "/copies"),
            ("History", "/history"),
        ]
        return [
            "id": record.id.description, "title": ShownText.cut(headline, 100), "headline": headline,
            "language": record.current?.article.language ?? "und",
            "tabs": tabs.map { name, end in
                ["name": name, "href": path + end, "isCurrent": name == tab] as PageModel
            },
        ]
    }

    private func article(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = context.part("id")
        let number = try ArticleRequest.number("version", request)
        let (record, version, reuse) = try await archive.ask { archive in
            let record = try ArticleRequest.record(id, archive)
            return (record, try ArticleRequest.version(number, of: record), try archive.textReuse(of: record.id))
        }
        let certain = version.certain.article
        var model = Self.head(record, tab: "Article")
        let text = Self.text(record, certain)
        model.merge(text) { $1 }
        let shown = (text["paragraphs"] as? [PageModel])?.count { $0["anchor"] != nil } ?? 0
        model["facts"] = FactList(record, certain, version.number, reuse, shownParagraphs: shown).models
        model["citations"] = CitationPages.models(record)
        if let done = request.query["done"] {
            model["done"] = done == "1" ? "Your changes are saved." : "Nothing was changed."
        }
        return frame.page("article", model, request, context)
    }

    /// The text with what stands over it.
    static func text(_ record: ArticleRecord, _ certain: Article) -> PageModel {
        var model: PageModel = ["headline": ShownText.headline(certain.headline)]
        if let deck = certain.deck, !deck.isEmpty, !certain.body.hasPrefix(deck) {
            model["deck"] = ShownText.cut(deck, ShownText.atHead)
        }
        if record.isWithdrawn { model["withdrawn"] = "This article was withdrawn by its provider." }
        if let embargo = certain.wire.embargo, embargo.instantMilliseconds > Moment.present {
            model["embargo"] = ShownText.time(embargo)
        }
        model["paragraphs"] = paragraphs(MarkedBody(certain))
        return model
    }

    private static func paragraphs(_ body: MarkedBody) -> [PageModel] {
        var left = mostShown
        var models: [PageModel] = []
        for (index, paragraph) in body.paragraphs.enumerated() {
            guard left > 0 else {
                models.append([
                    "kind": "notice", "runs": [["text": "The text goes on; the original has all of it."] as PageModel],
                ])
                break
            }
            var model: PageModel = ["anchor": FactOrigins.anchor(index + 1)]
            switch paragraph.standing {
            case .own: break
            case .excerpt: model["kind"] = "excerpt"
            case .notice: model["kind"] = "notice"
            }
            model["runs"] = paragraph.runs.map { run -> PageModel in
                let text = ShownText.cut(run.text, max(0, left))
                left -= run.text.unicodeScalars.count
                guard let mark = run.mark else { return ["text": text] }
                return ["text": text, "mark": mark.style]
            }
            models.append(model)
        }
        return models
    }

    private func versions(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = context.part("id")
        let (from, to) = (
            try ArticleRequest.number("from", request), try ArticleRequest.number("to", request)
        )
        let isBeside = try SearchParameters.choice("view", request.query, ["inline", "beside"]) == "beside"
        let record = try await archive.ask { try ArticleRequest.record(id, $0) }
        var model = Self.head(record, tab: "Versions")
        model["versions"] = record.versions.map { version -> PageModel in
            var row: PageModel = [
                "number": version.number, "isCurrent": version.number == record.currentVersion,
                "time": (version.article.modified ?? version.article.published).map { ShownText.time($0) } ?? "",
                "headline": ShownText.cut(version.article.headline ?? "", ShownText.inList),
                "delivery": String(version.delivery),
            ]
            if let before = record.versions.last(where: { $0.number < version.number }) {
                row["compare"] = "/articles/\(record.id)/versions?from=\(before.number)&to=\(version.number)"
            }
            return row
        }
        let pair = try ArticleRequest.pair(from: from, to: to, of: record)
        if pair.old.number != pair.new.number {
            model.merge(ComparedVersions(pair.old, pair.new).model) { _, new in new }
            model["isBeside"] = isBeside
            let query = request.query.with("from", String(pair.old.number)).with("to", String(pair.new.number))
            model["inlineQuery"] = query.with("view", nil).encoded
            model["besideQuery"] = query.with("view", "beside").encoded
        }
        model["isOnly"] = record.versions.count == 1
        return frame.page("versions", model, request, context)
    }

    private func copies(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = context.part("id")
        let (record, reuse) = try await archive.ask { archive in
            let record = try ArticleRequest.record(id, archive)
            return (record, try archive.textReuse(of: record.id))
        }
        var model = Self.head(record, tab: "Copies")
        let related = reuse?.related ?? []
        model["hasCopies"] = !related.isEmpty
        model["copies"] = related.map { each -> PageModel in
            [
                "id": each.article.id.description, "relation": RelatedArticleText.relation(each),
                "share": ShownText.percent(each.share),
                "headline": ShownText.cut(each.article.headline ?? "(no headline)", ShownText.inList),
                "outlet": each.article.outlet ?? "",
                "time": each.article.published.map { ShownText.time($0) }
                    ?? "received \(LocalTime.minute(milliseconds: each.article.sortTime))",
            ]
        }
        if let earliest = reuse?.earliest {
            model["earliest"] =
                [
                    "id": earliest.article.id.description, "basis": earliest.basis.words,
                    "text": earliest.article.id == record.id
                        ? "this article"
                        : ShownText.cut(
                            earliest.article.outlet ?? earliest.article.headline ?? earliest.article.id.description,
                            ShownText.inList),
                ] as PageModel
        }
        return frame.page("copies", model, request, context)
    }

    private func history(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = context.part("id")
        let record = try await archive.ask { try ArticleRequest.record(id, $0) }
        var model = Self.head(record, tab: "History")
        model["deliveries"] = record.deliveries.map { DeliveryRow($0).model }
        model["versions"] = record.versions.map { version -> PageModel in
            [
                "number": version.number, "reader": version.readerVersion, "format": version.article.format,
                "confidence": ShownText.percent(version.article.confidence),
            ]
        }
        model["hasCorrections"] = !record.corrections.isEmpty
        model["corrections"] = record.corrections.map { each -> PageModel in
            [
                "time": LocalTime.minute(milliseconds: each.at), "by": each.by, "what": each.words,
                "value": ShownText.cut(each.value ?? "", ShownText.atHead),
            ]
        }
        return frame.page("history", model, request, context)
    }
}

extension Correction {
    /// What was said of the article.
    fileprivate var words: String {
        switch kind {
        case .field: "corrected \(field ?? "")"
        case .tag: "tagged"
        case .note: "noted"
        case .speaker: "named the speaker"
        case .story: "taken out of the story of"
        case .merge, .outlet: "named"
        }
    }
}

extension MarkedBody.Mark {
    /// The class of it in pages.
    fileprivate var style: String {
        switch self {
        case .credit: "credit"
        case .name: "name"
        case .quotation: "quotation"
        }
    }
}
