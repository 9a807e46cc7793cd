/// How hits are ranked.
enum SearchRanking {
    /// Weights of headline, body, outlet and author for bm25: a word in the headline says what an article is about.
    static let rankFunction = "bm25(8.0, 1.0, 2.0, 2.0)"
}
