import NewsModel

/// The links in the blocks of a body.
enum OutboundLinks {
    /// Links of one article that are kept; a long list of sources has a few hundred.
    static let limit = 500

    /// The links of the blocks, in order, each address once.
    static func find(in scan: PageScan, blocks: [Int], base: PageAddress?) -> [Link] {
        var links: [Link] = []
        var seen: Set<String> = []
        for index in blocks {
            let block = scan.blocks[index]
            var starts = Array(Int(block.first)..<Int(block.end)).filter { scan.tree.nodes[$0].tag == .a }
            // A link that began before the text of the block.
            var node = Int(scan.tree.nodes[Int(block.first)].parent)
            while node > 0, node >= Int(block.element) {
                if scan.tree.nodes[node].tag == .a { starts.insert(node, at: 0) }
                node = Int(scan.tree.nodes[node].parent)
            }
            for start in starts where links.count < limit {
                guard let href = scan.tree.value(.href, of: start),
                    let url = base.map({ $0.resolve(href) }) ?? (PageAddress(href) == nil ? nil : href),
                    seen.insert(url).inserted
                else { continue }
                let text = scan.tree.foldedText(of: start)
                links.append(Link(url: url, text: text.isEmpty ? nil : text))
            }
        }
        return links
    }
}
