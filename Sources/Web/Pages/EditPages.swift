import ArticleQuery
import Hummingbird
import NewsModel
import Presentation
import WebAccess

/// The form in which an article is corrected, tagged and noted, beside its text: an address of its own, so that the article's page can be
/// kept by browsers.
struct EditPages: Sendable {
    /// Facts that most corrections are of; the others are folded away.
    private static let first: [CorrectableField] = [.headline, .outlet, .authors, .published]
    /// What a form may say of the withdrawal.
    private static let withdrawal = [("", "as its provider says"), ("yes", "yes"), ("no", "no")]

    let archive: ArchivePool
    let frame: PageFrame
    let changes: Changes

    func add(to router: Router<WebContext>) {
        router.get("articles/:id/edit") { request, context in
            try context.demand(.edit)
            let id = context.part("id")
            let record = try await archive.ask { try ArticleRequest.record(id, $0) }
            return page(record, nil, .ok, request, context)
        }
        router.post("articles/:id/edit") { request, context in try await save(request, context) }
    }

    private func save(_ request: Request, _ context: WebContext) async throws -> Response {
        let members = try await ChangeRequest(request).members
        try changes.demandOwnForm(members["csrf"], context)
        try context.demand(.edit)
        let id = context.part("id")
        var record = try await archive.ask { try ArticleRequest.record(id, $0) }
        var edit = ArticleEdit(members, of: record)
        guard edit.problems.isEmpty else { return page(record, edit, .unprocessableContent, request, context) }
        for correction in edit.corrections {
            do {
                try await changes.say(correction, context)
                edit.note(saved: correction)
            } catch {
                // What was typed is not lost because the desk is down.
                let told = WebError(error)
                edit.note(refused: correction, told)
                record = try await archive.ask { try ArticleRequest.record(id, $0) }
                return page(record, edit, told.status, request, context)
            }
        }
        return Reply.seeOther("/articles/\(record.id)?done=\(edit.corrections.isEmpty ? 0 : 1)")
    }

    /// - Parameter edit: what was typed, where it was not all saved.
    private func page(
        _ record: ArticleRecord, _ edit: ArticleEdit?, _ status: HTTPResponse.Status, _ request: Request,
        _ context: WebContext
    ) -> Response {
        var model = ArticlePages.head(record, tab: "Article")
        if let current = record.current {
            model.merge(ArticlePages.text(record, current.certain.article)) { $1 }
        }
        let title = model["title"] as? String ?? ""
        model["title"] = (edit == nil ? "Edit: " : "Error: ") + title
        model["formToken"] = changes.keys.formToken(for: context.visitor)
        let others = CorrectableField.allCases.filter { !Self.first.contains($0) && $0 != .withdrawn }
        model["fields"] = Self.first.map { Self.field($0, record, edit) }
        model["more"] = others.map { Self.field($0, record, edit) }
        model["openMore"] = (edit?.problems ?? []).contains { problem in
            others.contains { $0.rawValue == problem.name }
        }
        let problems = edit?.problems ?? []
        model["hasProblems"] = !problems.isEmpty
        model["problems"] = problems.map { problem -> PageModel in
            var line: PageModel = ["message": problem.message]
            if !problem.name.isEmpty { line["place"] = problem.name }
            return line
        }
        add(tagsAndNotesOf: record, edit, to: &model)
        return frame.page("edit", model, status: status, isKept: false, request, context)
    }

    private func add(tagsAndNotesOf record: ArticleRecord, _ edit: ArticleEdit?, to model: inout PageModel) {
        let removed = edit?.corrections.filter { $0.kind == .tag && $0.isUndone }.compactMap(\.value) ?? []
        model["tags"] = record.tags.map { ["name": $0, "isKept": !removed.contains($0)] as PageModel }
        model["hasTags"] = !record.tags.isEmpty
        let left = ArticleEdit.tags(edit?.members[ArticleEdit.newTags] ?? "").filter { !record.tags.contains($0) }
        model["added"] = Self.line(
            ArticleEdit.newTags, "New tags", hint: "Several are apart by a semicolon.",
            left.joined(separator: "; "), was: nil, Self.problem(ArticleEdit.newTags, edit))
        let notes = record.corrections.filter { $0.kind == .note }
        let shown = notes.filter { SenderAddress($0) == nil }
        model["hasNotes"] = !shown.isEmpty
        model["notes"] = shown.map { note in
            ["text": ShownText.cut(note.value ?? "", ShownText.atHead), "by": note.by] as PageModel
        }
        model["mayUndoNote"] = notes.last.map { SenderAddress($0) == nil } ?? false
        var note: PageModel = ["value": edit?.members[ArticleEdit.note] ?? ""]
        if let problem = Self.problem(ArticleEdit.note, edit) { note["error"] = problem }
        model["note"] = note
        let decided = record.corrected(.withdrawn) ?? ""
        let name = CorrectableField.withdrawn.rawValue
        let set = edit.map { $0.members[name] ?? "" } ?? decided
        model["withdrawnWas"] = edit.map { $0.members[ArticleEdit.was(name)] ?? "" } ?? decided
        model["withdrawal"] = Self.withdrawal.map { value, name in
            ["value": value, "name": name, "isSet": value == set] as PageModel
        }
    }

    private static func field(_ field: CorrectableField, _ record: ArticleRecord, _ edit: ArticleEdit?) -> PageModel {
        let name = field.rawValue
        let present = ArticleEdit.value(of: field, in: record)
        var hints = [field.hint].compactMap(\.self)
        if present == nil { hints.append("It is too long to be shown here; what you enter replaces it.") }
        if record.corrected(field) != nil { hints.append("Left empty, the correction is taken back.") }
        return line(
            name, field.label, hint: hints.isEmpty ? nil : hints.joined(separator: " "),
            edit.map { $0.members[name] ?? "" } ?? present ?? "",
            was: edit.map { $0.members[ArticleEdit.was(name)] ?? "" } ?? present ?? "", problem(name, edit))
    }

    private static func problem(_ name: String, _ edit: ArticleEdit?) -> String? {
        edit?.problems.first { $0.name == name }?.message
    }

    private static func line(
        _ name: String, _ label: String, hint: String?, _ value: String, was: String?, _ problem: String?
    ) -> PageModel {
        var model: PageModel = ["name": name, "label": label, "value": value, "hasWas": was != nil, "was": was ?? ""]
        var described: [String] = []
        if let hint {
            model["hint"] = hint
            described.append("\(name)-hint")
        }
        if let problem {
            model["error"] = problem
            described.append("\(name)-error")
        }
        if !described.isEmpty { model["described"] = described.joined(separator: " ") }
        return model
    }
}
