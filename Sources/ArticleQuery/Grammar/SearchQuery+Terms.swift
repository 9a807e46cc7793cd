import SearchText

extension SearchQuery {
    /// A term that an article may match, and where.
    struct MatchedTerm {
        var phrases: [TokenPhrase]
        /// Empty for all.
        var fields: Set<SearchField>
    }

    /// The terms that the query looks for, not those that it excludes.
    func matchedTerms(expanding: (String) -> [String]) -> [MatchedTerm] {
        var terms: [MatchedTerm] = []
        func visit(_ node: QueryNode) {
            switch node {
            case .term(let term, let fields):
                terms.append(MatchedTerm(phrases: term.phrases(expanding: expanding), fields: fields))
            case .near(let near, _, let fields):
                for term in near {
                    terms.append(MatchedTerm(phrases: term.phrases(expanding: expanding), fields: fields))
                }
            case .any(let nodes), .all(let nodes, _):
                nodes.forEach(visit)
            }
        }
        if let root { visit(root) }
        return terms
    }
}

extension SnippetMaker {
    /// A maker for one query.
    ///
    /// - Parameters:
    ///   - query: what was searched.
    ///   - words: the passage's length in words, at least 5; two characters of scripts without spaces are one. 30 by default.
    ///   - expanding: gives the inflected forms of a folded word, as for ``SearchQuery/matchExpression(expanding:naming:)``.
    package init(query: SearchQuery, words: Int = 30, expanding: (String) -> [String] = { _ in [] }) {
        let terms = query.matchedTerms(expanding: expanding)
        func phrases(in field: SearchField) -> [[TokenPhrase]] {
            terms.filter { $0.fields.isEmpty || $0.fields.contains(field) }.map(\.phrases)
        }
        self.init(bodyTerms: phrases(in: .body), headlineTerms: phrases(in: .headline), words: words)
    }
}
