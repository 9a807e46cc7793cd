import NewsModel

/// What a reader tells, in order: one beginning, then articles and failed members as they are met.
package enum ReadingEvent: Sendable {
    /// The format was recognised; its name is such as `html`.
    case begin(format: String)
    /// One article, finished.
    case article(Article)
    /// A member of a container that could not be read; the others go on.
    case memberError(MemberError)
    /// A line for people that tells why something was read as it was; only from a reader that explains.
    case explanation(String)
}
