import Bytes
import NewsModel

/// An element with all that stands in it, in one arena: what a record of a feed or an item of a wire is read from.
///
/// Read only once made; `XMLElement` is the way through it.
package final class XMLTree {
    /// An element, or a stretch of text where `name` is nil.
    package struct Node {
        package var name: XMLName?
        package var attributes: Range<Int32>
        package var text: Range<Int32>
        package var parent: Int32
        var firstChild: Int32 = -1
        var lastChild: Int32 = -1
        package var next: Int32 = -1
    }

    package private(set) var nodes: [Node] = []
    package private(set) var attributes: [XMLAttribute] = []
    package private(set) var text: [UInt8] = []

    /// Reads the rest of the element that the reader opened last, its end included.
    ///
    /// - Throws: `.limitExceeded` beyond the reader's limits of a tree; what the reader throws.
    package init(_ root: XMLTag, from reader: XMLReader) throws {
        let limits = reader.limits
        var current = append(root, parent: -1)
        while current >= 0, let event = try reader.next() {
            switch event {
            case .open(let tag): current = append(tag, parent: current)
            case .close: current = nodes[Int(current)].parent
            case .text: append(reader.text, parent: current)
            }
            guard nodes.count <= limits.nodes, text.count <= limits.treeBytes else {
                throw ReadingFailure(
                    .limitExceeded,
                    "An element holds more than \(limits.nodes) others, or \(limits.treeBytes) bytes of text.")
            }
        }
    }

    /// The element that the tree was made of.
    package var root: XMLElement { XMLElement(tree: self, index: 0) }

    private func append(_ tag: XMLTag, parent: Int32) -> Int32 {
        let first = Int32(attributes.count)
        attributes.append(contentsOf: tag.attributes)
        return append(
            Node(name: tag.name, attributes: first..<Int32(attributes.count), text: 0..<0, parent: parent))
    }

    private func append(_ bytes: [UInt8], parent: Int32) {
        let start = Int32(text.count)
        text.append(contentsOf: bytes)
        let end = Int32(text.count)
        let last = nodes[Int(parent)].lastChild
        // Stretches that no tag parts are one.
        if last >= 0, nodes[Int(last)].name == nil {
            nodes[Int(last)].text = nodes[Int(last)].text.lowerBound..<end
        } else {
            _ = append(Node(name: nil, attributes: 0..<0, text: start..<end, parent: parent))
        }
    }

    private func append(_ node: Node) -> Int32 {
        let index = Int32(nodes.count)
        nodes.append(node)
        guard node.parent >= 0 else { return index }
        let last = nodes[Int(node.parent)].lastChild
        if last < 0 { nodes[Int(node.parent)].firstChild = index } else { nodes[Int(last)].next = index }
        nodes[Int(node.parent)].lastChild = index
        return index
    }
}

extension XMLReader {
    /// The element that was opened last with all that stands in it; the reader goes on behind its end.
    package func element(_ tag: XMLTag) throws -> XMLElement { try XMLTree(tag, from: self).root }
}

extension XMLElement {
    /// The root element of a whole document.
    ///
    /// - Parameter declared: the charset by which the carrier declares it, or nil.
    /// - Throws: `.truncated` where it ends within an element, `.malformed` where it has none; what `XMLReader` and `TextDecoder` throw.
    package static func document(
        _ bytes: UnsafeBufferPointer<UInt8>, declared: String? = nil, limits: XMLLimits = XMLLimits()
    ) throws -> XMLElement {
        try XMLDecoder.withReader(bytes, declared: declared, limits: limits) { reader in
            guard let tag = try reader.nextElement() else {
                throw ReadingFailure(.malformed, "The XML has no element.")
            }
            let element = try reader.element(tag)
            guard !reader.endedEarly else {
                throw ReadingFailure(.truncated, "The XML ends within <\(tag.name.local)>: it was cut off.")
            }
            return element
        }
    }
}
