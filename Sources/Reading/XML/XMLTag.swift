/// A start tag.
struct XMLTag: Sendable, Hashable {
    let name: XMLName
    /// In the order of the source, declarations of namespaces left out; the first of two with one name counts.
    let attributes: [XMLAttribute]

    /// The value of an attribute, or nil.
    func attribute(_ local: String, in namespace: XMLNamespace = .none) -> String? {
        attributes.first { $0.name.local == local && $0.name.namespace == namespace }?.value
    }
}
