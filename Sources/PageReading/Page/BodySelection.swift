import Markup
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
    /// The block that is the standfirst, or nil.
    private(set) var deck: Int?

    /// Marks that count inside of the container.
    private var unwanted: PageMarks = .unwanted

    /// - Parameter trace: is told why blocks are not kept; nil to spare the time.
    init(
        _ scan: PageScan, _ choice: BodyChoice, container: Int, evidence: BodyEvidence, trace: BodyTrace? = nil
    ) {
        self.scan = scan
        self.choice = choice
        self.container = container
        self.evidence = evidence
        unwanted = credibleMarks()
        kept = reach().filter { index in
            guard let refusal = refusal(of: index) else { return true }
            trace?.note(index, refusal.rawValue)
            return false
        }
        step("a label before it announces links, teasers or comments", trace) { $0.dropLabelled() }
        step("linked data's body, which is on the page whole, lacks it", trace) { $0.dropForeign() }
        step("it repeats what stands before", trace) { $0.dropRepeated() }
        step("no running text stands before it, or none after it", trace) { $0.trim() }
        step("it is a note about the author, an invitation or a notice at the end", trace) { $0.dropTail() }
        deck = addDeck()
    }

    /// Takes one step and has the trace note what it dropped.
    private mutating func step(_ reason: String, _ trace: BodyTrace?, _ body: (inout BodySelection) -> Void) {
        guard let trace else { return body(&self) }
        let before = kept
        body(&self)
        trace.note(before, without: kept, reason)
    }

    /// Letters of the kept blocks.
    var letters: Int { kept.reduce(0) { $0 + Int(scan.blocks[$1].letters) } }

    /// The unwanted marks less those that a good part of the container's text carries: an article is not its own promo.
    private func credibleMarks() -> PageMarks {
        var total: Int32 = 0
        var carried: [Int32] = Array(repeating: 0, count: 32)
        let around = scan.marks[container]
        for index in scan.blocks(in: container) where scan.blocks[index].isRunningText {
            let block = scan.blocks[index]
            total += block.letters
            var bits = block.marks.subtracting(around).intersection(.unwanted).rawValue
            while bits != 0 {
                carried[bits.trailingZeroBitCount] += block.letters
                bits &= bits - 1
            }
        }
        var marks = PageMarks.unwanted
        for bit in 0..<32 where carried[bit] > 0 {
            let mark = PageMarks(rawValue: 1 << UInt32(bit))
            let share = Double(carried[bit]) / Double(max(1, total))
            let isPart = mark == .comments || mark == .related || mark == .hidden
            let limit = isPart ? PageThresholds.credibleShareOfParts : PageThresholds.credibleShare
            if share > limit { marks.subtract(mark) }
        }
        return marks
    }

    // MARK: Reach

    /// Levels of the tree, above the container, at which siblings are joined.
    private static let levels = 3

    /// Widens the container over its siblings while they read like more of the same.
    private func reach() -> [Int] {
        var ranges: [Range<Int>] = [scan.blocks(in: container)]
        var node = container
        let inside = choice.gain(in: container)
        for _ in 0..<Self.levels {
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
        var letters: Int32 = 0
        var linked: Int32 = 0
        for index in scan.blocks(in: sibling) {
            letters += scan.blocks[index].letters
            linked += scan.blocks[index].linked
            if scan.blocks[index].kind == .heading, scan.blocks[index].linkDensity > 0.5 { return false }
        }
        guard Double(linked) < 0.25 * Double(letters) else { return false }
        if tree.nodes[sibling].tag == .p { return gain >= 40 }
        if tree.nodes[sibling].tag == .article { return false }
        let sameClass =
            tree.nodes[sibling].tag == tree.nodes[node].tag && tree.value(.class, of: node) != nil
            && tree.value(.class, of: node) == tree.value(.class, of: sibling)
        return gain >= (sameClass ? PageThresholds.siblingShareOfSameClass : PageThresholds.siblingShare) * inside
    }

    // MARK: Single blocks

    /// Why a block is no part of the body by itself; nil when it is wanted.
    private func refusal(of index: Int) -> BlockRefusal? {
        let block = scan.blocks[index]
        guard block.letters > 0 else { return .empty }
        if evidence.foreign.holdsText(Int(block.first)) { return .foreign }
        let marks = block.marks.subtracting(scan.marks[container])
        if !marks.isDisjoint(with: unwanted) { return .marked }
        if block.kind == .caption || marks.contains(.caption) { return .caption }
        if marks.contains(.figure), block.kind == .paragraph, block.letters < 300 { return .figure }
        if marks.contains(.pullQuote) { return .pullQuote }
        if evidence.isHeadline(scan, block) { return .headline }
        if block.kind == .heading {
            return block.linkDensity < 0.5 && block.letters < 250 ? nil : .heading
        }
        if marks.contains(.byline) || marks.contains(.time), block.letters < 100 { return .byline }
        if block.kind == .listItem { return block.linkDensity < 0.6 ? nil : .links }
        if block.kind == .table || block.kind == .preformatted { return block.linkDensity < 0.5 ? nil : .links }
        if block.linkDensity > 0.65 {
            return block.letters > 25 && block.endsSentence && block.linkDensity < 0.85 ? nil : .links
        }
        if block.letters < PageThresholds.scrap, !block.endsSentence { return .scrap }
        return isPictureCredit(block) ? .pictureCredit : nil
    }

    /// True for `Photo: ...` and its like.
    private func isPictureCredit(_ block: PageBlock) -> Bool {
        guard block.letters < 120 else { return false }
        let text = scan.text(of: block).prefix(24)
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let word = String(decoding: text[..<colon], as: UTF8.self).lowercased()
        return Self.pictureWords.contains(word)
    }

    private static let pictureWords: Set<String> = [
        "image", "images", "photo", "photos", "photograph", "picture", "credit", "image credit", "photo credit", "foto",
        "fotos", "bild", "bilder", "bildquelle", "crédit photo", "photo by", "фото", "imagen", "imagem", "immagine",
        "fotó",
        "zdjęcie", "fot", "kuva", "ảnh", "image source", "illustration", "slika", "fotografie", "φωτογραφία", "φωτο",
    ]

    // MARK: Labels

    /// Drops what labels announce: comments to the end, links and teasers as far as their own part of the page goes.
    private mutating func dropLabelled() {
        var before: Int32 = 0
        var dropped: Set<Int> = []
        let total = Int32(letters)
        for (place, index) in kept.enumerated() {
            let block = scan.blocks[index]
            if block.isRunningText { before += block.letters }
            guard block.letters <= BodyLabels.longest, !dropped.contains(index),
                let kind = BodyLabels.shared.kind(of: scan.text(of: block))
            else { continue }
            if kind == .comments, before >= 200 {
                kept.removeSubrange(place...)
                break
            }
            // What a crosshead calls terms is the article's; an element of their own is none of it (`ForeignParts`).
            if kind == .terms { continue }
            dropped.insert(index)
            dropTeasers(after: place, into: &dropped, limit: total / 3)
        }
        if !dropped.isEmpty { kept.removeAll(where: dropped.contains) }
    }

    /// Drops the part of the page that a label opens, and links that follow it.
    private func dropTeasers(after place: Int, into dropped: inout Set<Int>, limit: Int32) {
        let index = kept[place]
        // The largest element that begins with the label and holds little text.
        var node = Int(scan.blocks[index].element)
        var part = node
        while node > container, scan.blocks(in: node).lowerBound == index {
            if sum(scan.blocks(in: node)) > min(limit, 900) { break }
            part = node
            node = Int(scan.tree.nodes[node].parent)
        }
        let range = scan.blocks(in: part)
        for inside in range where inside > index { dropped.insert(inside) }
        for next in kept[(place + 1)...] where next >= range.upperBound {
            let block = scan.blocks[next]
            guard block.linkDensity > 0.5 || (block.kind != .heading && block.letters < 25 && !block.endsSentence)
            else { return }
            dropped.insert(next)
        }
    }

    private func sum(_ range: Range<Int>) -> Int32 { range.reduce(0) { $0 + scan.blocks[$1].letters } }

    // MARK: Against linked data

    /// Drops running text that linked data's body lacks, where that body is found on the page whole.
    private mutating func dropForeign() {
        guard let linked = evidence.linkedBody, linked.letters >= PageThresholds.linkedBodyLetters else { return }
        var matched: Int32 = 0
        var running: Int32 = 0
        var shares: [Int: Double] = [:]
        var lastMatch = -1
        for index in kept where scan.blocks[index].isRunningText {
            let block = scan.blocks[index]
            let share = linked.windows.share(of: TextFingerprint(scan.text(of: block)))
            shares[index] = share
            running += block.letters
            if share > 0.6 {
                matched += block.letters
                lastMatch = index
            }
        }
        guard Double(matched) >= 0.75 * Double(running), Double(matched) >= 0.6 * Double(linked.letters) else { return }
        let isWhole = Double(matched) >= 0.9 * Double(linked.letters)
        let first = kept.first
        kept.removeAll { index in
            guard let share = shares[index] else { return false }
            return share < 0.2 && scan.blocks[index].letters >= 40 && (index < lastMatch || isWhole) && index != first
        }
    }

    // MARK: Repetition and ends

    /// Drops longer text that stood before.
    private mutating func dropRepeated() {
        var seen: Set<TextFingerprint> = []
        let scan = scan
        kept.removeAll { index in
            guard scan.blocks[index].letters >= 30, scan.blocks[index].kind != .table else { return false }
            return !seen.insert(TextFingerprint(scan.text(of: scan.blocks[index]))).inserted
        }
    }

    /// Drops scraps before the first and after the last running text, and headings that nothing follows.
    private mutating func trim() {
        let isText = { (index: Int) -> Bool in
            let block = self.scan.blocks[index]
            return block.isRunningText || block.kind == .listItem || block.kind == .table || block.kind == .preformatted
        }
        guard let first = kept.firstIndex(where: isText), let last = kept.lastIndex(where: isText) else { return }
        let head = kept[..<first].filter { scan.blocks[$0].kind == .heading || scan.blocks[$0].endsSentence }
        let tail = kept[(last + 1)...].prefix { scan.blocks[$0].endsSentence && scan.blocks[$0].kind != .heading }
        kept = head + kept[first...last] + tail
        while let last = kept.last, scan.blocks[last].kind == .heading { kept.removeLast() }
    }

    /// Drops the line of rights that a paragraph of the article stands behind, so that the tail does not begin with it.
    private mutating func dropRightsWithin() {
        guard kept.count > 2 else { return }
        let last = kept.count - 1
        for place in max(1, kept.count - BodyTail.reach)..<last {
            let line = scan.blocks[kept[place]]
            guard line.kind == .paragraph, line.letters <= BodySelection.longestRights,
                BodyTail.shared.isRights(scan.text(of: line))
            else { continue }
            let isArticle = kept[(place + 1)...].allSatisfy { index in
                let block = scan.blocks[index]
                return block.kind == .paragraph && block.letters >= BodySelection.paragraphLetters && block.endsSentence
                    && block.linkDensity < 0.2
                    && scan.tree.nodes[Int(block.element)].parent == scan.tree.nodes[Int(line.element)].parent
                    && !BodyTail.shared.isNotice(scan.text(of: block))
            }
            if isArticle {
                kept.remove(at: place)
                return
            }
        }
    }

    /// Letters of a line of rights, and of a paragraph that shows that the article goes on behind it.
    private static let longestRights: Int32 = 80
    private static let paragraphLetters: Int32 = 80

    /// Drops notes about the author, invitations and notices from the end.
    private mutating func dropTail() {
        dropRightsWithin()
        let total = letters
        var rest = total
        var cut: Int?
        let tail = BodyTail.shared
        for place in kept.indices.reversed().prefix(BodyTail.reach) {
            let block = scan.blocks[kept[place]]
            rest -= Int(block.letters)
            // Never more than the smaller part of the body, whatever it says.
            guard rest * 10 >= total * 6, rest >= 200 else { break }
            if block.kind == .heading {
                if cut == place + 1 { cut = place }
                continue
            }
            let text = scan.text(of: block)
            if tail.isAboutAuthor(text, authors: evidence.authors), block.letters < 900 {
                cut = place
            } else if block.letters <= BodyTail.longest,
                cut == place + 1 || place == kept.count - 1 || block.kind == .paragraph,
                tail.isNotice(text)
            {
                if cut == nil || cut == place + 1 || place >= kept.count - 3 { cut = place }
            }
        }
        if let cut { kept.removeSubrange(cut...) }
    }

    // MARK: Standfirst

    /// Finds the standfirst and puts it before the body where it is not in it.
    private mutating func addDeck() -> Int? {
        guard let first = kept.first else { return nil }
        if let inside = kept.prefix(3).first(where: isDescription) { return inside }
        let above = scan.blocks[..<first].indices.suffix(60).reversed()
        for index in above {
            let block = scan.blocks[index]
            // Nothing above the headline is the standfirst.
            if evidence.isHeadline(scan, block) { break }
            let marks = block.marks.subtracting(scan.marks[container])
            let isDescription = isDescription(index)
            // What says of the page what the page says of itself is no teaser for another, whatever its class.
            let refused = isDescription ? PageMarks.unwanted.subtracting(.related) : PageMarks.unwanted
            guard marks.isDisjoint(with: refused.union([.byline, .caption, .time, .figure])),
                block.kind != .caption,
                block.linkDensity < 0.3, block.letters >= 25, block.letters < 900
            else { continue }
            if isDescription || marks.contains(.deck) && block.letters >= 40 {
                kept.insert(index, at: 0)
                return index
            }
        }
        return nil
    }

    /// True for a block that is the page's own description, or begins as it does.
    private func isDescription(_ index: Int) -> Bool {
        let description = evidence.description
        guard description.count >= 30, scan.blocks[index].letters >= 25 else { return false }
        let text = TextFingerprint(scan.text(of: scan.blocks[index]))
        let length = min(60, description.count, text.count)
        return length >= 25 && text.bytes.prefix(length).elementsEqual(description.bytes.prefix(length))
    }
}
