import ArticleQuery
import Export
import Hummingbird
import NewsModel
import Presentation

/// The interface of programs, `/api/v1`: the members of the commands' `--json`.
struct ProgramRoutes: Sendable {
    let archive: ArchivePool
    let desk: DeskQuestions

    func add(to router: RouterGroup<WebContext>) {
        router.get("search") { request, _ in try await search(request) }
        router.get("latest") { request, _ in try await latest(request) }
        router.get("articles/:id") { request, context in try await article(request, context.part("id")) }
        router.get("articles/:id/versions") { request, context in try await versions(request, context.part("id")) }
        router.get("articles/:id/copies") { request, context in try await copies(request, context.part("id")) }
        router.get("articles/:id/history") { request, context in try await history(request, context.part("id")) }
        router.get("tags/**") { request, context in try await tagged(request, context.rest) }
        router.get("deliveries") { request, _ in try await deliveries(request) }
        router.get("intake") { request, _ in try await deliveries(request) }
        router.get("deliveries/:id") { request, context in try await delivery(request, context.part("id")) }
        router.get("alerts") { request, _ in try await alerts(request) }
        router.get("alerts/:name") { request, context in try await hits(request, context.part("name")) }
        router.get("status") { request, _ in try await status(request) }
    }

    // MARK: Articles

    private func search(_ request: Request) async throws -> Response {
        let search = try SearchParameters(request.query)
        let found = try await FoundArticles.ask(search, archive)
        let months =
            search.showsShare
            ? try await archive.ask { try $0.shares(by: .month, search.filter, query: search.words, isExact: false) }
            : nil
        // Which word was left out or taken otherwise is as much an answer as the hits.
        var members: [(String, JSONOutput)] = [
            ("items", .list(found.hits.map(\.json))), ("after", .text(found.next?.description)),
            ("notes", .texts(found.notes)),
        ]
        if let months { members.append(("months", .list(months.map(\.json)))) }
        return Reply.json(.object(members), for: request)
    }

    private func latest(_ request: Request) async throws -> Response {
        let search = try SearchParameters(request.query.with("q", nil))
        let found = try await FoundArticles.ask(search, archive)
        return list(found.hits.map(\.article.json), found.next, request)
    }

    private func tagged(_ request: Request, _ tag: String) async throws -> Response {
        let search = try SearchParameters(request.query.with("tag", tag).with("q", nil))
        let found = try await FoundArticles.ask(search, archive)
        return list(found.hits.map(\.article.json), found.next, request)
    }

    private func article(_ request: Request, _ id: String) async throws -> Response {
        let number = try ArticleRequest.number("version", request)
        let showsAll = request.query["all"] != nil
        let json = try await archive.ask { archive in
            let record = try ArticleRequest.record(id, archive)
            let version = try ArticleRequest.version(number, of: record)
            return record.json(showsAll ? version : version.certain, try archive.textReuse(of: record.id))
        }
        return Reply.json(json, for: request)
    }

    private func versions(_ request: Request, _ id: String) async throws -> Response {
        let (from, to) = (try ArticleRequest.number("from", request), try ArticleRequest.number("to", request))
        let json = try await archive.ask { archive -> JSONOutput in
            let record = try ArticleRequest.record(id, archive)
            guard from != nil || to != nil else {
                return .object([("items", .list(record.versions.map(\.jsonInList))), ("after", .null)])
            }
            let pair = try ArticleRequest.pair(from: from, to: to, of: record)
            return VersionDifference(from: pair.old, to: pair.new).json
        }
        return Reply.json(json, for: request)
    }

    private func copies(_ request: Request, _ id: String) async throws -> Response {
        let items = try await archive.ask { archive -> [JSONOutput] in
            let record = try ArticleRequest.record(id, archive)
            guard let reuse = try archive.textReuse(of: record.id) else { return [] }
            return reuse.related.map { $0.json(earliest: reuse.earliest?.article.id) }
        }
        return list(items, nil, request)
    }

    private func history(_ request: Request, _ id: String) async throws -> Response {
        let json = try await archive.ask { archive -> JSONOutput in
            let record = try ArticleRequest.record(id, archive)
            return .object([
                ("id", .text(record.id.description)), ("versions", .list(record.versions.map(\.jsonInList))),
                ("deliveries", .list(record.deliveries.map(\.json))),
                ("corrections", .list(record.corrections.map(\.json))),
            ])
        }
        return Reply.json(json, for: request)
    }

    // MARK: Saved searches

    private func alerts(_ request: Request) async throws -> Response {
        list(try await archive.ask { try $0.alerts() }.map(\.json), nil, request)
    }

    private func hits(_ request: Request, _ name: String) async throws -> Response {
        let parameters = try ListParameters(request.query)
        let page = try await archive.ask { try AlertRequest.hits(name, parameters, $0) }
        return list(page.items.map(\.json), page.next, request)
    }

    // MARK: What came in

    private func deliveries(_ request: Request) async throws -> Response {
        let list = try DeliveryParameters(request.query)
        let page = try await archive.ask {
            try $0.deliveries(list.filter, limit: list.page.limit, after: list.page.cursor)
        }
        return self.list(page.items.map(\.json), page.next, request)
    }

    private func delivery(_ request: Request, _ typed: String) async throws -> Response {
        let json = try await archive.ask { try DeliveryRequest.delivery(typed, $0).json }
        return Reply.json(json, for: request)
    }

    private func status(_ request: Request) async throws -> Response {
        let wantsDetails = request.query["full"] != nil
        let report = try await archive.ask { [desk] in try desk.report($0, wantsDetails: wantsDetails) }
        return Reply.json(report.json, for: request)
    }

    // MARK: Helpers

    private func list(_ items: [JSONOutput], _ next: PageCursor?, _ request: Request) -> Response {
        Reply.json(.object([("items", .list(items)), ("after", .text(next?.description))]), for: request)
    }
}
