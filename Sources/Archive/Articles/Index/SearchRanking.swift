import ArticleQuery

/// How hits are ranked.
enum SearchRanking {
    /// Of the articles that match, this many of the newest are ranked. Ranking all that hold a common word would take
    /// seconds in a large archive, and among so many the newest are what a desk looks for.
    static let largestCandidateCount = 20_000
    /// Of the articles that answer a question, this many of the newest are ranked.
    static let largestRankedCount = 6_000
    /// Where no article has all words, a list by time takes those that score this part of the best one.
    static let mostWordsShare = 0.6
    /// Of the articles that hold the words, this many of the newest are looked at for those that the filter takes.
    static let largestWalk = 100_000
    /// So many more than twice a page of the best articles are scored to the end: some of them may not be shown, or are copies of others.
    static let spare = 20
    /// A page is never larger than this, so that no read keeps the log from being emptied for long.
    static let largestPage = 1_000
}
