import Bytes

/// A page as an arena: nodes in page order, attributes beside them, text as slices of the decoded page.
package struct HTMLTree {
    /// The decoded page, its references resolved in place; it must outlive the tree.
    package let text: UnsafeBufferPointer<UInt8>
    /// The nodes; the first is the `html` element, which is always there.
    package let nodes: [HTMLNode]
    /// The attributes of all elements that the reader knows by name.
    package let attributes: [HTMLAttribute]

    /// Builds the tree of a page in UTF-8; the buffer is written to.
    /// - Throws: `limit-exceeded` when the page has too many bytes or nodes.
    package init(_ page: UnsafeMutableBufferPointer<UInt8>, limits: HTMLLimits = HTMLLimits()) throws(ReadingFailure) {
        guard page.count <= limits.bytes else {
            throw ReadingFailure(
                code: .limitExceeded, message: "the page has \(page.count) bytes; at most \(limits.bytes) are read")
        }
        var tokenizer = HTMLTokenizer(page, limits: limits, consumer: HTMLTreeBuilder(page, limits: limits))
        tokenizer.run()
        guard !tokenizer.consumer.isFull else {
            throw ReadingFailure(code: .limitExceeded, message: "the page has more than \(limits.nodes) nodes")
        }
        tokenizer.consumer.finish()
        text = UnsafeBufferPointer(page)
        nodes = tokenizer.consumer.nodes
        attributes = tokenizer.consumer.attributes
    }

    /// The bytes of a slice.
    package func bytes(_ slice: ByteSlice) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: text[slice.range])
    }

    /// A slice as a string.
    package func string(_ slice: ByteSlice) -> String {
        String(decoding: bytes(slice), as: UTF8.self)
    }

    /// The value of an attribute as it stands, or nil where the element has none.
    package func attribute(_ name: HTMLAttributeName, of node: Int) -> ByteSlice? {
        let first = Int(nodes[node].firstAttribute)
        for index in first..<first + Int(nodes[node].attributeCount) where attributes[index].name == name {
            return attributes[index].value
        }
        return nil
    }

    /// The value of an attribute as a string, or nil where the element has none.
    package func value(_ name: HTMLAttributeName, of node: Int) -> String? {
        attribute(name, of: node).map(string)
    }

    /// True when an attribute has exactly that value, case aside.
    package func attribute(_ name: HTMLAttributeName, of node: Int, is expected: StaticString) -> Bool {
        guard let slice = attribute(name, of: node), slice.length == expected.utf8CodeUnitCount else { return false }
        for (offset, byte) in bytes(slice).enumerated() where ASCII.lowered(byte) != expected.utf8Start[offset] {
            return false
        }
        return true
    }

    /// The nodes inside of a node.
    package func descendants(of node: Int) -> Range<Int> { node + 1..<Int(nodes[node].end) }

    /// The first element of that tag inside of a node, or nil.
    package func first(_ tag: HTMLTag, in node: Int = 0) -> Int? {
        descendants(of: node).first { nodes[$0].tag == tag }
    }

    /// All text inside of a node with white space folded; scripts and styles aside.
    package func foldedText(of node: Int) -> String {
        var out: [UInt8] = []
        appendFoldedText(of: node, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// Appends the text inside of a node with white space folded.
    func appendFoldedText(of node: Int, to out: inout [UInt8]) {
        var index = node
        let end = Int(nodes[node].end)
        var space = false
        let start = out.count
        while index < end {
            let current = nodes[index]
            switch current.tag {
            case .textNode:
                for byte in bytes(current.slice) {
                    if ASCII.isSpace(byte) {
                        space = true
                    } else {
                        if space, out.count > start { out.append(32) }
                        space = false
                        out.append(byte)
                    }
                }
                index += 1
            case .script, .style, .noscript, .template, .svg:
                index = Int(current.end)
            default:
                if current.tag.isBlock || current.tag == .br { space = true }
                index += 1
            }
        }
    }
}
