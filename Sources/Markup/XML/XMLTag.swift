/// A start tag.
package struct XMLTag: Sendable, Hashable {
    package let name: XMLName
    /// In the order of the source, declarations of namespaces left out; the first of two with one name counts.
    package let attributes: [XMLAttribute]

    /// The value of an attribute, or nil.
    package func attribute(_ local: String, in namespace: XMLNamespace = .none) -> String? {
        attributes.first { $0.name.local == local && $0.name.namespace == namespace }?.value
    }
}
