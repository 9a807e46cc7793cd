/// How hits are ranked.
enum SearchRanking {
    /// Weights of headline, body, outlet and author for bm25: a word in the headline says what an article is about. Names stand in
    /// the text already and add nothing; a tag is what a person says of the article.
    static let rankFunction = "bm25(8.0, 1.0, 2.0, 2.0, 0.0, 0.0, 0.0, 0.0, 4.0)"
    /// The same weights for the function that this program ranks by (`CRanking`); greater is better.
    static let boundedFunction = "bounded_bm25(article_index, 8.0, 1.0, 2.0, 2.0, 0.0, 0.0, 0.0, 0.0, 4.0)"
    /// Of the articles that match, this many of the newest are ranked. Ranking all that hold a common word would take
    /// seconds in a large archive, and among so many the newest are what a desk looks for.
    static let largestCandidateCount = 20_000
    /// Of the articles that hold the words, this many of the newest are looked at for those that the filter takes.
    static let largestWalk = 100_000
    /// A page is never larger than this, so that no read keeps the log from being emptied for long.
    static let largestPage = 1_000
}
