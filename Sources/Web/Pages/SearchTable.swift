import ArticleQuery
import Export
import Hummingbird
import NIOCore

/// What a search finds as a table for spreadsheets, as `wiredesk export --as csv` writes it.
struct SearchTable: Sendable {
    let archive: ArchivePool

    func add(to router: Router<WebContext>) {
        router.get("search.csv") { request, _ in try await table(request) }
    }

    /// The articles that have all of the words and pass the filters. They are read page by page, so that no transaction lasts as long
    /// as the client takes.
    private func table(_ request: Request) async throws -> Response {
        let search = try SearchParameters(request.query)
        let selection = ExportSelection(query: search.words, filter: search.filter)
        // What cannot be asked is refused before anything is sent.
        let first = try await archive.ask { try $0.exported(selection, after: nil) }
        let body = ResponseBody { [archive] writer in
            // Spreadsheet programs take a file that was opened by a click for another character set without the mark.
            var table = CSVWriter(hasByteOrderMark: true)
            var bytes = table.prologue
            var page = first
            while true {
                for version in page.versions { table.append(version.exported, to: &bytes) }
                if !bytes.isEmpty { try await writer.write(ByteBuffer(bytes: bytes)) }
                bytes = []
                guard let next = page.next else { break }
                page = try await archive.ask { try $0.exported(selection, after: next) }
            }
            try await writer.finish(nil)
        }
        var response = Response(status: .ok, body: body)
        response.headers.set("Content-Type", "text/csv; charset=utf-8; header=present")
        response.headers.set("Content-Disposition", "attachment; filename=\"wiredesk.csv\"")
        return response
    }
}
