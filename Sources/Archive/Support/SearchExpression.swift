import NewsModel

/// What was typed, as the full-text index takes it; with `IndexFolding` the only place that knows the room `SearchText`.
struct SearchExpression {
    private let query: String
    private let session: ReadSession

    init(_ query: String, isExact: Bool, _ session: ReadSession) {
        self.query = query
        self.session = session
    }

    /// What a person should know of how the query was taken.
    var notes: [String] { [] }

    /// The MATCH expression; nil when there is nothing to look for.
    func match() throws -> String? {
        let words = query.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard !words.isEmpty else { return nil }
        return words.map { "\"\($0)\"" }.joined(separator: " ")
    }

    /// The best stretch of an article's current text.
    func snippet(ofArticle id: Int64) throws -> Snippet {
        let body = try session.sql(
            "SELECT v.body FROM articles a JOIN versions v ON v.id = a.current WHERE a.id = ?"
        ).first(.integer(id)) { $0.text(0) }
        return Snippet(text: String((body ?? "").prefix(200)))
    }
}
