/// The name of an element or attribute: its local part and its namespace.
struct XMLName: Sendable, Hashable {
    /// The part after the colon, as it stands: XML tells capitals apart.
    let local: String
    /// The namespace; for an attribute without a prefix, none.
    let namespace: XMLNamespace

    init(_ local: String, in namespace: XMLNamespace = .none) {
        self.local = local
        self.namespace = namespace
    }
}
