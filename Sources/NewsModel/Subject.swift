/// What an article is about, by a code of a scheme.
public struct Subject: Sendable, Hashable {
    /// The scheme as delivered, such as `medtop`; nil where none is named.
    public var scheme: String?
    /// The code within the scheme.
    public var code: String
    /// The human-readable name, or nil.
    public var name: String?

    /// A subject code.
    public init(scheme: String? = nil, code: String, name: String? = nil) {
        self.scheme = scheme
        self.code = code
        self.name = name
    }
}
