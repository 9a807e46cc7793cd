import SearchText

extension SnippetMaker {
    /// A maker for a query whose plain words rank, each with everything that means it.
    ///
    /// - Parameters:
    ///   - words: the plain words.
    ///   - expanding: gives the inflected forms of what is demanded.
    package init(query: SearchQuery, words: [RankedWord], expanding: (String) -> [String]) {
        let demanded = query.demands?.matchedTerms(expanding: expanding) ?? []
        func phrases(in field: SearchField) -> [[TokenPhrase]] {
            let ranked = words.map { word in
                word.fields.isEmpty || word.fields.contains(field) ? word.alternatives.map(\.phrase) : []
            }
            return ranked + demanded.filter { $0.fields.isEmpty || $0.fields.contains(field) }.map(\.phrases)
        }
        self.init(bodyTerms: phrases(in: .body), headlineTerms: phrases(in: .headline))
    }
}
