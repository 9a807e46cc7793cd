import ArticleQuery
import Hummingbird
import NewsModel
import Presentation
import WebAccess

/// The pages of what comes in: what came, what waits and why, and the form by which files are handed in.
struct IntakePages: Sendable {
    /// The field of the form in which a text is pasted.
    private static let textField = "text"

    let archive: ArchivePool
    let desk: DeskQuestions
    let frame: PageFrame
    let changes: Changes

    func add(to router: Router<WebContext>) {
        router.get("intake") { request, context in try await intake(request, context) }
        router.get("add") { request, context in try form(request, context) }
        router.post("add") { request, context in try await add(request, context) }
    }

    private func intake(_ request: Request, _ context: WebContext) async throws -> Response {
        let parameters = request.query
        let list = try DeliveryParameters(parameters)
        let (report, page, figures) = try await archive.ask { [desk] archive in
            let report = try desk.report(archive, wantsDetails: true)
            return (
                report, try archive.deliveries(list.filter, limit: list.page.limit, after: list.page.cursor),
                try IntakeFigures(report, archive)
            )
        }
        let details = report.details
        var model: PageModel = [
            "title": "Intake", "onIntake": true, "formToken": changes.keys.formToken(for: context.visitor),
            "today": figures.today, "waiting": figures.waiting, "total": figures.total, "newest": figures.newest,
            "rates": (details?.rates ?? []).map { rate -> PageModel in
                [
                    "name": rate.name, "deliveries": ShownText.number(rate.activity.deliveries),
                    "stored": ShownText.number(rate.activity.stored),
                    "duplicate": ShownText.number(rate.activity.duplicate),
                    "rejected": ShownText.number(rate.activity.rejected), "rate": "\(rate.deliveriesPerMinute)",
                ]
            },
            "ages": report.inboxes.ages.map { ["name": $0.name, "count": ShownText.number($0.count)] as PageModel },
            "hasAges": report.inboxes.ages.contains { $0.count > 0 },
            "blocked": report.inboxes.blocked.map { ["name": $0.name, "reason": $0.reason] as PageModel },
            "hasBlocked": !report.inboxes.blocked.isEmpty, "isEmpty": page.items.isEmpty,
            "tabs": Self.tabs(list.filter.outcome),
            "deliveries": page.items.map { delivery -> PageModel in
                DeliveryRow(delivery).model.merging(
                    DeliveryPages.again(delivery, context, deskRuns: report.isRunning)
                ) { $1 }
            },
        ]
        if let problem = report.inboxes.problem { model["problem"] = problem }
        if let disk = details?.disk { model["disk"] = disk.words }
        if let next = page.next {
            model["next"] = "/intake?" + parameters.with("after", next.description).encoded
        }
        return frame.page("intake", model, isKept: false, request, context)
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

    /// The form.
    ///
    /// - Parameters:
    ///   - typed: what was typed before.
    ///   - problem: why it was not taken.
    private func form(
        _ request: Request, _ context: WebContext, typed: FormParameters = FormParameters(), problem: String? = nil
    ) throws -> Response {
        try context.demand(.add)
        var model: PageModel = [
            "title": problem == nil ? "Add" : "Error: Add", "onAdd": true,
            "formToken": changes.keys.formToken(for: context.visitor), "hasProblems": problem != nil,
        ]
        for name in ["folder", "url", "note"] { if let value = typed[name] { model[name] = value } }
        if let problem { model["problems"] = [["message": problem, "place": "file"] as PageModel] }
        return frame.page(
            "add", model, status: problem == nil ? .ok : .unprocessableContent, isKept: false, request, context)
    }

    /// Hands in one file after the other; one that the desk does not take keeps no other from being handed in.
    private func add(_ request: Request, _ context: WebContext) async throws -> Response {
        let upload = try await changes.upload(request, context, textField: Self.textField)
        guard !upload.files.isEmpty else {
            return try form(request, context, typed: upload.fields, problem: "Choose a file, or paste a text")
        }
        var files: [PageModel] = []
        for file in upload.files {
            do {
                files.append(
                    DeliveryPages.model(
                        try await changes.add(file, upload.fields, context), name: file.name.display))
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
}
