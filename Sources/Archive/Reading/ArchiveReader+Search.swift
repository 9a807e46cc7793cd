import NewsModel

extension ArchiveReader {
    /// Finds articles by their words.
    ///
    /// Any text is a query. Where more than `SearchRanking.largestCandidateCount` articles match, the newest of them are
    /// ranked and the result says so.
    public func search(_ request: SearchRequest) throws(ArchiveError) -> SearchResult {
        try search(request, candidateLimit: SearchRanking.largestCandidateCount)
    }

    func search(_ request: SearchRequest, candidateLimit: Int) throws(ArchiveError) -> SearchResult {
        try read("search") { session in
            let expression = try session.expression(request.query, request.filter, isExact: request.isExact)
            guard let match = expression.matchExpression else {
                return SearchResult(page: Page(items: [], next: nil), isBounded: false, notes: expression.notes)
            }
            let size = max(0, min(request.limit, SearchRanking.largestPage))
            var (candidates, isBounded) =
                switch request.order {
                case .relevance: try session.ranked(match, request.filter, limit: candidateLimit)
                case .date: try session.dated(match, request.filter, limit: candidateLimit)
                }
            if let cursor = request.cursor { candidates = candidates.filter { $0.follows(cursor) } }
            let shown = candidates.best(size)
            let hits = try shown.compactMap { candidate -> SearchHit? in
                guard let article = try session.summary(candidate.id) else { return nil }
                let excerpt = try expression.excerpt(ofArticle: candidate.id)
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
    /// Matches with their bm25, which FTS5 gives as a negative number, better ones lower.
    fileprivate func ranked(
        _ match: String, _ filter: ArticleFilter, limit: Int
    ) throws -> (candidates: [Candidate], isBounded: Bool) {
        try candidates(match, filter, limit, column: "article_index.rank") {
            Candidate(id: $0.integer(0), score: -$0.double(1))
        }
    }

    /// Matches with the time they are sorted by.
    fileprivate func dated(
        _ match: String, _ filter: ArticleFilter, limit: Int
    ) throws -> (candidates: [Candidate], isBounded: Bool) {
        try candidates(match, filter, limit, column: "a.sorted") { Candidate(id: $0.integer(0), time: $0.integer(1)) }
    }

    /// The newest matches, newest first: FTS5 walks its lists backwards, so that no more than the limit is looked at.
    private func candidates(
        _ match: String, _ filter: ArticleFilter, _ limit: Int, column: String, make: (PreparedStatement) -> Candidate
    ) throws -> (candidates: [Candidate], isBounded: Bool) {
        let (condition, values) = filter.condition
        var found: [Candidate] = []
        try sql(
            """
            SELECT article_index.rowid, \(column) FROM article_index CROSS JOIN articles a ON a.id = article_index.rowid
            WHERE article_index MATCH ? AND \(condition) ORDER BY article_index.rowid DESC LIMIT ?
            """
        ).each([.text(match)] + values + [SQLValue(limit + 1)]) { row in
            found.append(make(row))
            return true
        }
        return (Array(found.prefix(limit)), found.count > limit)
    }
}
