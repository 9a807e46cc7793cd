/// A condition on articles besides their words, as it may be typed in a query.
public indirect enum ArticleCondition: Sendable, Hashable {
    /// It belongs to the story with this id, or with the only one that begins so.
    case story(String)
    /// It was published, else delivered, at this time or later: milliseconds since 1970 UTC.
    case since(Int64)
    /// It was published, else delivered, at this time or before.
    case until(Int64)
    /// It is in this language, an ISO 639-1 code.
    case language(String)
    /// It was filed in this collection.
    case collection(String)
    /// It is known by this address, however its scheme, case and parameters that track visitors are written.
    case address(String)
    /// A person gave it this tag, in these very letters.
    case tag(String)
    /// Its current version was read as this format, such as `html`.
    case format(String)
    /// All of these hold.
    case all([ArticleCondition])
    /// This does not hold.
    case not(ArticleCondition)
}
