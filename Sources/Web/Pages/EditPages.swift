import ArticleQuery
import Hummingbird
import NewsModel
import WebAccess

/// The page on which an article is corrected, tagged and noted: one of its own, so that the article's page can be kept by browsers.
struct EditPages: Sendable {
    let archive: ArchivePool
    let frame: PageFrame
    let changes: Changes

    func add(to router: Router<WebContext>) {
        router.get("articles/:id/edit") { request, context in try await form(request, context) }
        for (path, kind) in [("corrections", Correction.Kind.field), ("tags", .tag), ("notes", .note)] {
            router.post("articles/:id/\(path)") { request, context in
                let members = try await ChangeRequest(request).members
                try changes.demandOwnForm(members["csrf"], context)
                let id = try await changes.correct(kind, context.part("id"), members, context)
                return Reply.seeOther("/articles/\(id)/edit?done=1")
            }
        }
    }

    private func form(_ request: Request, _ context: WebContext) async throws -> Response {
        try context.demand(.edit)
        let id = context.part("id")
        let record = try await archive.ask { try ArticleRequest.record(id, $0) }
        var model = ArticlePages.head(record, tab: "")
        model["formToken"] = changes.keys.formToken(for: context.visitor)
        model["fields"] = CorrectableField.allCases.map(\.rawValue)
        model["tags"] = record.corrections.filter { $0.kind == .tag }.compactMap(\.value)
        if request.query["done"] != nil { model["done"] = "It is noted." }
        return frame.page("edit", model, isKept: false, request, context)
    }
}
