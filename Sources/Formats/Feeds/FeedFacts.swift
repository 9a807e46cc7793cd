/// What a feed says of itself; entries inherit it.
struct FeedFacts {
    /// The publication, which is the feed's title.
    var title: String?
    var url: String?
    var language: String?
    var rights: String?
    /// Names of the feed's authors, for entries without any.
    var authors: [String] = []
    /// The names shown for the logins of authors (WXR).
    var displayNames: [String: String] = [:]
    /// What relative addresses in the feed are relative to (`xml:base`).
    var base: String?
}
