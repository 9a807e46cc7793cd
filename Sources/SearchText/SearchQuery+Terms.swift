extension SearchQuery {
    /// A term that an article may match, and where.
    struct MatchedTerm {
        var phrases: [QueryPhrase]
        /// Empty for all.
        var fields: Set<QueryField>
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
