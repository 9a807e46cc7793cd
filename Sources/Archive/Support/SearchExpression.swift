import SearchText

/// What was typed, as the full-text index takes it, and what to show of a hit.
struct SearchExpression {
    private let query: SearchQuery
    private let session: ReadSession
    private let match: String?
    private let snippets: SnippetMaker

    /// - Parameter languages: Those whose inflected forms count too; empty for an exact search.
    init(_ text: String, languages: [String], _ session: ReadSession) {
        let query = SearchQuery.parse(text)
        // One look-up for each word, though expression and snippets both ask.
        var known: [String: [String]] = [:]
        let forms = WordForms(languages: languages)
        func expand(_ word: String) -> [String] {
            guard !languages.isEmpty else { return [] }
            if let found = known[word] { return found }
            let found = forms.forms(of: word) { session.vocabulary($0, limit: $1) }
            known[word] = found
            return found
        }
        self.query = query
        self.session = session
        match = query.matchExpression(expanding: expand)
        snippets = SnippetMaker(query: query, expanding: expand)
    }

    /// What a person should know of how the query was taken.
    var notes: [QueryNote] { query.notes }

    /// The MATCH expression; nil when there is nothing to look for.
    var matchExpression: String? { match }

    /// The best stretch of an article's current text, and what to mark in its headline.
    func excerpt(ofArticle id: Int64) throws -> (snippet: Snippet?, headline: [Range<Int>]) {
        try session.sql("SELECT v.headline, v.body FROM articles a JOIN versions v ON v.id = a.current WHERE a.id = ?")
            .first(.integer(id)) {
                (snippets.snippet(of: $0.text(1)), snippets.highlights(inHeadline: $0.text(0)))
            } ?? (nil, [])
    }
}

extension ReadSession {
    /// Words of the index that begin with a prefix, in their order. A failure gives none: the search goes on without
    /// further forms, and meets the failure itself where it matters.
    func vocabulary(_ prefix: String, limit: Int) -> [String] {
        (try? sql("SELECT term FROM article_words WHERE term >= ? AND term < ? LIMIT ?").all(
            .text(prefix), .text(prefix + "\u{10FFFF}"), SQLValue(limit)
        ) { $0.text(0) }) ?? []
    }

    /// The languages of the archive's articles.
    func languages() throws -> [String] {
        try sql("SELECT code FROM languages").all { $0.text(0) }
    }
}
