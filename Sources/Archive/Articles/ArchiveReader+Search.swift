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

    /// Finds articles as `search(_:)` does, ranked by other constants.
    package func search(_ request: SearchRequest, by constants: RankingConstants) throws(ArchiveError) -> SearchResult {
        try search(request, SearchBounds(constants: constants))
    }

    func search(_ request: SearchRequest, _ bounds: SearchBounds) throws(ArchiveError) -> SearchResult {
        try read("search") { session in
            // Copies are folded under those that were found too, which only the list of them tells.
            var unfolded = request.filter
            unfolded.foldsCopies = false
            if let addressed = try session.addressed(request) { return addressed }
            let selection = try session.selection(
                request.query, unfolded, isExact: request.isExact, for: request.order == .date ? .set : .ranking)
            guard let expression = selection.expression, let match = selection.match,
                let question = try session.question(selection, isExact: request.isExact, bounds)
            else { return try session.listed(request) }
            let size = max(0, min(request.limit, SearchRanking.largestPage))
            let (found, shown, hasMore) = try session.answer(request, size, selection, match, question, bounds)
            let snippets = expression.snippetMaker(for: question.words)
            let hits = try shown.compactMap { candidate -> SearchHit? in
                guard let article = try session.summary(candidate.id) else { return nil }
                let excerpt = try session.excerpt(ofArticle: candidate.id, article, by: snippets)
                return SearchHit(
                    article: article, snippet: excerpt.snippet, headlineHighlights: excerpt.headline,
                    score: request.order == .relevance ? candidate.score : 0,
                    parts: try session.parts(of: candidate, found, question, excerpt))
            }
            let next = hasMore ? shown.last?.cursor : nil
            return SearchResult(
                page: Page(items: hits, next: next), isBounded: found.isBounded,
                notes: Self.notes(hits, question, request) + selection.notes)
        }
    }
}

extension ArchiveReader {
    /// How the question was relaxed, and what was assumed of its words.
    private static func notes(_ hits: [SearchHit], _ question: RankedQuestion, _ request: SearchRequest) -> [QueryNote]
    {
        var notes: [QueryNote] = []
        let subjects = question.subjects
        let ranked = Set(subjects.lazy.filter { !$0.isDemanded }.map(\.typed))
        // What is demanded is there, and of alternatives one is enough.
        let isRelaxed =
            subjects.count > 1 && !ranked.isEmpty
            && !hits.contains { $0.parts.map { ranked.isDisjoint(with: $0.missing) } ?? true }
        if isRelaxed, !hits.isEmpty, request.cursor == nil {
            notes.append(
                .relaxed(subjects.filter { !$0.isAlternative }.map(\.typed), isByTime: request.order == .date))
        }
        for word in subjects where !word.assumed.isEmpty {
            notes.append(.assumed(word.typed, word.assumed, articles: word.articlesAsTyped))
        }
        if let time = question.time, request.order == .relevance {
            notes.append(.timePreferred(time.typed, time.range))
        }
        return notes
    }
}

extension ReadSession {
    /// The first hits, what they were chosen from, and whether there are more.
    fileprivate func answer(
        _ request: SearchRequest, _ size: Int, _ selection: ArticleSelection, _ match: String,
        _ question: RankedQuestion,
        _ bounds: SearchBounds
    ) throws -> (found: FoundCandidates, shown: [SearchCandidate], hasMore: Bool) {
        // What stands before a later page is needed too.
        let wanted =
            request.cursor != nil || request.order == .date ? 0 : 2 * size + SearchRanking.spare
        var found = try candidates(request, selection, match, question, bounds, best: wanted)
        if let (shown, hasMore) = try hits(size, of: found, request) { return (found, shown, hasMore) }
        found = try candidates(request, selection, match, question, bounds, best: 0)
        guard let (shown, hasMore) = try hits(size, of: found, request) else { return (found, [], false) }
        return (found, shown, hasMore)
    }

    /// The matches to choose from: by the words that rank, or for a list by time by all that is demanded, or where nothing has all words
    /// by those that have most.
    private func candidates(
        _ request: SearchRequest, _ selection: ArticleSelection, _ match: String, _ question: RankedQuestion,
        _ bounds: SearchBounds, best wanted: Int
    ) throws -> FoundCandidates {
        switch request.order {
        case .relevance: return try candidates(question, selection, bounds, best: wanted)
        case .date:
            let found = try newest(match, selection, bounds)
            guard found.candidates.isEmpty, question.words.count > 1 else { return found }
            return try inOrderOfTime(candidates(question, selection, bounds))
        }
    }

    /// Those of the articles that answer a question that have most of its words, for a list by time.
    private func inOrderOfTime(_ ranked: FoundCandidates) throws -> FoundCandidates {
        let best = try hits(ranked.candidates.count, of: ranked, SearchRequest(query: ""))?.shown ?? []
        let most = (best.first?.score ?? 0) * SearchRanking.mostWordsShare
        let time = try sql("SELECT sorted FROM articles WHERE id = ?")
        var found = ranked
        found.candidates = try best.prefix { $0.score >= most }.map { candidate in
            candidate.inOrder(ofTime: try time.first(.integer(candidate.id)) { $0.integer(0) } ?? 0)
        }
        (found.visibility, found.leastShare) = (nil, 0)
        return found
    }

    /// The matches to choose from: the newest that hold the words and pass the filter. FTS5 walks its lists backwards, so that no
    /// more is looked at than the bounds allow.
    private func newest(
        _ match: String, _ selection: ArticleSelection, _ bounds: SearchBounds
    ) throws -> FoundCandidates {
        var found = FoundCandidates()
        var walked = 0
        // The filter is a column, so that the rows that it leaves out are counted too.
        try sql(
            """
            SELECT article_index.rowid, CASE WHEN \(selection.condition) THEN a.sorted END
            FROM article_index CROSS JOIN articles a ON a.id = article_index.rowid
            WHERE article_index MATCH ? ORDER BY article_index.rowid DESC
            """
        ).each(selection.values + [.text(match)]) { row in
            guard found.candidates.count < bounds.candidates, walked < bounds.walk else {
                found.isBounded = true
                return false
            }
            walked += 1
            guard !row.isNull(1) else { return true }
            found.candidates.append(SearchCandidate(id: row.integer(0), time: row.integer(1)))
            return true
        }
        return found
    }
}

/// How much a search looks at, and the numbers by which it ranks.
struct SearchBounds {
    /// Articles that match and are ranked.
    var candidates = SearchRanking.largestCandidateCount
    /// Articles that are ranked by a question.
    var ranked = SearchRanking.largestRankedCount
    /// Articles with the rarer words of a question, all of which are scored.
    var seeds = QuestionPlan.seedArticles
    /// Articles that hold the words.
    var walk = SearchRanking.largestWalk
    /// What ranks.
    var constants = RankingConstants.standard
}

extension ReadSession {
    /// The articles of a search without words, which asks by conditions or a time alone: the newest first, in either order.
    fileprivate func listed(_ request: SearchRequest) throws -> SearchResult {
        let selection = try self.selection(request.query, request.filter, isExact: request.isExact)
        return try listed(request, selection)
    }

    /// The article whose address was typed; nil for everything else.
    fileprivate func addressed(_ request: SearchRequest) throws -> SearchResult? {
        let typed = request.query.split(whereSeparator: \.isWhitespace)
        guard typed.count == 1, ArticleKey(address: String(typed[0])) != nil else { return nil }
        var filter = request.filter
        filter.conditions.append(.address(String(typed[0])))
        let result = try listed(request, selection(nil, filter))
        return result.page.items.isEmpty ? nil : result
    }

    private func listed(_ request: SearchRequest, _ selection: ArticleSelection) throws -> SearchResult {
        let size = max(0, min(request.limit, SearchRanking.largestPage))
        let page = try list(selection, size: size, after: request.cursor)
        let hits = page.items.map { SearchHit(article: $0, snippet: nil, headlineHighlights: [], score: 0) }
        return SearchResult(page: Page(items: hits, next: page.next), isBounded: false, notes: selection.notes)
    }
}
