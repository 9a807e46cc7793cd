/// An article as the grouping of stories sees it.
public struct StoryArticle: Sendable {
    /// The caller's number of the article; greater ones came later.
    public var id: Int64
    /// When it was published, in milliseconds since 1970; nil where that is not known: an undated article is of no story.
    public var time: Int64?
    /// What it is about.
    public var terms: StoryTerms
    /// The story that it belongs to: the number of the article that opened the story; nil where it stands alone.
    public var story: Int64?

    /// An article that belongs to no story yet, or to one that is known from before.
    public init(id: Int64, time: Int64?, terms: StoryTerms, story: Int64? = nil) {
        self.id = id
        self.time = time
        self.terms = terms
        self.story = story
    }
}

/// A change of what belongs together.
public struct StoryChange: Sendable, Equatable {
    /// The article.
    public var article: Int64
    /// Its story now; nil where it stands alone.
    public var story: Int64?
}
