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
            if block.kind == .heading, block.linkDensity > Self.linkedHeading, Self.isTitle(block, scan) {
                takeCard(index, scan, own: own, wanted)
            } else if index > own, block.letters <= BodyLabels.longest, Self.isHeading(block, scan),
                BodyLabels.shared.kind(of: scan.text(of: block)) == .terms
            {
                takeTerms(index, scan, own: own)
            }
        }
        // Other stories come in numbers; a single linked heading is as often a standfirst, or the headline where that of the page is its site's.
        if cards.count < Self.fewestCards { cards = [] }
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

    /// Words of the title of a story, where a shorter heading is a name or a section; letters where words are not parted.
    private static let fewestWords = 3
    private static let lettersWithoutWords: Int32 = 24
    /// Cards that a page has at least.
    private static let fewestCards = 2

    /// Whether a linked heading is long enough for a title and leads to another place than one on this page.
    private static func isTitle(_ block: PageBlock, _ scan: PageScan) -> Bool {
        guard block.letters >= 12 else { return false }
        let text = scan.text(of: block)
        let words = text.split(separator: 0x20).count { $0.count > 2 }
        guard words >= fewestWords || words <= 2 && block.letters >= lettersWithoutWords else { return false }
        var node = Int(block.first)
        for _ in 0..<6 where node > 0 {
            if scan.tree.nodes[node].tag == .a, let href = scan.tree.attribute(.href, of: node) {
                return scan.tree.bytes(href).first != UInt8(ascii: "#")
            }
            node = Int(scan.tree.nodes[node].parent)
        }
        return false
    }

    // MARK: Stories

    /// The share of letter triples by which two headings are of one story.
    private static let kinship = 0.5

    /// Takes what stands under another `h1` than the headline's, where each has running text in an element of its own and both elements are of
    /// one kind, or the other one is an `article`: crossheads are `h1` too on many pages.
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
        let wantedTriples = LetterTriples(wanted)
        for other in headings
        where other.node != own && other.text.count >= Self.shortestHeadline && !Self.isSame(other.text, wanted) {
            var branch = other.node
            while let parent = Optional(Int(tree.nodes[branch].parent)), parent >= 0, !around.contains(parent) {
                branch = parent
            }
            guard branch != other.node, scan.text(in: branch) >= Self.storyLetters,
                wantedTriples.overlap(LetterTriples(other.text)) < Self.kinship,
                let shared = around.firstIndex(of: Int(tree.nodes[branch].parent)), shared > 0
            else { continue }
            let ownText = scan.text(in: around[shared - 1])
            let rest = scan.text(in: around[shared]) - scan.text(in: branch)
            let isArticle = tree.nodes[branch].tag == .article
            if ownText >= Self.storyLetters && (isArticle || Self.isOfOneKind(around[shared - 1], branch, tree))
                || isArticle && rest >= Self.storyLetters
            {
                others.append(branch..<Int(tree.nodes[branch].end))
            }
        }
    }

    /// Whether two elements have the same tag and class.
    private static func isOfOneKind(_ first: Int, _ second: Int, _ tree: HTMLTree) -> Bool {
        tree.nodes[first].tag == tree.nodes[second].tag
            && tree.value(.class, of: first) == tree.value(.class, of: second)
    }

    // MARK: Cards

    /// Takes the card that a linked heading stands in: the largest element around it with no other heading, else all up to the next heading.
    private mutating func takeCard(_ index: Int, _ scan: PageScan, own: Int, _ wanted: TextFingerprint) {
        let tree = scan.tree
        let block = scan.blocks[index]
        guard !Self.isSame(TextFingerprint(scan.text(of: block)), wanted) else { return }
        let next = scan.blocks[(index + 1)...].firstIndex { $0.kind == .heading }
        // What stands right over the headline is its section, unless it is as long as a title.
        guard next != own || block.letters >= Self.lettersWithoutWords else { return }
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
        if let next { end = min(end, Int(scan.blocks[next].element)) }
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
