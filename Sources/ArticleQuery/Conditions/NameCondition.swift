/// That an article names somebody or something, or quotes somebody.
///
/// A name is meant by its words, one behind the other: a surname finds everybody who bears it. Names that were merged count
/// as one, and guesses of low confidence do not count.
public struct NameCondition: Sendable, Hashable {
    /// What the name does in the article.
    public enum Role: Sendable, Hashable, CaseIterable {
        /// It names this person.
        case person
        /// It names this organisation.
        case organization
        /// It names this place.
        case place
        /// It quotes them, whatever they are.
        case speaker
    }

    /// What the name does in the article.
    public var role: Role
    /// The name or some of its words, in any case.
    public var name: String

    /// A condition for a name.
    public init(_ role: Role, _ name: String) {
        self.role = role
        self.name = name
    }
}
