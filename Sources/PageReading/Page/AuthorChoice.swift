import Bytes
import Markup
import NewsModel
import NewsText

/// Who wrote the article.
///
/// Sources are asked in order of trust, and the first that names a person wins. Where none does, the agency, desk or
/// publication that is named instead is the author.
struct AuthorChoice {
    /// Names in natural order, agencies only where nobody else is named.
    private(set) var names: [String] = []
    /// Agencies that are named in the byline.
    private(set) var agencies: [String] = []
    /// The byline as it stands, or nil.
    private(set) var byline: String?

    /// Names of one article that are kept; a report of an investigation has twenty.
    private static let limit = 30
    /// Short lines under the headline that are looked at for a byline.
    private static let linesAfterHeadline = 12
    /// Bytes of a text that can be a byline.
    private static let longestByline = 300

    /// Nodes between two authors beside each other; teasers with authors of their own lie further apart.
    private static let longestGap = 40
    /// Parts of a page that name authors of something else.
    private static let elsewhere: PageMarks = [
        .comments, .related, .footer, .sidebar, .navigation, .hidden, .biography,
    ]

    private let site: TextFingerprint
    /// The fields and lines that are read, as they are written.
    private var sources: Set<String> = []
    /// What the page calls its section, in lower case.
    private var sections: Set<String> = []

    private let host: HostLabel?

    init(_ metadata: PageMetadata, linked: JSONValue?, scan: PageScan, url: String?) {
        host = url.flatMap { HostLabel($0) }
        // On a site of one person the outlet has the author's name: only what the page states as its publisher is no author.
        site = TextFingerprint(
            metadata.first(["og:site_name"]) ?? linked?["publisher"]?["name"]?.text
                ?? metadata.first(["application-name", "publisher"]) ?? "")
        let stated = Self.stated(metadata, linked, scan.tree)
        sections = Set(
            [PageFacts.section(metadata, linked: linked)].compactMap { $0?.lowercased() })
        for (place, source) in stated.enumerated() where take(source, isField: true) {
            // The article's own linked data is believed. Metadata is often that of the editor or the house: a byline beside the headline that
            // names others outranks it.
            if place >= Self.linkedSources { preferShown(Self.visible(metadata, scan).beside) }
            return
        }
        let shown = Self.visible(metadata, scan)
        for source in shown.beside where take(source, isField: false) { return }
        if take(Self.signatures(scan), isField: false) { return }
        for source in shown.elsewhere where take(source, isField: false) { return }
        if stated.allSatisfy(\.isEmpty), takeHandle(metadata, scan) { return }
        takeOrganisation(stated)
    }

    /// Takes the names of a source; false when it names nobody.
    private mutating func take(_ source: [String], isField: Bool) -> Bool {
        for text in source where text.utf8.count < Self.longestByline && !text.hasPrefix("http") {
            if Self.isOrganisation(text) || isSpeltByHost(text) { continue }
            sources.insert(text)
            let read = BylineReader.read(Self.withoutPlace(text), isField: isField)
            for name in read.names where names.count < Self.limit && !names.contains(name) {
                if !isSite(name), !isWord(name) { names.append(name) }
            }
            for agency in read.agencies where !agencies.contains(agency) { agencies.append(agency) }
        }
        if names.isEmpty { return false }
        byline = source.joined(separator: ", ")
        return true
    }

    /// The text before `, in`: "By NAME, in PLACE" and "By NAME, in SECTION, SECTION".
    private static func withoutPlace(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let mark = Array(", in ".utf8)
        guard bytes.count > mark.count else { return text }
        for start in 1..<bytes.count - mark.count where bytes[start] == mark[0] {
            if bytes[start..<start + mark.count].elementsEqual(mark) {
                return String(decoding: bytes[..<start], as: UTF8.self)
            }
        }
        return text
    }

    /// Legal forms and words of companies: what ends in one is no person.
    private static let companies: Set<String> = [
        "inc", "llc", "ltd", "limited", "gmbh", "ag", "sa", "corp", "corporation", "company", "group", "media",
        "verlag", "foundation",
        "institute", "university", "ministry", "association", "news", "magazine", "zeitung", "online", "tv", "radio",
        "o.o", "e.v", "plc",
        "press", "global", "network", "studio", "studios", "agency", "publishing", "holding", "holdings", "kreuz",
        "verein", "stiftung",
    ]
    private static let paperEndings = [
        "blatt", "zeitung", "nachrichten", "presse", "verlag", "rundschau", "anzeiger", "redaktion",
    ]
    private static let companySigns = ["株式会社", "新聞社", "通信社", "日报", "日報", "编辑部", "編集部", "杂志社", "新闻网"]

    /// Whether a text is the name of a company or an institution.
    private static func isOrganisation(_ text: String) -> Bool {
        guard !text.contains(where: { ",|;/".contains($0) }) || text.lowercased().hasSuffix("inc.") else {
            return false
        }
        let (rest, _) = BylineReader.withoutLabel(Substring(text), isField: true)
        let words = rest.lowercased().split { $0 == " " || $0 == "(" || $0 == ")" }
        guard words.count > 1 else { return companySigns.contains { text.hasSuffix($0) } }
        if words.count < 5, paperEndings.contains(where: { words[words.count - 1].hasSuffix($0) }) { return true }
        let last = words[words.count - 1].drop { $0 == "." }
        let bare = last.hasSuffix(".") ? last.dropLast() : last
        if words.count < 6, companies.contains(String(bare)) || companies.contains(bare.filter { $0 != "." }) {
            return true
        }
        return companySigns.contains { text.hasSuffix($0) }
    }

    /// Whether the host is made of the first letters of a name, as `wp.example` of Wide Press: the publication.
    private func isSpeltByHost(_ text: String) -> Bool {
        guard let host, host.text.utf8.count <= 4, text.contains(" ") else { return false }
        return host.text == String(text.split(separator: " ").compactMap(\.first)).lowercased()
    }

    /// Whether a name is a word of the page and no name: its section, or what a byline is called.
    private func isWord(_ name: String, allowsSignature: Bool = false) -> Bool {
        let lowered = name.lowercased()
        if sections.contains(lowered) || OutletName.generic.contains(lowered) { return true }
        guard !name.contains(" ") else { return false }
        return BylineWords.sections.contains(lowered) || BylineWords.labels.contains(lowered + ":")
            || BylineWords.labels.contains(lowered)
            // The signature of a desk, such as GNB.
            || !allowsSignature && name.utf8.count <= 4 && name.utf8.allSatisfy(ASCII.isLetter)
                && sources.contains(name.uppercased())
            // Names that a program gave to an account.
            || name.count >= 10 && name.contains(where: \.isNumber)
    }

    /// Sources of linked data before those of metadata.
    private static let linkedSources = 2

    /// Takes the names beside the headline where they are others than those that were taken. A signature, a name by itself, can be that of
    /// a photographer or of a person in the text: it outranks nothing.
    private mutating func preferShown(_ beside: [[String]]) {
        let stated = self
        (names, agencies, byline) = ([], [], nil)
        for source in beside where take(source, isField: false) {
            let isOther = names.allSatisfy { name in
                let own = TextFingerprint(name)
                return !stated.names.contains { other in
                    let known = TextFingerprint(other)
                    return known.begins(with: own) || own.begins(with: known)
                }
            }
            if isOther, names.allSatisfy(Self.isWholeName) { return }
            break
        }
        self = stated
    }

    /// Whether a text is a given name and a surname without doubt: words with capitals and particles, none of them a title.
    private static func isWholeName(_ name: String) -> Bool {
        guard name.first?.isCased == true else { return true }
        let words = name.split(separator: " ")
        return (2...5).contains(words.count) && !BylineReader.hasTitle(name)
            && words.allSatisfy { $0.first?.isUppercase == true || BylineWords.particles.contains(String($0)) }
    }

    private func isSite(_ name: String) -> Bool {
        let fingerprint = TextFingerprint(name)
        return !site.isEmpty && (fingerprint.isSame(site) || site.count > 5 && fingerprint.begins(with: site))
    }

    /// Takes the one word, such as `harbour_watch`, by which every `rel=author` link names its author; false otherwise.
    private mutating func takeHandle(_ metadata: PageMetadata, _ scan: PageScan) -> Bool {
        let links = metadata.authorLinks.filter { scan.marks[$0].isDisjoint(with: Self.elsewhere) }
        let texts = Set(links.map { scan.tree.foldedText(of: $0) }.filter { !$0.isEmpty })
        guard let handle = texts.first, texts.count == 1, (2...40).contains(handle.utf8.count),
            handle.first?.isLetter == true, handle.contains(where: \.isLowercase), !isSite(handle),
            handle.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == "." }),
            !BylineWords.titles.contains(handle.lowercased()), !BylineWords.notices.contains(handle.lowercased())
        else { return false }
        names = [handle]
        byline = handle
        return true
    }

    /// Nobody is named: the agency or desk that is stated in the place of the author, else the house or the account that is.
    private mutating func takeOrganisation(_ stated: [[String]]) {
        let texts = stated.joined().filter {
            $0.utf8.count < 80 && !$0.isEmpty && !$0.hasPrefix("http") && !$0.holds("@")
        }
        for text in texts {
            let (rest, _) = BylineReader.withoutLabel(Substring(text), isField: true)
            let read = BylineReader.read(text, isField: true)
            if read.agencies.isEmpty, !Self.isDesk(rest) { continue }
            // An agency alone is named as the page names it, with its article.
            let isWhole = AgencyNames.agency(rest) != nil && rest.lowercased().hasPrefix("the ")
            names = read.agencies.isEmpty || isWhole ? [String(rest)] : read.agencies
            byline = text
            return
        }
        let house = texts.first { text in
            let lowered = text.lowercased()
            return text.contains(where: \.isLetter) && !isWord(text, allowsSignature: true)
                && !Self.namelessAccounts.contains(lowered)
                && !Self.isRegistered(lowered)
        }
        if let house {
            names = [String(BylineReader.withoutLabel(Substring(house), isField: true).rest)]
            byline = house
            return
        }
        names = agencies
        byline = agencies.isEmpty ? nil : agencies.joined(separator: ", ")
    }

    /// Legal forms: a name with one is that of an owner in a register, which nobody writes over an article.
    private static let legalForms = [
        " inc", " llc", " ltd", " limited", " gmbh", " ag", " s.a", " corp", " corporation", " o.o", " plc", "有限公司",
    ]

    private static func isRegistered(_ lowered: String) -> Bool {
        let bare = lowered.hasSuffix(".") ? lowered.dropLast() : lowered[...]
        return legalForms.contains { bare.hasSuffix($0) }
    }

    /// Accounts that programs make, behind which nobody is named.
    private static let namelessAccounts: Set<String> = [
        "admin", "administrator", "webmaster", "root", "user", "guest", "author", "editor", "wpadmin", "superuser",
        "anonymous", "unknown",
    ]

    /// Words of which a desk has one: "City Desk", "Redaktion", "Courier staff reporter".
    private static let deskWords: Set<String> = [
        "staff", "desk", "newsdesk", "newsroom", "team", "redaktion", "editors", "editorial", "reporters", "redacción",
        "redaccion", "rédaction",
        "redazione", "redação", "redakcja", "редакция", "agencies", "correspondent", "reporter", "bureau",
    ]

    private static func isDesk(_ text: Substring) -> Bool {
        text.lowercased().split { !$0.isLetter }.contains { deskWords.contains(String($0)) }
    }

    // MARK: Sources

    /// What metadata says, source by source.
    private static func stated(_ metadata: PageMetadata, _ linked: JSONValue?, _ tree: HTMLTree) -> [[String]] {
        var sources: [[String]] = []
        for key in ["author", "creator"] { sources.append(people(linked?[key], metadata.linked)) }
        for name in metaNames {
            if name == "twitter:data1", metadata.first(["twitter:label1"])?.lowercased().hasPrefix("writ") != true {
                continue
            }
            sources.append(metadata.all(name))
        }
        let headline = metadata.headlines.first?.node ?? 0
        sources.append(
            adjacent(nearest(metadata.properties.filter { $0.name == "author" }.map(\.node), to: headline), tree)
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

    private static let metaNames = [
        "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
        "byline",
        "article:author_name", "article_author", "articleauthor", "cxenseparse:author", "og:article:author",
        "rnews:author",
        "citation_author", "authors", "twitter:data1",
    ]

    private static func people(_ value: JSONValue?, _ linked: LinkedData) -> [String] {
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
    private static func nearest(_ nodes: [Int], to headline: Int) -> [Int] {
        guard headline > 0, let first = nodes.firstIndex(where: { $0 > headline }), first > 0 else { return nodes }
        // An author box before the headline is nearer than one at the end of the page.
        return headline - nodes[first - 1] < nodes[first] - headline ? nodes : Array(nodes[first...])
    }

    /// The first node and those that follow without a gap.
    private static func adjacent(_ nodes: [Int], _ tree: HTMLTree) -> ArraySlice<Int> {
        var count = min(1, nodes.count)
        while count < nodes.count, nodes[count] - Int(tree.nodes[nodes[count - 1]].end) <= longestGap { count += 1 }
        return nodes.prefix(count)
    }

    /// The text inside of a node, with a bar where a block ends or begins: in an author's box the name, the office and
    /// the date stand in blocks of their own. A block that ends in a comma or that a label fills goes on in the next.
    private static func bylineText(of node: Int, _ tree: HTMLTree) -> String {
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
    private static func visible(
        _ metadata: PageMetadata, _ scan: PageScan
    ) -> (beside: [[String]], elsewhere: [[String]]) {
        let other = elsewhere
        let links = metadata.authorLinks.filter { scan.marks[$0].isDisjoint(with: other) }
        let linked = adjacent(links, scan.tree).prefix(4)
        let top = scan.tree.nodes.firstIndex { $0.tag == .h1 } ?? 0
        let named = elements(scan, around: top, not: other)
        let isLinkNear = linked.first.map { $0 > top && $0 - top < nearNodes } ?? false
        var sources: [[String]] = []
        let linkedTexts = linked.map { bylineText(of: $0, scan.tree) }
        if isLinkNear { sources.append(linkedTexts) }
        sources += named.near.prefix(6).map { [$0] }
        var rest: [[String]] = isLinkNear ? [] : [linkedTexts]
        rest += named.far.prefix(6).map { [$0] }
        let headline = headline(of: scan)
        let short = scan.blocks.lazy.filter {
            $0.first >= headline && $0.letters < 80 && $0.letters > 4 && $0.marks.isDisjoint(with: other)
                && $0.kind != .heading
        }
        for block in short.prefix(linesAfterHeadline) {
            let text = scan.string(of: block)
            if BylineReader.withoutLabel(Substring(text)).isLabelled {
                sources.append([text])
                break
            }
        }
        return (sources, rest)
    }

    /// The first node of the block that is the headline; 0 without one.
    private static func headline(of scan: PageScan) -> Int32 {
        scan.blocks.first { $0.marks.contains(.headline) && $0.kind == .heading }?.first ?? 0
    }

    /// Nodes from the headline within which a byline stands beside it.
    private static let nearNodes = 150

    /// Blocks under a headline among which a name by itself is a signature, and blocks to the next line with a date.
    private static let signatureBlocks = 5
    private static let blocksToDate = 2

    /// A name by itself under the headline with a date beside it, and what CJK papers put before a text: 记者 NAME, 【NAME╱PLACE報導】.
    private static func signatures(_ scan: PageScan) -> [String] {
        let headline = headline(of: scan)
        guard let start = scan.blocks.firstIndex(where: { $0.first > headline }) else { return [] }
        let lines = scan.blocks[start...].prefix(signatureBlocks + blocksToDate).filter {
            $0.marks.isDisjoint(with: elsewhere)
        }
        for block in scan.blocks.filter({ $0.letters >= 60 && $0.linkDensity < 0.3 }).prefix(4) + lines {
            if block.letters >= 6, let name = reporter(scan.text(of: block)) { return name }
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

    /// Han signs of a name, and bytes at the start of a text within which it stands.
    private static let nameSigns = 2...4
    private static let reporterBytes = 120

    /// Who signs a Chinese report in its first words.
    private static func reporter(_ bytes: [UInt8]) -> [String]? {
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
    private static func elements(
        _ scan: PageScan, around headline: Int, not other: PageMarks
    ) -> (near: [String], far: [String]) {
        let tree = scan.tree
        var near: [String] = []
        var far: [String] = []
        var index = 0
        while index < tree.nodes.count, near.count < 8, far.count < 24 {
            let node = tree.nodes[index]
            guard node.tag.rawValue > HTMLTag.unknown.rawValue, scan.marks[index].contains(.author),
                scan.marks[index].isDisjoint(with: other), Int(node.end) - index < 60
            else {
                index += 1
                continue
            }
            let text = bylineText(of: index, tree)
            guard !text.isEmpty, text.utf8.count < 100 else {
                index += 1
                continue
            }
            if abs(index - headline) < nearNodes { near.append(text) } else { far.append(text) }
            index = Int(node.end)
        }
        return (near, far)
    }
}
