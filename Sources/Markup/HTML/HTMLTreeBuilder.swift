import Bytes

/// Builds the arena from a tokenizer's events, as far as section 13.2.6 of the HTML standard matters to articles.
///
/// Left out on purpose: foster parenting (text that is misplaced in a table stays there) and the adoption agency (an end
/// tag of a formatting element that would cross a block is ignored; the element ends with the block around it). Both move
/// nodes, and nodes that never move are what makes every subtree one stretch of the arena.
package struct HTMLTreeBuilder: HTMLEventConsumer {
    package private(set) var nodes: [HTMLNode] = []
    package private(set) var attributes: [HTMLAttribute] = []
    /// True when the limit of nodes was reached.
    package private(set) var isFull = false

    private let text: UnsafeMutableBufferPointer<UInt8>
    private let limits: HTMLLimits
    package var open: [Int32] = []
    /// How many elements of each tag are open: most end tags that match nothing are known at once.
    var openCount = [UInt16](repeating: 0, count: 256)
    /// Elements inside of the deepest allowed one that were not opened and whose end tags are still to come.
    private var flattened = 0
    private var headIsOver = false
    private var hasBody = false

    package init(_ page: UnsafeMutableBufferPointer<UInt8>, limits: HTMLLimits) {
        text = page
        self.limits = limits
        // Real pages have a node for every 40 to 60 bytes.
        nodes.reserveCapacity(min(limits.nodes, page.count / 48 + 16))
        attributes.reserveCapacity(page.count / 96 + 16)
        push(.html, name: .empty, attributes: UnsafeBufferPointer(start: nil, count: 0))
    }

    package var wantsMore: Bool { !isFull }

    package var isInForeignContent: Bool {
        openCount[Int(HTMLTag.svg.rawValue)] + openCount[Int(HTMLTag.math.rawValue)] > 0
            && openCount[Int(HTMLTag.foreignObject.rawValue)] == 0
    }

    /// Closes what is still open.
    package mutating func finish() {
        while !open.isEmpty { pop() }
    }

    // MARK: Events

    package mutating func startTag(_ start: HTMLStartTag, attributes given: UnsafeBufferPointer<HTMLAttribute>) {
        let tag = start.tag == .image ? .img : start.tag
        switch tag {
        case .html:
            return adopt(given, by: 0)
        case .head:
            if hasBody || headIsOver || isOpen(.head) { return }
        case .body:
            if hasBody { return }
            leaveHead()
            hasBody = true
        default:
            enterHeadOrBody(for: tag)
        }
        if isInForeignContent {
            if HTMLTag.breakingOut.contains(tag) { leaveForeignContent() }
        } else {
            closeImplied(by: tag)
        }
        let isVoid = HTMLTag.void.contains(tag) || (start.isSelfClosing && isInForeignContent)
        if isVoid {
            append(tag, slice: start.name, attributes: given)
        } else if open.count >= limits.depth {
            append(tag, slice: start.name, attributes: given)
            flattened += 1
        } else {
            push(tag, name: start.name, attributes: given)
        }
    }

    package mutating func endTag(_ tag: HTMLTag, name: ByteSlice) {
        switch tag {
        case .body, .html:
            // What follows belongs to the body all the same.
            return
        case .br:
            return append(.br, slice: name, attributes: UnsafeBufferPointer(start: nil, count: 0))
        case .head:
            return leaveHead()
        default:
            break
        }
        if flattened > 0 {
            flattened -= 1
            return
        }
        close(tag, name: name)
    }

    package mutating func text(_ slice: ByteSlice) {
        if !hasBody, !isInRawText, !isSpace(slice) { enterHeadOrBody(for: .textNode) }
        append(.textNode, slice: slice, attributes: UnsafeBufferPointer(start: nil, count: 0))
    }

    package mutating func comment(_ slice: ByteSlice) {
        append(.commentNode, slice: slice, attributes: UnsafeBufferPointer(start: nil, count: 0))
    }

    // MARK: Nodes

    /// The innermost open element.
    package var current: HTMLTag { open.last.map { nodes[Int($0)].tag } ?? .html }

    package func isOpen(_ tag: HTMLTag) -> Bool { openCount[Int(tag.rawValue)] > 0 }

    /// The tag of the open element at a place of the stack.
    func openTag(_ place: Int) -> HTMLTag { nodes[Int(open[place])].tag }

    /// True when two names are equal, case aside.
    func sameName(_ place: Int, _ name: ByteSlice) -> Bool {
        let other = nodes[Int(open[place])].slice
        guard other.length == name.length else { return false }
        for offset in 0..<Int(name.length)
        where ASCII.lowered(text[Int(other.start) + offset]) != ASCII.lowered(text[Int(name.start) + offset]) {
            return false
        }
        return true
    }

    private mutating func append(_ tag: HTMLTag, slice: ByteSlice, attributes given: UnsafeBufferPointer<HTMLAttribute>)
    {
        guard nodes.count < limits.nodes else {
            isFull = true
            return
        }
        let index = Int32(nodes.count)
        nodes.append(
            HTMLNode(
                tag: tag, depth: UInt16(open.count), parent: open.last ?? -1, end: index + 1, slice: slice,
                firstAttribute: Int32(attributes.count), attributeCount: 0))
        adopt(given, by: Int(index))
    }

    private mutating func push(_ tag: HTMLTag, name: ByteSlice, attributes given: UnsafeBufferPointer<HTMLAttribute>) {
        append(tag, slice: name, attributes: given)
        guard !isFull else { return }
        open.append(Int32(nodes.count - 1))
        openCount[Int(tag.rawValue)] += 1
    }

    package mutating func pop() {
        guard let last = open.popLast() else { return }
        nodes[Int(last)].end = Int32(nodes.count)
        openCount[Int(nodes[Int(last)].tag.rawValue)] -= 1
    }

    /// Closes open elements until only `count` are left.
    package mutating func pop(to count: Int) {
        while open.count > count { pop() }
        flattened = 0
    }

    /// Gives attributes to a node that has none yet.
    private mutating func adopt(_ given: UnsafeBufferPointer<HTMLAttribute>, by node: Int) {
        guard !given.isEmpty, nodes[node].attributeCount == 0, attributes.count + given.count <= limits.attributes
        else { return }
        nodes[node].firstAttribute = Int32(attributes.count)
        nodes[node].attributeCount = UInt16(given.count)
        attributes.append(contentsOf: given)
    }

    // MARK: Head and body

    private var isInRawText: Bool {
        switch current {
        case .script, .style, .title, .noscript, .textarea, .template, .noframes: true
        default: false
        }
    }

    private mutating func enterHeadOrBody(for tag: HTMLTag) {
        guard !hasBody else { return }
        if HTMLTag.metadata.contains(tag) || isInRawText {
            // Metadata after the head goes where it stands.
            if !headIsOver, !isOpen(.head) {
                push(.head, name: .empty, attributes: UnsafeBufferPointer(start: nil, count: 0))
            }
            return
        }
        leaveHead()
        hasBody = true
        push(.body, name: .empty, attributes: UnsafeBufferPointer(start: nil, count: 0))
    }

    private mutating func leaveHead() {
        headIsOver = true
        if isOpen(.head) { pop(to: 1) }
    }

    private func isSpace(_ slice: ByteSlice) -> Bool {
        for position in slice.range where !ASCII.isSpace(text[position]) { return false }
        return true
    }
}
