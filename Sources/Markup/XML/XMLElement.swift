import Bytes

/// An element of a tree. Names without a namespace match in any.
package struct XMLElement {
    package let tree: XMLTree
    package let index: Int32

    /// What stands in an element.
    package enum Content {
        case element(XMLElement)
        case text(String)
    }

    private var node: XMLTree.Node { tree.nodes[Int(index)] }

    /// The local name.
    package var name: String { node.name?.local ?? "" }
    /// The namespace.
    package var namespace: XMLNamespace { node.name?.namespace ?? .none }
    /// The attributes in order.
    package var attributes: ArraySlice<XMLAttribute> {
        tree.attributes[Int(node.attributes.lowerBound)..<Int(node.attributes.upperBound)]
    }
    /// The element around, within the tree.
    package var parent: XMLElement? { node.parent < 0 ? nil : XMLElement(tree: tree, index: node.parent) }

    /// The value of an attribute, or nil; without a namespace, that of the attribute of that local name in any.
    package func attribute(_ local: String, in namespace: XMLNamespace? = nil) -> String? {
        attributes.first { $0.name.local == local && (namespace == nil || $0.name.namespace == namespace) }?.value
    }

    /// Whether it has this name.
    package func `is`(_ local: String, in namespace: XMLNamespace? = nil) -> Bool {
        guard let name = node.name else { return false }
        return name.local == local && (namespace == nil || name.namespace == namespace)
    }

    // MARK: Children

    /// Elements and texts in order.
    package var content: some Sequence<Content> {
        childIndices.lazy.map { [tree] index in
            let node = tree.nodes[Int(index)]
            guard node.name == nil else { return .element(XMLElement(tree: tree, index: index)) }
            return .text(
                String(decoding: tree.text[Int(node.text.lowerBound)..<Int(node.text.upperBound)], as: UTF8.self))
        }
    }

    /// The elements directly within, in order.
    package var children: some Sequence<XMLElement> {
        childIndices.lazy.filter { [tree] in tree.nodes[Int($0)].name != nil }.map { [tree] in
            XMLElement(tree: tree, index: $0)
        }
    }

    /// The first element of that name directly within, or nil.
    package func first(_ local: String, in namespace: XMLNamespace? = nil) -> XMLElement? {
        children.first { $0.is(local, in: namespace) }
    }

    /// The elements of that name directly within.
    package func all(_ local: String, in namespace: XMLNamespace? = nil) -> [XMLElement] {
        children.filter { $0.is(local, in: namespace) }
    }

    /// The element at the end of a way of names, the first one at each step; nil where a step is missing.
    package func at(_ path: String...) -> XMLElement? {
        path.reduce(self as XMLElement?) { $0?.first($1) }
    }

    // MARK: Descendants

    /// All elements within, in the order of the document; the element itself is none of them.
    package var descendants: some Sequence<XMLElement> {
        sequence(state: index) { [tree, root = index] (current: inout Int32) -> Int32? in
            guard let next = Self.following(current, within: root, in: tree) else { return nil }
            current = next
            return next
        }.lazy.filter { [tree] in tree.nodes[Int($0)].name != nil }.map { [tree] in
            XMLElement(tree: tree, index: $0)
        }
    }

    /// The first element of that name at any depth, or nil.
    package func descendant(_ local: String, in namespace: XMLNamespace? = nil) -> XMLElement? {
        descendants.first { $0.is(local, in: namespace) }
    }

    // MARK: Text

    /// All text within, at any depth, as it stands.
    package var text: String { String(decoding: textBytes, as: UTF8.self) }

    /// The bytes of `text`, UTF-8 that may be ill-formed where the input is.
    package var textBytes: [UInt8] {
        var bytes: [UInt8] = []
        var current = index
        while let next = Self.following(current, within: index, in: tree) {
            let node = tree.nodes[Int(next)]
            if node.name == nil { bytes += tree.text[Int(node.text.lowerBound)..<Int(node.text.upperBound)] }
            current = next
        }
        return bytes
    }

    /// The text in stored form (`TextNormalizer`), or nil where there is none.
    package var line: String? {
        let line = textBytes.withUnsafeBufferPointer { String(decoding: TextNormalizer.normalized($0), as: UTF8.self) }
        return line.isEmpty ? nil : line
    }

    // MARK: Walking

    private var childIndices: UnfoldSequence<Int32, Int32> {
        sequence(state: node.firstChild) { [tree] (next: inout Int32) -> Int32? in
            guard next >= 0 else { return nil }
            defer { next = tree.nodes[Int(next)].next }
            return next
        }
    }

    /// The node that comes next in the order of the document, within an element.
    private static func following(_ current: Int32, within root: Int32, in tree: XMLTree) -> Int32? {
        let node = tree.nodes[Int(current)]
        if node.firstChild >= 0 { return node.firstChild }
        var current = current
        while current != root {
            let node = tree.nodes[Int(current)]
            if node.next >= 0 { return node.next }
            current = node.parent
        }
        return nil
    }
}
