import Markup

/// The parts of a page that belong to something else than its article, by what stands in them and not by what they are called: the next story
/// of an endless page, cards that lead to other stories, terms of use below the text.
struct ForeignParts {
    /// Nodes of other stories and of terms: nothing in them is the article's text.
    private(set) var others: [Range<Int>] = []
    /// Nodes of cards: names and dates in them are those of other stories.
    private(set) var cards: [Range<Int>] = []

    /// Letters of running text from which a heading has a story of its own.
    private static let storyLetters = PageThresholds.briefLetters
    /// Letters of the longest card.
    private static let longestCard: Int32 = 900
    /// The share of linked letters from which a heading leads to another page.
    private static let linkedHeading = 0.8
    /// Letters below which a heading is no headline.
    private static let shortestHeadline = 8

    /// Nothing, as where the page has no headline.
    init() {}

    init(_ metadata: PageMetadata, scan: PageScan, headline: String?) {
        let wanted = TextFingerprint(headline ?? "")
        guard wanted.count >= Self.shortestHeadline else { return }
        if metadata.headlines.count > 1 { takeStories(metadata, scan, wanted) }
        let own = scan.blocks.indices.first { index in
            let block = scan.blocks[index]
            return block.kind == .heading && block.letters < 400
                && Self.isSame(TextFingerprint(scan.text(of: block)), wanted)
        }
        guard let own else { return }
        for index in scan.blocks.indices where index != own {
            let block = scan.blocks[index]
            if block.kind == .heading, block.linkDensity > Self.linkedHeading, block.letters >= 4 {
                takeCard(index, scan, own: own, wanted)
            } else if index > own, block.letters <= BodyLabels.longest, Self.isHeading(block, scan),
                BodyLabels.shared.kind(of: scan.text(of: block)) == .terms
            {
                takeTerms(index, scan, own: own)
            }
        }
    }

    /// Whether a node is in a part whose text is not the article's.
    func holdsText(_ node: Int) -> Bool { others.contains { $0.contains(node) } }

    /// Whether a node is in a part whose names and dates are those of something else.
    func holds(_ node: Int) -> Bool { holdsText(node) || cards.contains { $0.contains(node) } }

    /// Whether a heading is the headline, or one is the beginning of the other.
    private static func isSame(_ heading: TextFingerprint, _ wanted: TextFingerprint) -> Bool {
        heading.isSame(wanted)
            || heading.count >= shortestHeadline && (heading.begins(with: wanted) || wanted.begins(with: heading))
    }

    /// Whether a block is a heading, or is set as one: in bold, or as what opens what it hides.
    private static func isHeading(_ block: PageBlock, _ scan: PageScan) -> Bool {
        block.kind == .heading || block.letters > 3 && block.bold == block.letters
            || scan.tree.nodes[Int(block.element)].tag == .summary
    }

    // MARK: Stories

    /// Takes what stands under another `h1` than the headline's, where each has running text in an element of its own.
    private mutating func takeStories(_ metadata: PageMetadata, _ scan: PageScan, _ wanted: TextFingerprint) {
        let tree = scan.tree
        let headings = metadata.headlines.map { (node: $0.node, text: TextFingerprint($0.text)) }
        guard let own = headings.first(where: { Self.isSame($0.text, wanted) })?.node else { return }
        var around: [Int] = []
        var node = own
        while node >= 0 {
            around.append(node)
            node = Int(tree.nodes[node].parent)
        }
        for other in headings
        where other.node != own && other.text.count >= Self.shortestHeadline && !Self.isSame(other.text, wanted) {
            var branch = other.node
            while let parent = Optional(Int(tree.nodes[branch].parent)), parent >= 0, !around.contains(parent) {
                branch = parent
            }
            guard branch != other.node, scan.text(in: branch) >= Self.storyLetters,
                let shared = around.firstIndex(of: Int(tree.nodes[branch].parent)), shared > 0
            else { continue }
            let ownText = scan.text(in: around[shared - 1])
            let rest = scan.text(in: around[shared]) - scan.text(in: branch)
            if ownText >= Self.storyLetters || tree.nodes[branch].tag == .article && rest >= Self.storyLetters {
                others.append(branch..<Int(tree.nodes[branch].end))
            }
        }
    }

    // MARK: Cards

    /// Takes the card that a linked heading stands in: the largest element around it with no other heading, else all up to the next heading.
    private mutating func takeCard(_ index: Int, _ scan: PageScan, own: Int, _ wanted: TextFingerprint) {
        let tree = scan.tree
        let block = scan.blocks[index]
        guard !Self.isSame(TextFingerprint(scan.text(of: block)), wanted) else { return }
        var card = Int(block.element)
        while let parent = Optional(Int(tree.nodes[card].parent)), parent > 0 {
            let range = scan.blocks(in: parent)
            guard !range.contains(own), range.count < 40 else { break }
            var letters: Int32 = 0
            var headings = 0
            for inside in range {
                letters += scan.blocks[inside].letters
                if scan.blocks[inside].kind == .heading { headings += 1 }
            }
            guard headings == 1, letters <= Self.longestCard else { break }
            card = parent
        }
        if card != Int(block.element) {
            cards.append(card..<Int(tree.nodes[card].end))
            return
        }
        let parent = max(0, Int(tree.nodes[card].parent))
        var end = Int(tree.nodes[parent].end)
        if let next = scan.blocks[(index + 1)...].first(where: { $0.kind == .heading }) {
            end = min(end, Int(next.element))
        }
        if end > card { cards.append(card..<end) }
    }

    // MARK: Terms

    /// Takes the element that a heading such as "Terms of use" opens, where the article stands before it. A crosshead within the article's own
    /// element opens none.
    private mutating func takeTerms(_ index: Int, _ scan: PageScan, own: Int) {
        let tree = scan.tree
        var part = Int(scan.blocks[index].element)
        while let parent = Optional(Int(tree.nodes[part].parent)), parent > 0,
            scan.blocks(in: parent).lowerBound == index
        {
            part = parent
        }
        let range = part..<Int(tree.nodes[part].end)
        let before = scan.textBefore[part] - scan.textBefore[Int(scan.blocks[own].first)]
        if scan.text(in: part) > 0, before >= Self.storyLetters { others.append(range) }
    }
}
