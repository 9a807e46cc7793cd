/// A link that leads out of the body.
public struct Link: Sendable, Hashable {
    /// The absolute address.
    public var url: String
    /// The linked words; nil where the link has none.
    public var text: String?

    /// A link out of the body.
    public init(url: String, text: String? = nil) {
        self.url = url
        self.text = text
    }
}
