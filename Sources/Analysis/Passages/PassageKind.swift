/// Whose words a stretch of a body is.
public enum PassageKind: String, Sendable, CaseIterable {
    /// Words of the article's own author.
    case ownWords = "own_words"
    /// Words of another, introduced by a credit.
    case excerpt
    /// What a site or agency puts around its articles: rights, notices, invitations to subscribe.
    case boilerplate
}
