import SearchText

/// Which plain words of a query ask and join and name nothing. What stands in capitals among small letters is a name.
struct SmallWords {
    private let isShouted: Bool

    /// - Parameter terms: all terms of the query.
    init(among terms: [QueryTerm]) {
        isShouted = terms.allSatisfy { $0.typed == $0.typed.uppercased() }
    }

    /// Whether a term is such a word.
    func contain(_ term: QueryTerm) -> Bool {
        guard term.isRanked, let phrase = term.phrases.first, phrase.tokens.count == 1,
            !phrase.isPrefix || phrase.tokens[0].isDividedScript
        else { return false }
        let token = phrase.tokens[0]
        if FunctionWords.containUnit(token) { return true }
        let isName =
            !isShouted && term.typed.count > 1 && term.typed == term.typed.uppercased()
            && term.typed != term.typed.lowercased()
        return !isName && FunctionWords.contain(token)
    }
}

extension SearchQuery {
    /// The query without the words that name nothing, and these words; nil where it has none of them, or no others.
    package var withoutSmallWords: (query: SearchQuery, leftOut: [String])? {
        let terms = rankedTerms
        let small = SmallWords(among: scoredTerms.map(\.term))
        let places = Set(terms.indices.filter { small.contain(terms[$0]) })
        guard !places.isEmpty, places.count < scoredTerms.count else { return nil }
        return (leavingOut(places), places.sorted().map { terms[$0].typed })
    }

    /// The plain words that have inflected forms, wherever they must stand, but for what is excluded.
    package var plainWords: [(typed: String, folded: String)] {
        scoredTerms.compactMap { scored in scored.term.inflected.map { (scored.term.typed, $0) } }
    }
}
