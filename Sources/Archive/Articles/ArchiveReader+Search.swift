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
            let question = try session.question(selection, isExact: request.isExact, bounds)
            var (candidates, isBounded) = try session.candidates(request, selection, match, question, bounds)
            if request.filter.foldsCopies { candidates = try session.folded(candidates) }
            if let cursor = request.cursor { candidates = candidates.filter { $0.follows(cursor) } }
            let shown = candidates.best(size)
            let snippets = expression.snippetMaker(for: question?.words ?? [])
            let hits = try shown.compactMap { candidate -> SearchHit? in
                guard let article = try session.summary(candidate.id) else { return nil }
                let excerpt = try session.excerpt(ofArticle: candidate.id, headline: article.headline, by: snippets)
                return SearchHit(
                    article: article, snippet: excerpt.snippet, headlineHighlights: excerpt.headline,
                    score: request.order == .relevance ? candidate.score : 0,
                    parts: try question.map { try session.parts(of: candidate.id, $0) })
            }
            let next = candidates.count > size ? shown.last?.cursor : nil
            return SearchResult(
                page: Page(items: hits, next: next), isBounded: isBounded,
                notes: Self.notes(hits, question, request) + expression.notes)
        }
    }
}

extension ArchiveReader {
    /// How the question was relaxed, and what was assumed of its words.
    private static func notes(_ hits: [SearchHit], _ question: RankedQuestion?, _ request: SearchRequest) -> [QueryNote]
    {
        guard let question else { return [] }
        var notes: [QueryNote] = []
        let isRelaxed = question.words.count > 1 && !hits.contains { $0.parts?.missing.isEmpty ?? true }
        if isRelaxed, !hits.isEmpty, request.cursor == nil { notes.append(.relaxed(question.words.map(\.typed))) }
        for word in question.words where !word.assumed.isEmpty {
            notes.append(.assumed(word.typed, word.assumed))
        }
        return notes
    }
}

extension ReadSession {
    /// The matches to choose from: by the words that rank, or for a list by time by all that is demanded, or where nothing has all words
    /// by those that have most.
    fileprivate func candidates(
        _ request: SearchRequest, _ selection: ArticleSelection, _ match: String, _ question: RankedQuestion?,
        _ bounds: SearchBounds
    ) throws -> (candidates: [SearchCandidate], isBounded: Bool) {
        guard let question else { return try candidates(match, selection, request.order, bounds) }
        switch request.order {
        case .relevance: return try candidates(question, selection, bounds)
        case .date:
            let found = try candidates(match, selection, request.order, bounds)
            guard found.candidates.isEmpty, question.words.count > 1 else { return found }
            let (ranked, isBounded) = try candidates(question, selection, bounds)
            let most = (ranked.map(\.score).max() ?? 0) * SearchRanking.mostWordsShare
            let time = try sql("SELECT sorted FROM articles WHERE id = ?")
            return (
                try ranked.filter { $0.score >= most }.map { candidate in
                    candidate.inOrder(ofTime: try time.first(.integer(candidate.id)) { $0.integer(0) } ?? 0)
                }, isBounded
            )
        }
    }

    /// The matches to choose from: the newest that hold the words and pass the filter. FTS5 walks its lists backwards, so that no
    /// more is looked at than the bounds allow.
    fileprivate func candidates(
        _ match: String, _ selection: ArticleSelection, _ order: SearchRequest.Order, _ bounds: SearchBounds
    ) throws -> (candidates: [SearchCandidate], isBounded: Bool) {
        let column =
            switch order {
            case .relevance: SearchRanking.boundedFunction
            case .date: "a.sorted"
            }
        var found: [SearchCandidate] = []
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
                    ? SearchCandidate(id: row.integer(0), score: row.double(1))
                    : SearchCandidate(id: row.integer(0), time: row.integer(1)))
            return true
        }
        return (found, isBounded)
    }
}

extension ReadSession {
    /// The candidates without copies of others among them: of each text the one that stands for its copies where it was found,
    /// else the first in order.
    fileprivate func folded(_ candidates: [SearchCandidate]) throws -> [SearchCandidate] {
        let statement = try sql("SELECT best FROM copies WHERE article = ?")
        var groups: [Int64: Int] = [:]
        var kept: [SearchCandidate] = []
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
    /// Articles that are ranked by a question.
    var ranked = SearchRanking.largestRankedCount
    /// Articles with the rarer words of a question, all of which are scored.
    var seeds = QuestionPlan.seedArticles
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
