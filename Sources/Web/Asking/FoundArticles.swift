import ArticleQuery

/// What a search found.
struct FoundArticles: Sendable {
    var hits: [SearchHit]
    /// Where the next page begins.
    var next: PageCursor?
    /// What a person should know of how the words were taken.
    var notes: [String]

    init(hits: [SearchHit], next: PageCursor?, notes: [String]) {
        self.hits = hits
        self.next = next
        self.notes = notes
    }

    /// Asks an archive for a page: without words for the newest articles.
    init(_ search: SearchParameters, _ archive: any ArticleArchive) throws {
        guard let words = search.words else {
            let page = try archive.list(
                search.filter, query: nil, isExact: false, limit: search.limit, after: search.cursor)
            hits = page.items.map { SearchHit(article: $0, snippet: nil, headlineHighlights: [], score: 0) }
            next = page.next
            notes = []
            return
        }
        let result = try archive.search(
            SearchRequest(
                query: words, filter: search.filter, order: search.order, limit: search.limit, cursor: search.cursor))
        hits = result.page.items
        next = result.page.next
        notes =
            result.notes.map(\.description)
            + (result.isBounded ? ["The words are common: only the newest articles with them were ranked."] : [])
    }
}
