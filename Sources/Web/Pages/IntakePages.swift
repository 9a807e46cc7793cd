import ArticleQuery
import Hummingbird
import NewsModel
import Presentation
import WebAccess

/// The pages of what comes in: what came, what waits and why, and the form by which files are handed in.
struct IntakePages: Sendable {
    let archive: ArchivePool
    let desk: DeskQuestions
    let frame: PageFrame
    let changes: Changes

    func add(to router: Router<WebContext>) {
        router.get("intake") { request, context in try await intake(request, context) }
        router.get("add") { request, context in try form(request, context) }
        router.post("add") { request, context in try await add(request, context) }
        router.post("deliveries/:id/retry") { request, context in
            let members = try await ChangeRequest(request).members
            try changes.demandOwnForm(members["csrf"], context)
            let added = try await changes.retry(context.part("id"), accepts: members["accept"] != nil, context)
            return frame.page(
                "added",
                [
                    "title": "Read again", "onIntake": true,
                    "files": [Self.model(added, name: added.record?.path.display ?? "Delivery \(added.delivery.id)")],
                ], isKept: false, request, context)
        }
    }

    private func intake(_ request: Request, _ context: WebContext) async throws -> Response {
        let parameters = request.query
        let list = try DeliveryParameters(parameters)
        let today = Moment(typed: "today")?.first ?? 0
        let (report, page, activity) = try await archive.ask { [desk] archive in
            (
                try desk.report(archive, wantsDetails: false),
                try archive.deliveries(list.filter, limit: list.page.limit, after: list.page.cursor),
                try archive.activity(since: today)
            )
        }
        let mayRetry = context.visitor?.role == .edit && report.isRunning
        let counters = report.stored.counters
        var model: PageModel = [
            "title": "Intake", "onIntake": true, "formToken": changes.keys.formToken(for: context.visitor),
            "today":
                "\(ShownText.number(activity.stored)) stored, \(ShownText.number(activity.duplicate)) duplicate, \(ShownText.number(activity.rejected)) rejected",
            "waiting": Self.waiting(report),
            "total":
                "\(ShownText.count(counters.articles, "article", "articles")) in \(ShownText.count(counters.versions, "version", "versions")), \(ShownText.number(counters.rejected)) rejected and not replaced",
            "blocked": report.inboxes.blocked.map { ["name": $0.name, "reason": $0.reason] as PageModel },
            "hasBlocked": !report.inboxes.blocked.isEmpty, "isEmpty": page.items.isEmpty,
            "tabs": Self.tabs(list.filter.outcome),
            "deliveries": page.items.map { delivery -> PageModel in
                var row = DeliveryRow(delivery).model
                row["mayRetry"] =
                    mayRetry && delivery.outcome == .rejected && delivery.original != nil && !delivery.isReplaced
                row["mayAccept"] = delivery.code == .notAnArticle
                return row
            },
        ]
        if let problem = report.inboxes.problem { model["problem"] = problem }
        if let next = page.next {
            model["next"] = "/intake?" + parameters.with("after", next.description).encoded
        }
        return frame.page("intake", model, isKept: false, request, context)
    }

    private static func waiting(_ report: StatusReport) -> String {
        let live = report.inboxes
        var text = ShownText.count(live.waiting, "file", "files")
        if let oldest = live.oldestWaitingSeconds, live.waiting > 0 {
            text += ", the oldest for \(DurationText.text(seconds: Int64(oldest)))"
        }
        return text + "; \(live.reading) being read, \(live.ignored) ignored"
    }

    private static func tabs(_ shown: Outcome?) -> [PageModel] {
        let all: [(String, Outcome?)] = [
            ("All", nil), ("Stored", .stored), ("Duplicate", .duplicate), ("Rejected", .rejected),
        ]
        return all.map { name, outcome in
            [
                "name": name, "href": "/intake" + (outcome.map { "?outcome=\($0.rawValue)" } ?? ""),
                "isCurrent": outcome == shown,
            ]
        }
    }

    private func form(_ request: Request, _ context: WebContext) throws -> Response {
        try context.demand(.add)
        return frame.page(
            "add", ["title": "Add", "onAdd": true, "formToken": changes.keys.formToken(for: context.visitor)],
            isKept: false, request,
            context)
    }

    /// Hands in one file after the other; one that the desk does not take keeps no other from being handed in.
    private func add(_ request: Request, _ context: WebContext) async throws -> Response {
        let upload = try await changes.upload(request, context)
        var files: [PageModel] = []
        for file in upload.files {
            do {
                files.append(
                    Self.model(try await changes.add(file, upload.fields, context), name: file.name.display))
            } catch {
                let told = WebError(error)
                files.append([
                    "name": file.name.display, "outcome": "not taken", "style": "error", "reason": told.message,
                ])
            }
        }
        return frame.page(
            "added", ["title": "Added", "onAdd": true, "files": files], isKept: false, request, context)
    }

    private static func model(_ added: Changes.Added, name: String) -> PageModel {
        let delivery = added.delivery
        var model: PageModel = [
            "name": name, "outcome": delivery.outcome.rawValue, "articles": Array(delivery.articles.prefix(50)),
            "style": delivery.outcome == .rejected ? "error" : "",
        ]
        if let code = delivery.code { model["reason"] = "\(code): \(delivery.message ?? "")" }
        return model
    }
}
