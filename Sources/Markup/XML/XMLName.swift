/// The name of an element or attribute: its local part and its namespace.
package struct XMLName: Sendable, Hashable {
    /// The part after the colon, as it stands: XML tells capitals apart.
    package let local: String
    /// The namespace; for an attribute without a prefix, none.
    package let namespace: XMLNamespace

    package init(_ local: String, in namespace: XMLNamespace = .none) {
        self.local = local
        self.namespace = namespace
    }
}
