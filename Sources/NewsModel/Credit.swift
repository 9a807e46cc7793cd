/// A statement of where words come from: a byline's agency, a dateline, "As reported by NAME of OUTLET;", a copyright line.
public struct Credit: Sendable, Hashable {
    /// What a credit says of the text.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The text that follows (or the whole article) was reported by someone else.
        case source
        /// A news agency supplied the text.
        case agency
        /// A copyright notice.
        case copyright
    }

    /// What the credit says.
    public var kind: Kind
    /// The person who is credited, in natural order; nil where none is named.
    public var person: String?
    /// The publication or agency that is credited; nil where none is named.
    public var outlet: String?
    /// Where the credit stands in the body; nil when it stands elsewhere, such as in the byline.
    public var range: CodePointRange?

    /// A credit; at least one of person and outlet should be given.
    public init(kind: Kind, person: String? = nil, outlet: String? = nil, range: CodePointRange? = nil) {
        self.kind = kind
        self.person = person
        self.outlet = outlet
        self.range = range
    }

    /// The credit as one display string, such as `Judah Ari Gross, The Times of Israel`.
    public var display: String {
        [person, outlet].compactMap { $0 }.joined(separator: ", ")
    }
}
