import ArticleQuery
import Export
import Hummingbird
import NewsModel

/// Searches for other programs of a person: the browser's search field and a feed reader.
struct SearchFeeds: Sendable {
    let archive: ArchivePool

    func add(to router: Router<WebContext>) {
        router.get("opensearch.xml") { request, _ in Self.description(request) }
        router.get("search.atom") { request, _ in try await feed(request) }
    }

    /// OpenSearch 1.1, by which a browser offers the archive in its search field.
    private static func description(_ request: Request) -> Response {
        let address = MarkupEscaping.escaped("http://\(request.head.authority ?? "localhost")")
        return Reply.bytesReply(
            Array(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>Wiredesk</ShortName>\
                <Description>Search the articles of this archive</Description><InputEncoding>UTF-8</InputEncoding>\
                <Url type="text/html" template="\(address)/search?q={searchTerms}"/>\
                <Url type="application/atom+xml" template="\(address)/search.atom?q={searchTerms}"/>\
                </OpenSearchDescription>

                """.utf8), type: "application/opensearchdescription+xml", for: request)
    }

    /// The newest articles that a search finds (RFC 4287).
    private func feed(_ request: Request) async throws -> Response {
        let search = try SearchParameters(request.query.with("sort", "date"))
        let found = try await archive.ask { try FoundArticles(search, $0) }
        let address = "http://\(request.head.authority ?? "localhost")"
        let query = request.query.encoded
        let own = MarkupEscaping.escaped("\(address)/search.atom" + (query.isEmpty ? "" : "?" + query))
        let updated = found.hits.map(\.article.sortTime).max() ?? 0
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom"><title>\(MarkupEscaping.escaped("Wiredesk: " + (search.words ?? "latest")))</title>\
            <id>\(own)</id><link rel="self" href="\(own)"/><author><name>Wiredesk</name></author>\
            <updated>\(UTCInstant(milliseconds: updated).description)</updated>

            """
        for hit in found.hits { text += Self.entry(hit, address) }
        return Reply.bytesReply(
            Array((text + "</feed>\n").utf8), type: "application/atom+xml; charset=utf-8", for: request)
    }

    private static func entry(_ hit: SearchHit, _ address: String) -> String {
        let article = hit.article
        let title = MarkupEscaping.escaped(article.headline ?? "(no headline)")
        let link = MarkupEscaping.escaped("\(address)/articles/\(article.id)")
        let time = UTCInstant(milliseconds: article.sortTime).description
        var text = "<entry><title>\(title)</title><id>urn:wiredesk:\(article.id)</id><link href=\"\(link)\"/>"
        text += "<updated>\(time)</updated>"
        for author in article.authors { text += "<author><name>\(MarkupEscaping.escaped(author))</name></author>" }
        if let outlet = article.outlet { text += "<category term=\"\(MarkupEscaping.escaped(outlet))\"/>" }
        if let snippet = hit.snippet { text += "<summary>\(MarkupEscaping.escaped(snippet.text))</summary>" }
        return text + "</entry>\n"
    }
}
