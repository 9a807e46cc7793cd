import NewsModel

/// Who wrote the article.
struct AuthorChoice {
    /// Names in natural order, agencies only where nobody else is named.
    private(set) var names: [String] = []
    /// Agencies that are named in the byline.
    private(set) var agencies: [String] = []
    /// The byline as it stands, or nil.
    private(set) var byline: String?

    init(_ metadata: PageMetadata, linked: JSONValue?, scan: PageScan, outlet: String?) {
        let tree = scan.tree
        var sources: [[String]] = []
        sources.append(Self.people(linked?["author"], metadata.linked))
        sources.append(metadata.all("author") + metadata.all("article:author").filter { !$0.hasPrefix("http") })
        sources.append(
            [
                "parsely-author", "sailthru.author", "dc.creator", "byl", "dcterms.creator", "article:author_name",
                "twitter:data1",
            ].flatMap { name in
                name == "twitter:data1" && metadata.first(["twitter:label1"])?.lowercased().contains("writ") != true
                    ? [] : metadata.all(name)
            })
        sources.append(
            metadata.properties.filter { $0.name == "author" }.map { property in
                let inner = metadata.properties.first {
                    $0.name == "name" && tree.descendants(of: property.node).contains($0.node)
                }
                return inner.map { tree.value(.content, of: $0.node) ?? tree.foldedText(of: $0.node) } ?? tree.value(
                    .content, of: property.node) ?? tree.foldedText(of: property.node)
            })
        sources.append(metadata.authorLinks.map { tree.foldedText(of: $0) })
        sources.append(
            scan.blocks.filter {
                $0.marks.contains(.byline)
                    && $0.marks.isDisjoint(with: [.comments, .related, .biography, .footer, .sidebar])
                    && $0.letters < 80 && $0.letters > 4
            }.prefix(3).map {
                scan.string(of: $0)
            })
        let site = TextFingerprint(outlet ?? "")
        for source in sources {
            for text in source where text.utf8.count < 300 {
                let read = BylineReader.read(HTMLText.plain(text).foldedSpace)
                for name in read.names where !names.contains(name) && !TextFingerprint(name).isSame(site) {
                    names.append(name)
                }
                for agency in read.agencies where !agencies.contains(agency) { agencies.append(agency) }
            }
            if !names.isEmpty {
                byline = source.joined(separator: ", ")
                break
            }
        }
        if names.isEmpty { names = agencies }
    }

    private static func people(_ value: JSONValue?, _ linked: LinkedData) -> [String] {
        guard let value else { return [] }
        return value.list.compactMap { item -> String? in
            if let name = item["name"] { return name.list.compactMap(\.text).joined(separator: ", ") }
            if let id = item["@id"]?.text { return linked.object(id: id)?["name"]?.text }
            return item.text
        }
    }
}
