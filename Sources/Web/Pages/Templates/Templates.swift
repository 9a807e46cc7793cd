import Mustache

/// The pages' templates (Mustache), with the escaping of this room in all of them.
struct Templates: Sendable {
    private let templates: MustacheLibrary

    /// - Throws: what is wrong with a template; a test renders them all.
    init() throws {
        MustacheContentTypes.register(MarkupEscaping(), named: MarkupEscaping.name)
        var library = MustacheLibrary()
        let all: [String: String] = [
            "head": Self.head, "foot": Self.foot, "hits": Self.hits, "tabs": Self.tabs, "search": Self.search,
            "latest": Self.latest, "article": Self.article, "source": Self.source, "versions": Self.versions,
            "copies": Self.copies, "history": Self.history, "tag": Self.tag, "intake": Self.intake, "add": Self.add,
            "added": Self.added, "delivery": Self.delivery, "retry": Self.retry, "run": Self.run, "edit": Self.edit,
            "feed": Self.feed, "error": Self.error, "standing": Self.standing, "text": Self.text, "field": Self.field,
            "problems": Self.problems,
        ]
        for (name, text) in all {
            // Each template, for one that another includes begins again with the library's own escaping.
            try library.register("{{% CONTENT_TYPE:\(MarkupEscaping.name)}}" + text, named: name)
        }
        templates = library
    }

    /// A page of a model.
    func render(_ name: String, _ model: PageModel) -> String { templates.render(model, withTemplate: name) ?? "" }
}

/// What a template is filled with: texts, flags, lists and models in it.
typealias PageModel = [String: Any]
