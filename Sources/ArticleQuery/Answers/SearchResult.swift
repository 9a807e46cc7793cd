import SearchText

/// A hit of a search.
public struct SearchHit: Sendable, Equatable {
    /// The article.
    public var article: ArticleSummary
    /// The place in the text that tells why it was found; nil for an article without words.
    public var snippet: Snippet?
    /// What to mark in the headline: ranges of its UTF-8 bytes, in order and apart.
    public var headlineHighlights: [Range<Int>]
    /// How good the hit is, greater is better; 0 when hits come by date.
    public var score: Double
    /// What brought it there, word by word; nil where no words ranked.
    public var parts: Parts?

    /// The parts of a score.
    public struct Parts: Sendable, Equatable {
        /// What a word of the question brought.
        public struct Word: Sendable, Equatable {
            /// The word as it was typed.
            public var typed: String
            /// How much it counts that an article has it.
            public var weight: Double
            /// What it brought; 0 where the article does not have it, or where it is too common beside the others to be scored.
            public var score: Double
            /// Whether the article has it.
            public var isFound: Bool
            /// Whether it is the time that the question names, which no article lacks.
            public var isTime: Bool

            package init(typed: String, weight: Double, score: Double, isFound: Bool, isTime: Bool = false) {
                self.isTime = isTime
                self.typed = typed
                self.weight = weight
                self.score = score
                self.isFound = isFound
            }
        }

        /// The words of the question, in their order.
        public var words: [Word]
        /// What it brought that words stand side by side as in the question.
        public var proximity: Double
        /// What it brought that every word is there.
        public var complete: Double
        /// The sum, before the time of the article counts.
        public var total: Double

        package init(words: [Word] = [], proximity: Double = 0, complete: Double = 0, total: Double = 0) {
            self.words = words
            self.proximity = proximity
            self.complete = complete
            self.total = total
        }

        /// The words of the question that the article has.
        public var matched: [String] { words.filter { $0.isFound && !$0.isTime }.map(\.typed) }
        /// Those that it does not have.
        public var missing: [String] { words.filter { !$0.isFound && !$0.isTime }.map(\.typed) }
    }

    package init(
        article: ArticleSummary, snippet: Snippet?, headlineHighlights: [Range<Int>], score: Double, parts: Parts? = nil
    ) {
        self.article = article
        self.snippet = snippet
        self.headlineHighlights = headlineHighlights
        self.score = score
        self.parts = parts
    }
}

/// What a search found.
public struct SearchResult: Sendable {
    /// One page of hits.
    public var page: Page<SearchHit>
    /// True when the words are so common that only the newest `SearchRanking.largestCandidateCount` articles with them
    /// were ranked.
    public var isBounded: Bool
    /// What was left out of the query or taken in another way than it may have been meant.
    public var notes: [QueryNote]

    package init(page: Page<SearchHit>, isBounded: Bool, notes: [QueryNote]) {
        self.page = page
        self.isBounded = isBounded
        self.notes = notes
    }
}
