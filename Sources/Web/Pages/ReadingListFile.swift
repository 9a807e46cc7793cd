import ArticleQuery
import Export
import Hummingbird
import NIOCore

/// The reading list of a tag as a file, in the order of the list, as `wiredesk export --tag` writes its articles.
struct ReadingListFile: Sendable {
    /// Articles that are read at once.
    private static let atOnce = 25

    /// The forms that may be asked for; a page names the first ones.
    private static let forms: [(name: String, type: String, ending: String, make: @Sendable () -> any ArticleWriter)] =
        [
            ("html", "text/html; charset=utf-8", "html", { HTMLWriter() }),
            ("csv", "text/csv; charset=utf-8; header=present", "csv", { CSVWriter(hasByteOrderMark: true) }),
            ("jsonl", "application/x-ndjson", "jsonl", { JSONLinesWriter() }),
            ("ris", "application/x-research-info-systems; charset=utf-8", "ris", { RISWriter() }),
            ("bibtex", "application/x-bibtex; charset=utf-8", "bib", { BibTeXWriter() }),
        ]

    let archive: ArchivePool

    /// The file, to be downloaded.
    ///
    /// - Throws: `WebError`, `ArchiveError`.
    func response(_ tag: String, as typed: String) async throws -> Response {
        guard let form = Self.forms.first(where: { $0.name == typed }) else {
            throw WebError.badParameter("as", typed, Self.forms.map(\.name).joined(separator: ", "))
        }
        let ids = try await archive.ask { try $0.readingListPositions(tag) }.map(\.article.description)
        guard !ids.isEmpty else {
            throw WebError(.notFound, "unknown-tag", "No article has the tag \(tag.prefix(100)).")
        }
        let body = ResponseBody { [archive] writer in
            var format = form.make()
            var bytes = format.prologue
            for start in stride(from: 0, to: ids.count, by: Self.atOnce) {
                let part = ids[start..<min(ids.count, start + Self.atOnce)]
                let articles = try await archive.ask { archive in
                    // One that was erased meanwhile is left out, and one that was withdrawn, as the command does.
                    try part.compactMap { id -> ExportedArticle? in
                        guard case .found(let record) = try archive.article(id), !record.isWithdrawn else { return nil }
                        return record.exported
                    }
                }
                for article in articles { format.append(article, to: &bytes) }
                try await writer.write(ByteBuffer(bytes: bytes))
                bytes = []
            }
            try await writer.write(ByteBuffer(bytes: format.epilogue))
            try await writer.finish(nil)
        }
        var response = Response(status: .ok, body: body)
        response.headers.set("Content-Type", form.type)
        response.headers.set(
            "Content-Disposition", "attachment; filename=\"reading-list.\(form.ending)\"")
        return response
    }
}
