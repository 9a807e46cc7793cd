import ArticleQuery
import Export
import Hummingbird

/// Citations of an article, to be copied from its page or to be opened by another program.
struct CitationPages: Sendable {
    /// Code points of a citation on a page: who cites no headline of megabytes.
    private static let mostShown = 5_000
    /// The forms that a page shows, each with its name and media type.
    private static let shown: [(form: CitationFormat, name: String, type: String)] = [
        (.apa, "APA", "text/plain; charset=utf-8"), (.bibtex, "BibTeX", "application/x-bibtex; charset=utf-8"),
        (.ris, "RIS", "application/x-research-info-systems; charset=utf-8"),
        (.cslJSON, "CSL-JSON", "application/vnd.citationstyles.csl+json"),
    ]

    let archive: ArchivePool

    func add(to router: Router<WebContext>) {
        router.get("articles/:id/cite") { request, context in try await citation(request, context) }
    }

    /// What the page of an article shows.
    static func models(_ record: ArticleRecord) -> [PageModel] {
        guard let article = record.exported else { return [] }
        return shown.map { form, name, _ in
            let text = String(decoding: form.citation(of: article), as: UTF8.self)
            return [
                "name": name, "form": form.rawValue,
                "text": ShownText.cut(text.trimmed, mostShown),
                "href": "/articles/\(record.id)/cite?as=\(form.rawValue)",
            ]
        }
    }

    private func citation(_ request: Request, _ context: WebContext) async throws -> Response {
        let typed = request.query["as"] ?? CitationFormat.apa.rawValue
        guard let form = CitationFormat(rawValue: typed) else {
            throw WebError.badParameter(
                "as", typed, CitationFormat.allCases.map(\.rawValue).joined(separator: ", "))
        }
        let id = context.part("id")
        let record = try await archive.ask { try ArticleRequest.record(id, $0) }
        guard let article = record.exported else {
            throw WebError(.notFound, "unknown-version", "The article \(record.id) has no current version.")
        }
        let type = Self.shown.first { $0.form == form }?.type ?? "text/plain; charset=utf-8"
        return Reply.bytesReply(form.citation(of: article), type: type, for: request)
    }
}

extension String {
    /// Without the line ends at its end.
    fileprivate var trimmed: String {
        var text = self[...]
        while text.last?.isNewline == true { text.removeLast() }
        return String(text)
    }
}
