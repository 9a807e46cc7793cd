import Bytes
import Markup
import NewsModel
import NewsText

/// Where a page names its authors: in its linked data and metadata, and what it shows.
extension AuthorChoice {
    /// What metadata says, source by source.
    static func stated(
        _ metadata: PageMetadata, _ linked: JSONValue?, _ tree: HTMLTree, _ foreign: ForeignParts
    ) -> [[String]] {
        var sources: [[String]] = []
        for key in ["author", "creator"] { sources.append(people(linked?[key], metadata.linked)) }
        for name in metaNames {
            if name == "twitter:data1", !isAuthorLabel(metadata.first(["twitter:label1"])) { continue }
            sources.append(metadata.all(name))
        }
        let headline = metadata.headlines.first?.node ?? 0
        let properties = metadata.properties.filter { $0.name == "author" && !foreign.holds($0.node) }
        sources.append(
            adjacent(nearest(properties.map(\.node), to: headline), tree)
                .prefix(8).map {
                    author in
                    let inner = metadata.properties.first {
                        $0.name == "name" && tree.descendants(of: author).contains($0.node)
                    }
                    let node = inner?.node ?? author
                    return tree.value(.content, of: node) ?? bylineText(of: node, tree)
                })
        return sources.map { $0.map { HTMLText.plain($0).foldedSpace }.filter { !$0.isEmpty } }
    }

    static let metaNames = [
        "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
        "byline",
        "article:author_name", "article_author", "articleauthor", "cxenseparse:author", "og:article:author",
        "rnews:author",
        "citation_author", "authors", "twitter:data1",
    ]

    /// Whether a label says that what it labels is the author: "Written by", "Verfasst von".
    static func isAuthorLabel(_ label: String?) -> Bool {
        guard let label = label?.lowercased() else { return false }
        return label.hasPrefix("writ") || BylineWords.labels.contains(label)
    }

    static func people(_ value: JSONValue?, _ linked: LinkedData) -> [String] {
        guard let value else { return [] }
        return value.list.prefix(limit).compactMap { item -> String? in
            if let name = item["name"], case let names = name.list.compactMap(\.text), !names.isEmpty {
                return names.joined(separator: ", ")
            }
            if let family = item["familyName"]?.text {
                return [item["givenName"]?.text ?? "", family].joined(separator: " ").foldedSpace
            }
            if let id = item["@id"]?.text { return linked.object(id: id)?["name"]?.text }
            return item.text
        }
    }

    /// The nodes from the one on that stands nearest behind a headline, where authors of other stories stand before it or far behind.
    static func nearest(_ nodes: [Int], to headline: Int) -> [Int] {
        guard headline > 0, let first = nodes.firstIndex(where: { $0 > headline }), first > 0 else { return nodes }
        // An author box before the headline is nearer than one at the end of the page.
        return headline - nodes[first - 1] < nodes[first] - headline ? nodes : Array(nodes[first...])
    }

    /// The first node and those that follow without a gap.
    static func adjacent(_ nodes: [Int], _ tree: HTMLTree) -> ArraySlice<Int> {
        var count = min(1, nodes.count)
        while count < nodes.count, nodes[count] - Int(tree.nodes[nodes[count - 1]].end) <= longestGap { count += 1 }
        return nodes.prefix(count)
    }

    /// The text inside of a node, with a bar where a block ends or begins: in an author's box the name, the office and
    /// the date stand in blocks of their own. A block that ends in a comma or that a label fills goes on in the next.
    static func bylineText(of node: Int, _ tree: HTMLTree) -> String {
        var parts: [String] = []
        var index = node
        var pending: [UInt8] = []
        func finish() {
            let text = String(decoding: pending, as: UTF8.self).foldedSpace
            pending.removeAll()
            guard !text.isEmpty else { return }
            let before = parts.last ?? ""
            let opensList = text.hasPrefix(",") || text.hasPrefix("&") || text.lowercased().hasPrefix("and ")
            let isOpen = before.hasSuffix(",") || before.hasSuffix("&") || before.lowercased().hasSuffix(" and")
            let isLabel = BylineWords.labels.contains(before.lowercased())
            if !parts.isEmpty, opensList || isOpen || isLabel {
                parts[parts.count - 1] = before + " " + text
            } else {
                parts.append(text)
            }
        }
        var ends: [Int] = []
        let end = Int(tree.nodes[node].end)
        while index < end {
            while let last = ends.last, last <= index {
                ends.removeLast()
                finish()
            }
            let current = tree.nodes[index]
            switch current.tag {
            case .textNode: pending += tree.bytes(current.slice)
            case .commentNode: break
            case .script, .style, .noscript, .template, .svg:
                index = Int(current.end)
                continue
            default:
                if current.tag == .br || current.tag.isBlock { finish() }
                if current.tag.isBlock { ends.append(Int(current.end)) }
            }
            index += 1
        }
        finish()
        return parts.joined(separator: " | ")
    }

    /// What stands on the page: links of `rel=author`, elements that are called so, lines that begin with "By".
    ///
    /// - Returns: what stands beside the headline, and the rest.
    static func visible(
        _ metadata: PageMetadata, _ scan: PageScan, _ foreign: ForeignParts
    ) -> (beside: [[String]], elsewhere: [[String]]) {
        let other = elsewhere
        let headline = headline(of: scan)
        let links = metadata.authorLinks.filter {
            scan.marks[$0].isDisjoint(with: isBeside($0, Int(headline)) ? farAway : other) && !foreign.holds($0)
        }
        let linked = adjacent(links, scan.tree).prefix(4)
        let top = scan.tree.nodes.firstIndex { $0.tag == .h1 } ?? 0
        let named = elements(scan, around: top, foreign)
        let isLinkNear = linked.first.map { $0 > top && $0 - top < nearNodes } ?? false
        var sources: [[String]] = []
        let linkedTexts = linked.map { bylineText(of: $0, scan.tree) }
        if isLinkNear { sources.append(linkedTexts) }
        sources += named.near.prefix(6).map { [$0] }
        var rest: [[String]] = isLinkNear ? [] : [linkedTexts]
        rest += named.far.prefix(6).map { [$0] }
        let short = scan.blocks.lazy.filter {
            $0.first >= headline && $0.letters < 80 && $0.letters > 4 && $0.marks.isDisjoint(with: other)
                && $0.kind != .heading && !foreign.holds(Int($0.first))
        }
        for block in short.prefix(linesAfterHeadline) {
            let text = TextNormalizer.withoutDirectionMarks(scan.string(of: block))
            if BylineReader.withoutLabel(Substring(text)).isLabelled {
                sources.append([text])
                break
            }
        }
        return (sources, rest)
    }

    /// Blocks below the headline among which a label fills a line of its own.
    static let blocksOfLabel = 40

    /// The name right below a line that is nothing but a label: "Written by" over "Ida Holm".
    static func belowLabel(_ scan: PageScan, _ foreign: ForeignParts) -> [String] {
        let headline = headline(of: scan)
        guard headline > 0, let start = scan.blocks.firstIndex(where: { $0.first > headline }) else { return [] }
        let lines = scan.blocks[start...].prefix(blocksOfLabel)
        for (line, next) in zip(lines, lines.dropFirst())
        where line.letters < 14 && next.letters < 40 && next.letters > 4 && line.marks.isDisjoint(with: farAway)
            && next.marks.isDisjoint(with: farAway)
            && !foreign.holds(Int(line.first))
        {
            let label = scan.string(of: line).lowercased()
            guard BylineWords.labels.contains(label) || BylineWords.labels.contains(label + ":") else { continue }
            let name = scan.string(of: next)
            if BylineReader.isName(name), isWholeName(name) { return [name] }
        }
        return []
    }

    /// The first node of the block that is the headline; 0 without one.
    static func headline(of scan: PageScan) -> Int32 {
        scan.blocks.first { $0.marks.contains(.headline) && $0.kind == .heading }?.first ?? 0
    }

    /// Nodes from the headline within which a byline stands beside it.
    static let nearNodes = 150

    /// Parts of a page that name authors of something else though they stand beside the headline. A side column or a box about the author
    /// there is that of the article.
    static let farAway = elsewhere.subtracting([.sidebar, .biography])

    /// Whether a node stands right below a headline.
    static func isBeside(_ node: Int, _ headline: Int) -> Bool {
        headline > 0 && headline < node && node - headline < nearNodes
    }

    /// Who is named beside the headline by a link to a page of their own.
    static func profiles(_ scan: PageScan, _ foreign: ForeignParts, host: HostLabel?) -> AuthorProfiles {
        let headline = Int(headline(of: scan))
        let range = max(0, headline - linesAbove)..<min(scan.tree.nodes.count, headline + nearNodes)
        return AuthorProfiles(scan.tree, in: headline > 0 ? range : 0..<0, host: host) { node in
            let other =
                node < headline ? elsewhere : node < headline + closeNodes ? farAway.subtracting(.related) : farAway
            return !scan.marks[node].isDisjoint(with: other) || foreign.holds(node)
        }
    }

    /// Nodes right below the headline, where a part that is called a teaser is the article's own.
    static let closeNodes = 40

    /// Nodes above the headline among which its byline stands on some pages.
    static let linesAbove = 30

    /// Blocks under a headline among which a name by itself is a signature, and blocks to the next line with a date.
    static let signatureBlocks = 5
    static let blocksToDate = 2

    /// A name by itself under the headline with a date beside it, and what CJK papers put before a text: 记者 NAME, 【NAME╱PLACE報導】.
    static func signatures(_ scan: PageScan, _ foreign: ForeignParts) -> [String] {
        let headline = headline(of: scan)
        guard let start = scan.blocks.firstIndex(where: { $0.first > headline }) else { return [] }
        let lines = scan.blocks[start...].prefix(signatureBlocks + blocksToDate).filter {
            $0.marks.isDisjoint(with: elsewhere) && !foreign.holds(Int($0.first))
        }
        for block in scan.blocks.filter({ $0.letters >= 60 && $0.linkDensity < 0.3 }).prefix(4) + lines {
            if block.letters >= 6, let name = reporter(scan.text(of: block)) { return name }
        }
        let above = scan.blocks[max(0, start - 1 - blocksAbove)..<max(0, start - 1)].filter {
            $0.marks.isDisjoint(with: elsewhere) && !foreign.holds(Int($0.first))
        }
        for block in lines.prefix(signatureBlocks) + above where block.letters < 60 && block.letters > 8 {
            if let name = datedName(scan.string(of: block)) { return [name] }
        }
        for (place, block) in lines.prefix(signatureBlocks).enumerated() {
            guard block.letters < 40, block.letters > 4, block.linkDensity < 1 || block.kind != .listItem else {
                continue
            }
            let text = scan.string(of: block)
            let words = text.split(separator: " ")
            guard (2...4).contains(words.count), BylineReader.isName(text), !BylineReader.hasTitle(text),
                words.allSatisfy({ $0.first?.isUppercase == true }), text != text.uppercased()
            else { continue }
            let around = lines[max(0, place - blocksToDate)..<min(lines.count, place + blocksToDate + 1)]
            let isDated = around.contains { line in
                line.letters < 60 && DateReader.find(in: scan.string(of: line)) != nil
            }
            if isDated { return [text] }
        }
        return []
    }

    /// Blocks above a headline among which its date and signature stand.
    static let blocksAbove = 2

    /// The name in a line that holds nothing else but its date and time: "3.5.2024 | 13:10 Uhr | Ida Holm".
    static func datedName(_ text: String) -> String? {
        guard text.utf8.contains(where: ASCII.isDigit) else { return nil }
        let parts = BylineReader.parts(of: text)
        guard (2...4).contains(parts.count) else { return nil }
        let others = parts.filter { !$0.contains(where: \.isNumber) }
        guard others.count == 1, let name = others.first.map(String.init), BylineReader.isName(name), isWholeName(name),
            name != name.uppercased(), DateReader.find(in: text) != nil
        else { return nil }
        return name
    }

    /// Han signs of a name, and bytes at the start of a text within which it stands.
    static let nameSigns = 2...4
    static let reporterBytes = 120

    /// Who signs a Chinese report in its first words.
    static func reporter(_ bytes: [UInt8]) -> [String]? {
        guard bytes.contains(where: { $0 >= 0xE3 }) else { return nil }
        let text = String(decoding: bytes.prefix(reporterBytes), as: UTF8.self)
        func isHan(_ character: Character) -> Bool {
            character.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
        }
        if text.hasPrefix("【"), let end = text.firstIndex(of: "】"),
            text[..<end].hasSuffix("報導") || text[..<end].hasSuffix("报道")
        {
            let inner = text[text.index(after: text.startIndex)..<end].prefix { $0 != "╱" && $0 != "／" && $0 != "/" }
            let names = inner.split { "、,，".contains($0) }.map(String.init)
            return !names.isEmpty && names.allSatisfy({ nameSigns.contains($0.count) && $0.allSatisfy(isHan) })
                ? names : nil
        }
        for label in ["记者", "記者"] {
            guard let place = text.indices.first(where: { text[$0...].hasPrefix(label) }) else { continue }
            let rest = text[text.index(place, offsetBy: 2)...].drop { " :：\u{3000}".contains($0) }
            let list = rest.prefix { isHan($0) || "、 \u{3000}".contains($0) }
            let names = list.split { "、 \u{3000}".contains($0) }.map(String.init).prefix {
                nameSigns.contains($0.count)
            }
            // Behind names stands the end of a line, a bracket or a word of reporting; prose goes on.
            let after = rest.dropFirst(list.count).first
            if !names.isEmpty, after == nil || ")）】]".contains(after ?? " ") { return Array(names) }
        }
        return nil
    }

    /// The texts of the outermost short elements that are called author or byline, those near the headline and the others.
    static func elements(
        _ scan: PageScan, around headline: Int, _ foreign: ForeignParts
    ) -> (near: [String], far: [String]) {
        let tree = scan.tree
        var near: [String] = []
        var far: [String] = []
        var index = 0
        while index < tree.nodes.count, near.count < 8, far.count < 24 {
            let node = tree.nodes[index]
            guard node.tag.rawValue > HTMLTag.unknown.rawValue, scan.marks[index].contains(.author),
                scan.marks[index].isDisjoint(with: isBeside(index, headline) ? farAway : elsewhere),
                Int(node.end) - index < 60, !foreign.holds(index)
            else {
                index += 1
                continue
            }
            let text = bylineText(of: index, tree)
            // A side column beside the headline names the author where it says so.
            let isTold = !scan.marks[index].contains(.sidebar) || BylineReader.withoutLabel(Substring(text)).isLabelled
            guard isTold, !text.isEmpty, text.utf8.count < 100 else {
                index += 1
                continue
            }
            if abs(index - headline) < nearNodes { near.append(text) } else { far.append(text) }
            index = Int(node.end)
        }
        return (near, far)
    }
}
