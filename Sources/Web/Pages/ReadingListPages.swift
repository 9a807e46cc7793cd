import ArticleQuery
import Hummingbird
import NewsModel
import WebAccess

/// The page of a tag: the articles with it as a reading list, with their notes, in an order that people change and that is kept.
struct ReadingListPages: Sendable {
    /// Articles on a page.
    private static let onPage = 100

    /// Where an article is moved.
    private enum Move: String { case up, down, first }

    let archive: ArchivePool
    let frame: PageFrame
    let changes: Changes

    func add(to router: Router<WebContext>) {
        router.get("tags/**") { request, context in
            if let form = request.query["as"] {
                return try await ReadingListFile(archive: archive).response(context.rest, as: form)
            }
            return try await page(request, context)
        }
        router.post("tags/**") { request, context in try await move(request, context) }
    }

    private func page(_ request: Request, _ context: WebContext) async throws -> Response {
        let tag = context.rest
        let isEditing = try SearchParameters.choice("order", request.query, ["shown", "change"]) == "change"
        if isEditing { try context.demand(.edit) }
        let skipped = max(0, Int(try SearchParameters.cursor(request.query)?.order ?? 0))
        let (entries, count) = try await archive.ask {
            try $0.readingList(tag, skipping: skipped, limit: Self.onPage)
        }
        var model: PageModel = [
            "title": "Tag \(ShownText.cut(tag, ShownText.inList))", "tag": tag, "path": request.uri.path,
            "tagQuery": FormParameters([FormParameters.Item(name: "tag", value: tag)]).encoded,
            "count": ShownText.count(count, "article", "articles"), "isEmpty": entries.isEmpty,
            "isEditing": isEditing, "mayOrder": context.visitor?.role == .edit && count > 1 && !isEditing,
            "hits": entries.enumerated().map { index, entry -> PageModel in
                var hit = entry.article.model
                hit["place"] = ShownText.number(skipped + index + 1)
                hit["isFirst"] = skipped + index == 0
                hit["isLast"] = skipped + index == count - 1
                hit["notes"] = entry.notes.filter { SenderAddress($0) == nil }.map { note -> PageModel in
                    ["text": ShownText.cut(note.value ?? "", ShownText.atHead), "by": note.by]
                }
                return hit
            },
        ]
        if isEditing { model["formToken"] = changes.keys.formToken(for: context.visitor) }
        if skipped + entries.count < count, !entries.isEmpty {
            let next = PageCursor(order: Int64(skipped + entries.count), id: 0)
            model["next"] = request.uri.path + "?" + request.query.with("after", next.description).encoded
        }
        return frame.page("tag", model, isKept: !isEditing, request, context)
    }

    /// Gives an article of the list another place.
    private func move(_ request: Request, _ context: WebContext) async throws -> Response {
        let members = try await ChangeRequest(request).members
        try changes.demandOwnForm(members["csrf"], context)
        try context.demand(.edit)
        let tag = context.rest
        guard let move = members["move"].flatMap(Move.init) else {
            throw WebError(.unprocessableContent, "unknown-move", "move is up, down or first.")
        }
        let list = try await archive.ask { try $0.readingListPositions(tag) }
        guard let index = list.firstIndex(where: { $0.article.description == members["article"] }) else {
            throw WebError(.unprocessableContent, "unknown-article", "That article does not have the tag any more.")
        }
        var others = list.map(\.position)
        others.remove(at: index)
        let target: Int =
            switch move {
            case .up: max(0, index - 1)
            case .down: min(others.count, index + 1)
            case .first: 0
            }
        if target != index {
            let place = ReadingListPosition.between(
                target > 0 ? others[target - 1] : nil, target < others.count ? others[target] : nil)
            guard let place else {
                throw WebError(
                    .unprocessableContent, "no-place",
                    "There is no place left there after so many moves. Take the tag away from the article and give it again."
                )
            }
            let article = list[index].article
            try await changes.say(
                Correction(kind: .tag, article: article.description, field: place, value: tag), context)
        }
        let shown = FormParameters(request.uri.query ?? "").with("order", "change").encoded
        return Reply.seeOther(request.uri.path + "?" + shown + "#" + list[index].article.description)
    }
}
