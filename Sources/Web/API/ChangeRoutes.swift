import Export
import Hummingbird
import NewsModel
import Presentation

/// The changes of the interface of programs.
struct ChangeRoutes: Sendable {
    let changes: Changes

    func add(to router: RouterGroup<WebContext>) {
        addNamesAndAlerts(to: router)
        router.post("deliveries") { request, context in try await deliver(request, context) }
        router.post("deliveries/:id/retry") { request, context in
            let members = try await members(request, context)
            let added = try await changes.retry(
                context.part("id"), accepts: members["accept"] != nil, context)
            return accepted(added, request)
        }
        for (path, kind) in [("corrections", Correction.Kind.field), ("tags", .tag), ("notes", .note)] {
            router.post("articles/:id/\(path)") { request, context in
                let members = try await members(request, context)
                let id = try await changes.correct(kind, context.part("id"), members, context)
                let said = try await changes.archive.ask { try $0.corrections(of: id) }
                return Reply.json(
                    .object([("id", .text(id.description)), ("corrections", .list(said.map(\.json)))]), for: request)
            }
        }
    }

    private func addNamesAndAlerts(to router: RouterGroup<WebContext>) {
        router.post("names/merge") { request, context in
            let members = try await members(request, context)
            try await changes.mergeNames(members, context)
            return Reply.json(
                .object([("name", .text(members["name"])), ("into", .text(members["into"]))]), for: request)
        }
        router.post("names/split") { request, context in
            let members = try await members(request, context)
            try await changes.splitNames(members, context)
            return Reply.json(.object([("name", .text(members["name"]))]), for: request)
        }
        router.post("alerts/:name") { request, context in
            let members = try await members(request, context)
            return Reply.json(try await changes.addAlert(context.part("name"), members, context).json, for: request)
        }
        router.delete("alerts/:name") { request, context in
            _ = try await members(request, context)
            try await changes.removeAlert(context.part("name"), context)
            return Response(status: .noContent)
        }
    }

    private func members(_ request: Request, _ context: WebContext) async throws -> FormParameters {
        let members = try await ChangeRequest(request).members
        try changes.demandOwnForm(request.headers.value("X-CSRF-Token") ?? members["csrf"], context)
        return members
    }

    private func deliver(_ request: Request, _ context: WebContext) async throws -> Response {
        let upload = try await changes.upload(request, context)
        guard upload.files.count == 1, let file = upload.files.first else {
            throw WebError(.badRequest, "several-files", "One request hands in one file.")
        }
        return accepted(try await changes.add(file, upload.fields, context), request)
    }

    private func accepted(_ added: Changes.Added, _ request: Request) -> Response {
        var response = Reply.json(added.json, status: .accepted, for: request)
        response.headers.set("Location", "/api/v1/deliveries/\(added.delivery.id)")
        return response
    }
}
