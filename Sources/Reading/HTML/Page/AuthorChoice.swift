import NewsModel

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

    private let site: TextFingerprint

    init(_ metadata: PageMetadata, linked: JSONValue?, scan: PageScan, outlet: String?) {
        site = TextFingerprint(outlet ?? "")
        let stated = Self.stated(metadata, linked, scan.tree)
        for source in stated where take(source, allowsSite: false) { return }
        for source in Self.visible(metadata, scan) where take(source, allowsSite: false) { return }
        takeOrganisation(stated)
    }

    /// Takes the names of a source; false when it names nobody.
    private mutating func take(_ source: [String], allowsSite: Bool) -> Bool {
        for text in source where text.utf8.count < Self.longestByline && !text.hasPrefix("http") {
            let read = BylineReader.read(Self.withoutPlace(text))
            for name in read.names where names.count < Self.limit && !names.contains(name) {
                if allowsSite || !isSite(name) { names.append(name) }
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

    private func isSite(_ name: String) -> Bool {
        let fingerprint = TextFingerprint(name)
        return !site.isEmpty && (fingerprint.isSame(site) || site.count > 5 && fingerprint.begins(with: site))
    }

    /// Nobody is named: the agency or publication that stands in the place of the author.
    private mutating func takeOrganisation(_ stated: [[String]]) {
        for source in stated {
            for text in source
            where text.utf8.count < 80 && !text.isEmpty && !text.hasPrefix("http") && !text.holds("@") {
                let (rest, _) = BylineReader.withoutLabel(Substring(text))
                let read = BylineReader.read(text)
                names = read.agencies.isEmpty ? [String(rest)] : read.agencies
                byline = text
                return
            }
        }
        names = agencies
        byline = agencies.isEmpty ? nil : agencies.joined(separator: ", ")
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
        sources.append(
            metadata.properties.filter { $0.name == "author" }.prefix(8).map { property in
                let inner = metadata.properties.first {
                    $0.name == "name" && tree.descendants(of: property.node).contains($0.node)
                }
                let node = inner?.node ?? property.node
                return tree.value(.content, of: node) ?? tree.foldedText(of: node)
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

    /// What stands on the page: links of `rel=author`, elements that are called so, lines that begin with "By".
    private static func visible(_ metadata: PageMetadata, _ scan: PageScan) -> [[String]] {
        let other: PageMarks = [.comments, .related, .footer, .sidebar, .navigation, .hidden, .biography]
        var sources: [[String]] = []
        let links = metadata.authorLinks.filter { scan.marks[$0].isDisjoint(with: other) }
        sources.append(links.prefix(4).map { scan.tree.foldedText(of: $0) })
        sources += elements(scan, not: other).prefix(6).map { [$0] }
        let short = scan.blocks.filter {
            $0.letters < 80 && $0.letters > 4 && $0.marks.isDisjoint(with: other) && $0.kind != .heading
        }
        let headline = scan.blocks.first { $0.marks.contains(.headline) && $0.kind == .heading }?.first ?? 0
        for block in short.filter({ $0.first >= headline }).prefix(linesAfterHeadline) {
            let text = scan.string(of: block)
            if BylineReader.withoutLabel(Substring(text)).isLabelled {
                sources.append([text])
                break
            }
        }
        return sources
    }

    /// The texts of the outermost short elements that are called author or byline, those near the headline first.
    private static func elements(_ scan: PageScan, not other: PageMarks) -> [String] {
        let tree = scan.tree
        let headline = tree.nodes.indices.first { tree.nodes[$0].tag == .h1 } ?? 0
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
            let text = tree.foldedText(of: index)
            guard !text.isEmpty, text.utf8.count < 100 else {
                index += 1
                continue
            }
            if abs(index - headline) < 150 { near.append(text) } else { far.append(text) }
            index = Int(node.end)
        }
        return near + far
    }
}
