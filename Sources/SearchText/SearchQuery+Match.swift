/// The query as FTS5 takes it.
extension SearchQuery {
    /// The MATCH expression over an FTS5 table with the columns of ``QueryField`` and the text of ``SearchFold``; nil
    /// when the query looks for nothing.
    ///
    /// Every token is quoted and holds only what ``SearchFold`` writes, so nothing that was typed reaches FTS5 as syntax.
    ///
    /// - Parameter expanding: gives further forms of a folded word, which match as the word does; see ``WordForms``. The
    ///   default gives none: an exact search.
    public func matchExpression(expanding: (String) -> [String] = { _ in [] }) -> String? {
        guard let root else { return nil }
        var writer = MatchWriter()
        return writer.expression(root, expanding)
    }
}

/// Writes a tree as an FTS5 expression and counts what it costs.
private struct MatchWriter {
    /// How many more forms may be added.
    private var phrasesLeft = QueryLimits.phrases

    mutating func expression(_ node: QueryNode, _ expanding: (String) -> [String]) -> String {
        switch node {
        case .term(let term, let fields):
            return scoped(alternatives(term, expanding).map(quoted), fields)
        case .near(let terms, let distance, let fields):
            return scoped(near(terms, distance, expanding), fields)
        case .any(let nodes):
            return "(" + nodes.map { expression($0, expanding) }.joined(separator: " OR ") + ")"
        case .all(let must, let mustNot):
            let matched = must.map { expression($0, expanding) }.joined(separator: " AND ")
            if mustNot.isEmpty { return "(" + matched + ")" }
            let excluded = mustNot.map { expression($0, expanding) }.joined(separator: " OR ")
            return "((" + matched + ") NOT (" + excluded + "))"
        }
    }

    /// The phrases of a term; its own always, its forms as long as the query's budget lasts.
    private mutating func alternatives(_ term: QueryTerm, _ expanding: (String) -> [String]) -> [QueryPhrase] {
        let own = term.phrases.count
        let all = phrasesLeft > own ? term.phrases(expanding: expanding) : term.phrases
        let taken = all.prefix(max(own, phrasesLeft))
        phrasesLeft = max(0, phrasesLeft - taken.count)
        return Array(taken)
    }

    /// NEAR takes phrases, not alternatives, so each combination is a group of its own, up to a limit.
    private mutating func near(
        _ terms: [QueryTerm], _ distance: Int, _ expanding: (String) -> [String]
    ) -> [String] {
        var combinations: [[QueryPhrase]] = [[]]
        for term in terms {
            let forms = alternatives(term, expanding)
            let room = max(1, QueryLimits.nearCombinations / combinations.count)
            combinations = combinations.flatMap { beginning in forms.prefix(room).map { beginning + [$0] } }
        }
        return combinations.map { phrases in
            "NEAR(" + phrases.map(quoted).joined(separator: " ") + ", \(distance))"
        }
    }

    private func scoped(_ alternatives: [String], _ fields: Set<QueryField>) -> String {
        let joined = alternatives.joined(separator: " OR ")
        let group = alternatives.count > 1 ? "(" + joined + ")" : joined
        if fields.isEmpty { return group }
        return "{" + fields.map(\.column).sorted().joined(separator: " ") + "} : " + group
    }

    private func quoted(_ phrase: QueryPhrase) -> String {
        "\"" + phrase.tokens.joined(separator: " ") + "\"" + (phrase.isPrefix ? "*" : "")
    }
}
