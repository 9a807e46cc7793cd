import NewsModel

/// Some of the articles of a delivery, and its end with the last of them.
public struct DeliveryPortion: Sendable {
    /// The delivery.
    public var facts: DeliveryFacts
    /// Articles in the order of the file.
    public var articles: [PreparedArticle]
    /// Members that could not be read.
    public var memberErrors: [MemberError]
    /// How the delivery ended; nil when more portions of this ticket follow.
    public var end: DeliveryEnd?
    /// True when the file is read from its beginning once more, because its reader was killed: what earlier portions of this
    /// ticket brought is met again. False by default.
    public var beginsAnew: Bool

    /// A portion of a delivery.
    public init(
        facts: DeliveryFacts, articles: [PreparedArticle] = [], memberErrors: [MemberError] = [], end: DeliveryEnd?,
        beginsAnew: Bool = false
    ) {
        self.facts = facts
        self.articles = articles
        self.memberErrors = memberErrors
        self.end = end
        self.beginsAnew = beginsAnew
    }
}

/// How reading a delivery ended.
public enum DeliveryEnd: Sendable, Hashable {
    /// It was read to its end.
    case read
    /// It was not read: `Archive.known` said that its bytes are those of a stored delivery.
    case sameBytes
    /// It could not be read, or not to its end.
    case rejected(Rejection)
}
