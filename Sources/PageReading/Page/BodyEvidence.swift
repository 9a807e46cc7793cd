/// What is known of the body before it is chosen.
struct BodyEvidence {
    /// The body that linked data gives, for comparison.
    struct LinkedBody {
        /// Its windows.
        var windows: TextWindows
        /// Its letters.
        var letters: Int32

        init?(_ text: String) {
            guard !text.isEmpty else { return nil }
            var measure = TextWeight.Measure()
            var copy = text
            copy.withUTF8 { TextWeight.add($0, to: &measure) }
            letters = measure.letters
            windows = TextWindows(TextFingerprint(text))
        }
    }

    /// The headline's letters; empty where there is none.
    var headline: TextFingerprint
    /// The site's own short description of the article.
    var description: TextFingerprint
    /// Linked data's body, or nil.
    var linkedBody: LinkedBody?
    /// The authors' names.
    var authors: [String]
    /// The parts of the page that are not its article.
    var foreign = ForeignParts()

    /// True for a block that repeats the headline.
    func isHeadline(_ scan: PageScan, _ block: PageBlock) -> Bool {
        guard !headline.isEmpty, block.letters < 400 else { return false }
        if scan.tree.nodes[Int(block.element)].tag == .h1 { return true }
        // Letters take one to four bytes, and some signs count as letters: a block that is much longer or shorter need not be read.
        let letters = Int(block.letters)
        guard letters <= headline.count + headline.count / 4 + 8, headline.count <= 4 * letters + 8 else {
            return false
        }
        return TextFingerprint(scan.text(of: block)).isSame(headline)
    }
}
