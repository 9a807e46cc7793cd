import NewsModel

/// Picks the blocks of a body out of the chosen element and what is around it.
struct BodySelection {
    let scan: PageScan
    let choice: BodyChoice
    let evidence: BodyEvidence
    /// The chosen element.
    let container: Int
    /// The blocks of the body, by index, in order.
    private(set) var kept: [Int] = []

    init(_ scan: PageScan, _ choice: BodyChoice, container: Int, evidence: BodyEvidence) {
        self.scan = scan
        self.choice = choice
        self.container = container
        self.evidence = evidence
        let range = reach()
        var keep: [Int] = []
        for index in range where isWanted(index) { keep.append(index) }
        kept = keep
        trimHeadings()
    }

    /// Letters of the kept blocks.
    var letters: Int { kept.reduce(0) { $0 + Int(scan.blocks[$1].letters) } }

    /// Widens the container over its siblings while they read like more of the same.
    private func reach() -> [Int] {
        var ranges: [Range<Int>] = [scan.blocks(in: container)]
        var node = container
        let inside = choice.gain(in: container)
        for _ in 0..<3 {
            let parent = Int(scan.tree.nodes[node].parent)
            guard parent > 0 else { break }
            let tag = scan.tree.nodes[node].tag
            if tag == .article || tag == .main || tag == .td || tag == .body { break }
            for sibling in children(of: parent) where sibling != node {
                if joins(sibling, to: node, inside) { ranges.append(scan.blocks(in: sibling)) }
            }
            node = parent
        }
        ranges.sort { $0.lowerBound < $1.lowerBound }
        var out: [Int] = []
        for range in ranges { for index in range where index > (out.last ?? -1) { out.append(index) } }
        return out
    }

    private func children(of node: Int) -> [Int] {
        var out: [Int] = []
        var child = node + 1
        while child < Int(scan.tree.nodes[node].end), out.count < 2_000 {
            if scan.tree.nodes[child].tag.rawValue > HTMLTag.commentNode.rawValue { out.append(child) }
            child = Int(scan.tree.nodes[child].end)
        }
        return out
    }

    private func joins(_ sibling: Int, to node: Int, _ inside: Double) -> Bool {
        let tree = scan.tree
        guard scan.marks[sibling].isDisjoint(with: PageMarks.unwanted.union([.byline])) else { return false }
        let gain = choice.gain(in: sibling)
        guard gain > 0 else { return false }
        let blocks = scan.blocks(in: sibling)
        var letters: Int32 = 0
        var linked: Int32 = 0
        for index in blocks {
            letters += scan.blocks[index].letters
            linked += scan.blocks[index].linked
            if scan.blocks[index].kind == .heading, scan.blocks[index].linkDensity > 0.5 { return false }
        }
        guard Double(linked) < 0.25 * Double(letters) else { return false }
        if tree.nodes[sibling].tag == .p { return gain >= 40 }
        if tree.nodes[sibling].tag == .article { return false }
        let sameClass =
            tree.nodes[sibling].tag == tree.nodes[node].tag && scan.tree.value(.class, of: node) != nil
            && scan.tree.value(.class, of: node) == scan.tree.value(.class, of: sibling)
        return gain >= (sameClass ? 0.05 : 0.2) * inside
    }

    // MARK: Blocks

    private func isWanted(_ index: Int) -> Bool {
        let block = scan.blocks[index]
        guard block.letters > 0 else { return false }
        let marks = block.marks.subtracting(scan.marks[container])
        if !marks.isDisjoint(with: .unwanted) { return false }
        if block.kind == .caption || marks.contains(.caption) { return false }
        if marks.contains(.pullQuote) { return false }
        if evidence.isHeadline(scan, block) { return false }
        if block.kind == .heading {
            return block.linkDensity < 0.5 && block.letters < 250
        }
        if marks.contains(.byline) || marks.contains(.time), block.letters < 100 { return false }
        if block.kind == .listItem { return block.linkDensity < 0.6 }
        if block.kind == .table || block.kind == .preformatted { return block.linkDensity < 0.5 }
        if block.linkDensity > 0.65 { return block.letters > 25 && block.endsSentence && block.linkDensity < 0.85 }
        if block.letters < 12, !block.endsSentence { return false }
        return true
    }

    /// Drops headings that nothing follows.
    private mutating func trimHeadings() {
        while let last = kept.last, scan.blocks[last].kind == .heading { kept.removeLast() }
    }
}
