/// What is known of the body before it is chosen.
struct BodyEvidence {
    /// The headline's letters; empty where there is none.
    var headline: TextFingerprint
    /// The site's own short description of the article.
    var description: TextFingerprint

    /// True for a block that repeats the headline.
    func isHeadline(_ scan: PageScan, _ block: PageBlock) -> Bool {
        guard !headline.isEmpty, block.letters < 400 else { return false }
        if scan.tree.nodes[Int(block.element)].tag == .h1 { return true }
        return TextFingerprint(scan.text(of: block)).isSame(headline)
    }
}
