import ArticleQuery
import NewsModel

extension ArchiveReader {
    /// Finds articles by their words.
    ///
    /// Any text is a query. Where more articles match than `SearchBounds` allow to rank, the newest of them are ranked and the
    /// result says so.
    public func search(_ request: SearchRequest) throws(ArchiveError) -> SearchResult {
        try search(request, SearchBounds())
    }

    func search(_ request: SearchRequest, _ bounds: SearchBounds) throws(ArchiveError) -> SearchResult {
        try read("search") { session in
            // Copies are folded under those that were found too, which only the list of them tells.
            var unfolded = request.filter
            unfolded.foldsCopies = false
            let selection = try session.selection(request.query, unfolded, isExact: request.isExact)
            guard let expression = selection.expression, let match = selection.match else {
                return try session.listed(request, selection)
            }
            let size = max(0, min(request.limit, SearchRanking.largestPage))
            var (candidates, isBounded) = try session.candidates(match, selection, request.order, bounds)
            if request.filter.foldsCopies { candidates = try session.folded(candidates) }
            if let cursor = request.cursor { candidates = candidates.filter { $0.follows(cursor) } }
            let shown = candidates.best(size)
            let hits = try shown.compactMap { candidate -> SearchHit? in
                guard let article = try session.summary(candidate.id) else { return nil }
                let excerpt = try expression.excerpt(ofArticle: candidate.id, headline: article.headline)
                return SearchHit(
                    article: article, snippet: excerpt.snippet, headlineHighlights: excerpt.headline,
                    score: request.order == .relevance ? candidate.score : 0)
            }
            let next = candidates.count > size ? shown.last?.cursor : nil
            return SearchResult(page: Page(items: hits, next: next), isBounded: isBounded, notes: expression.notes)
        }
    }
}

/// An article that matches, and where it stands among the others.
private struct Candidate {
    let id: Int64
    /// Greater comes first: the score's bits, which are ordered as the score is, or the time.
    let order: Int64

    init(id: Int64, time: Int64) {
        self.id = id
        order = time
    }

    init(id: Int64, score: Double) {
        self.id = id
        // Bit patterns of positive numbers are ordered as the numbers are (IEEE 754).
        order = Int64(bitPattern: max(0, score).bitPattern)
    }

    var score: Double { Double(bitPattern: UInt64(bitPattern: order)) }
    var cursor: PageCursor { PageCursor(order: order, id: id) }

    func precedes(_ other: Candidate) -> Bool { order != other.order ? order > other.order : id > other.id }
    func follows(_ cursor: PageCursor) -> Bool {
        order != cursor.order ? order < cursor.order : id < cursor.id
    }
}

extension [Candidate] {
    /// The first `count` in order; linear in the candidates for a page that is small beside them.
    fileprivate func best(_ count: Int) -> [Candidate] {
        Array(sorted { $0.precedes($1) }.prefix(count))
    }
}

extension ReadSession {
    /// The matches to choose from: the newest that hold the words and pass the filter. FTS5 walks its lists backwards, so that no
    /// more is looked at than the bounds allow.
    fileprivate func candidates(
        _ match: String, _ selection: ArticleSelection, _ order: SearchRequest.Order, _ bounds: SearchBounds
    ) throws -> (candidates: [Candidate], isBounded: Bool) {
        let column =
            switch order {
            case .relevance: SearchRanking.boundedFunction
            case .date: "a.sorted"
            }
        var found: [Candidate] = []
        var walked = 0
        var isBounded = false
        // The filter is a column, so that the rows that it leaves out are counted too.
        try sql(
            """
            SELECT article_index.rowid, CASE WHEN \(selection.condition) THEN \(column) END
            FROM article_index CROSS JOIN articles a ON a.id = article_index.rowid
            WHERE article_index MATCH ? ORDER BY article_index.rowid DESC
            """
        ).each(selection.values + [.text(match)]) { row in
            guard found.count < bounds.candidates, walked < bounds.walk else {
                isBounded = true
                return false
            }
            walked += 1
            guard !row.isNull(1) else { return true }
            found.append(
                order == .relevance
                    ? Candidate(id: row.integer(0), score: row.double(1))
                    : Candidate(id: row.integer(0), time: row.integer(1)))
            return true
        }
        return (found, isBounded)
    }
}

extension ReadSession {
    /// The candidates without copies of others among them: of each text the one that stands for its copies where it was found,
    /// else the first in order.
    fileprivate func folded(_ candidates: [Candidate]) throws -> [Candidate] {
        let statement = try sql("SELECT best FROM copies WHERE article = ?")
        var groups: [Int64: Int] = [:]
        var kept: [Candidate] = []
        for candidate in candidates {
            let best = try statement.first(.integer(candidate.id)) { $0.integer(0) } ?? candidate.id
            guard let place = groups[best] else {
                groups[best] = kept.count
                kept.append(candidate)
                continue
            }
            let isBetter = candidate.id == best || (kept[place].id != best && candidate.precedes(kept[place]))
            if isBetter { kept[place] = candidate }
        }
        return kept
    }
}

/// How much a search looks at.
struct SearchBounds {
    /// Articles that match and are ranked.
    var candidates = SearchRanking.largestCandidateCount
    /// Articles that hold the words.
    var walk = SearchRanking.largestWalk
}

extension ReadSession {
    /// The articles of a search without words, which asks by conditions alone: the newest first, in either order.
    fileprivate func listed(_ request: SearchRequest, _ selection: ArticleSelection) throws -> SearchResult {
        guard selection.isPossible else {
            return SearchResult(page: Page(items: [], next: nil), isBounded: false, notes: selection.notes)
        }
        let size = max(0, min(request.limit, SearchRanking.largestPage))
        let folded = try self.selection(request.query, request.filter, isExact: request.isExact)
        let page = try list(folded, size: size, after: request.cursor)
        let hits = page.items.map { SearchHit(article: $0, snippet: nil, headlineHighlights: [], score: 0) }
        return SearchResult(page: Page(items: hits, next: page.next), isBounded: false, notes: selection.notes)
    }
}
