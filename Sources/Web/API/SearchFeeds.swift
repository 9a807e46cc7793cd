import ArticleQuery
import Export
import Hummingbird
import NewsModel

/// Searches for other programs of a person: the browser's search field and a feed reader.
struct SearchFeeds: Sendable {
    let archive: ArchivePool

    func add(to router: Router<WebContext>) {
        router.get("opensearch.xml") { request, context in Self.description(request, context) }
        router.get("search.atom") { request, context in try await search(request, context) }
        router.get("alerts/:name") { request, context in try await alert(request, context) }
    }

    /// OpenSearch 1.1, by which a browser offers the archive in its search field.
    private static func description(_ request: Request, _ context: WebContext) -> Response {
        let address = MarkupEscaping.escaped(request.origin(context))
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

    /// The newest articles that a search finds.
    private func search(_ request: Request, _ context: WebContext) async throws -> Response {
        let search = try SearchParameters(request.query.with("sort", "date"))
        let found = try await archive.ask { try FoundArticles(search, $0) }
        return feed(search.words ?? "latest", found.hits, request, context)
    }

    /// The articles that a saved search has found last.
    private func alert(_ request: Request, _ context: WebContext) async throws -> Response {
        let file = context.part("name")
        guard FeedAddress.isFeed(file) else {
            throw WebError(.notFound, "unknown-page", "There is no such page. The feed of an alert is NAME.atom.")
        }
        let name = String(file.dropLast(FeedAddress.ending.count))
        let page = try ListParameters(request.query)
        let hits = try await archive.ask { try AlertRequest.hits(name, page, $0).items }
        return feed(
            name, hits.map { SearchHit(article: $0, snippet: nil, headlineHighlights: [], score: 0) }, request,
            context)
    }

    /// A feed (RFC 4287). Its key is no part of what it says of itself.
    private func feed(
        _ title: String, _ hits: [SearchHit], _ request: Request, _ context: WebContext
    ) -> Response {
        let address = request.origin(context)
        let own = MarkupEscaping.escaped("\(address)\(FeedAddress(path: request.uri.path, request.query))")
        let updated = hits.map(\.article.sortTime).max() ?? 0
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom"><title>\(MarkupEscaping.escaped("Wiredesk: " + title))</title>\
            <id>\(own)</id><link rel="self" href="\(own)"/><author><name>Wiredesk</name></author>\
            <updated>\(UTCInstant(milliseconds: updated).description)</updated>

            """
        for hit in hits { text += Self.entry(hit, address) }
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
