/// Chooses the element that holds the article's body.
///
/// Each block of running text scores for the elements around it, less with each level at which they take in other text;
/// the best element is the one that gathers most (after Readability's idea of candidates, with levels that add no text
/// free of charge, so that wrappers do not matter).
struct BodyChoice {
    let scan: PageScan
    /// Sums of `gain` over all blocks before each block; one more entry at the end.
    let gainBefore: [Double]
    private(set) var scores: [Int32: Double] = [:]

    /// How many levels with other text a block's score climbs.
    private static let levels = 8

    /// - Parameter foreign: parts of the page that count nothing.
    init(_ scan: PageScan, without foreign: ForeignParts) {
        self.scan = scan
        var sums: [Double] = [0]
        sums.reserveCapacity(scan.blocks.count + 1)
        for (index, block) in scan.blocks.enumerated() {
            let gain = foreign.holdsText(Int(block.first)) ? 0 : Self.gain(of: block)
            let isTeaser =
                gain > 0 && block.letters < PageThresholds.longestTeaser && Self.isUnderLinkedHeading(index, scan)
            sums.append(sums[sums.count - 1] + (isTeaser ? gain * PageThresholds.teaserFactor : gain))
        }
        gainBefore = sums
        for (index, block) in scan.blocks.enumerated() where sums[index + 1] > sums[index] {
            climb(from: block, sums[index + 1] - sums[index])
        }
    }

    /// What a block is worth as a part of a body.
    static func gain(of block: PageBlock) -> Double {
        guard block.isRunningText, block.kind != .caption, block.marks.isDisjoint(with: .unwanted) else { return 0 }
        let plain = 1 - block.linkDensity
        var gain = Double(block.letters) * plain * plain
        if block.kind == .listItem || block.kind == .table { gain *= PageThresholds.listGain }
        if block.marks.contains(.byline) || block.marks.contains(.time) { gain *= PageThresholds.bylineFactor }
        return gain
    }

    /// True for a block right under a heading that leads to another page: the text of a teaser.
    private static func isUnderLinkedHeading(_ index: Int, _ scan: PageScan) -> Bool {
        guard index > 0 else { return false }
        let heading = scan.blocks[index - 1]
        guard heading.kind == .heading, heading.linkDensity > 0.8 else { return false }
        var node = Int(heading.first)
        // The link is in the heading or around it.
        for _ in 0..<4 where node > 0 {
            if scan.tree.nodes[node].tag == .a, let href = scan.tree.attribute(.href, of: node) {
                return href.length > 0 && scan.tree.text[Int(href.start)] != UInt8(ascii: "#")
            }
            node = Int(scan.tree.nodes[node].parent)
        }
        return false
    }

    /// The gain of all blocks inside of an element.
    func gain(in node: Int) -> Double {
        let range = scan.blocks(in: node)
        return gainBefore[range.upperBound] - gainBefore[range.lowerBound]
    }

    private mutating func climb(from block: PageBlock, _ gain: Double) {
        var node = Int(block.element)
        let tag = scan.tree.nodes[node].tag
        // A paragraph is no candidate, what holds it is.
        if tag == .p || tag == .li || tag == .blockquote || tag == .pre || tag == .dd {
            node = Int(scan.tree.nodes[node].parent)
        }
        var factor = 1.0
        var level = 0
        var inside = 0.0
        while node > 0, level < Self.levels {
            let total = self.gain(in: node)
            if inside > 0, total > inside * 1.02 {
                level += 1
                factor *= PageThresholds.levelDecay
            }
            inside = total
            scores[Int32(node), default: 0] += gain * factor
            node = Int(scan.tree.nodes[node].parent)
        }
    }

    /// The best element with its score; nil for a page without running text.
    func best() -> (node: Int, score: Double)? {
        var best: (node: Int, score: Double)?
        for (node, raw) in scores {
            let score = raw * factor(of: Int(node))
            if let found = best, found.score > score || (found.score == score && found.node > Int(node)) { continue }
            best = (Int(node), score)
        }
        return best
    }

    /// How much an element's own words speak for or against it.
    private func factor(of node: Int) -> Double {
        let marks = scan.marks[node]
        var factor = 1.0
        // Called so one of many, it must hold most of the page's text too.
        let isOneOfFew = scan.bodies <= PageThresholds.mostBodies
        if marks.contains(.body), isOneOfFew || gain(in: node) * 2 >= gainBefore[gainBefore.count - 1] {
            factor *= PageThresholds.bodyFactor
        }
        if scan.tree.nodes[node].tag == .article { factor *= PageThresholds.articleFactor }
        if scan.tree.nodes[node].tag == .main { factor *= PageThresholds.mainFactor }
        return factor
    }
}
