import SearchText

/// The query as FTS5 takes it.
extension SearchQuery {
    /// The MATCH expression over an FTS5 table with the columns of ``SearchField`` and the text of ``SearchFold``; nil
    /// when the query looks for nothing.
    ///
    /// Every token is quoted and holds only what ``SearchFold`` writes, so nothing that was typed reaches FTS5 as syntax.
    ///
    /// - Parameter expanding: gives further forms of a folded word, which match as the word does; see ``WordForms``. The
    ///   default gives none: an exact search.
    /// - Parameter naming: gives other names of what the tokens of a phrase name in a field of names (``SearchField/names``), each
    ///   folded, with a space between its tokens. The default gives none.
    /// - Parameter mending: gives what may have been meant by a folded word that is misspelled; not asked for what is excluded. The default
    ///   gives none.
    public func matchExpression(
        expanding: (String) -> [String] = { _ in [] },
        naming: (_ tokens: [String], SearchField) -> [String] = { _, _ in [] },
        mending: (String) -> [String] = { _ in [] }
    ) -> String? {
        guard let root else { return nil }
        return withoutActuallyEscaping(expanding) { expanding in
            withoutActuallyEscaping(naming) { naming in
                withoutActuallyEscaping(mending) { mending in
                    var writer = MatchWriter(expanding: expanding, naming: naming, mending: mending)
                    return writer.expression(root)
                }
            }
        }
    }
}

/// Writes a tree as an FTS5 expression and counts what it costs.
private struct MatchWriter {
    /// How many more forms may be added.
    private var phrasesLeft = QueryLimits.phrases
    private let expanding: (String) -> [String]
    private let naming: (_ tokens: [String], SearchField) -> [String]
    private let mending: (String) -> [String]
    /// Whether what is written is excluded.
    private var isExcluding = false

    init(
        expanding: @escaping (String) -> [String], naming: @escaping (_ tokens: [String], SearchField) -> [String],
        mending: @escaping (String) -> [String]
    ) {
        self.expanding = expanding
        self.naming = naming
        self.mending = mending
    }

    mutating func expression(_ node: QueryNode) -> String {
        switch node {
        case .term(let term, let fields):
            return scoped((alternatives(term) + otherNames(term, fields)).map(quoted), fields)
        case .near(let terms, let distance, let fields):
            return scoped(near(terms, distance), fields)
        case .any(let nodes):
            return "(" + nodes.map { expression($0) }.joined(separator: " OR ") + ")"
        case .all(let must, let mustNot):
            let matched = must.map { expression($0) }.joined(separator: " AND ")
            if mustNot.isEmpty { return "(" + matched + ")" }
            let isInside = isExcluding
            isExcluding = true
            defer { isExcluding = isInside }
            let excluded = mustNot.map { expression($0) }.joined(separator: " OR ")
            return "((" + matched + ") NOT (" + excluded + "))"
        }
    }

    /// The phrases of a term; its own always, its forms as long as the query's budget lasts.
    private mutating func alternatives(_ term: QueryTerm) -> [TokenPhrase] {
        let own = term.phrases.count
        let (forms, meant, isExcluding) = (expanding, mending, isExcluding)
        let all =
            phrasesLeft > own
            ? term.phrases(expanding: { isExcluding ? forms($0) : forms($0) + meant($0) }) : term.phrases
        let taken = all.prefix(max(own, phrasesLeft))
        phrasesLeft = max(0, phrasesLeft - taken.count)
        return Array(taken)
    }

    /// What a name that is looked for in fields of names is called besides.
    private mutating func otherNames(_ term: QueryTerm, _ fields: Set<SearchField>) -> [TokenPhrase] {
        guard !fields.isEmpty, fields.allSatisfy({ $0.names != nil }), let typed = term.phrases.first, !typed.isPrefix
        else {
            return []
        }
        var names: [TokenPhrase] = []
        for field in fields.sorted(by: { $0.column < $1.column }) {
            for name in naming(typed.tokens, field) where phrasesLeft > 0 {
                let phrase = TokenPhrase(tokens: name.split(separator: " ").map(String.init))
                guard !phrase.tokens.isEmpty, phrase.tokens.allSatisfy(SearchFold.isToken), !names.contains(phrase)
                else {
                    continue
                }
                names.append(phrase)
                phrasesLeft -= 1
            }
        }
        return names
    }

    /// NEAR takes phrases, not alternatives, so each combination is a group of its own, up to a limit.
    private mutating func near(_ terms: [QueryTerm], _ distance: Int) -> [String] {
        var combinations: [[TokenPhrase]] = [[]]
        for term in terms {
            let forms = alternatives(term)
            let room = max(1, QueryLimits.nearCombinations / combinations.count)
            combinations = combinations.flatMap { beginning in forms.prefix(room).map { beginning + [$0] } }
        }
        return combinations.map { phrases in
            "NEAR(" + phrases.map(quoted).joined(separator: " ") + ", \(distance))"
        }
    }

    private func scoped(_ alternatives: [String], _ fields: Set<SearchField>) -> String {
        let joined = alternatives.joined(separator: " OR ")
        let group = alternatives.count > 1 ? "(" + joined + ")" : joined
        if fields.isEmpty { return group }
        return "{" + fields.map(\.column).sorted().joined(separator: " ") + "} : " + group
    }

    private func quoted(_ phrase: TokenPhrase) -> String {
        "\"" + phrase.tokens.joined(separator: " ") + "\"" + (phrase.isPrefix ? "*" : "")
    }
}
