/// The headline, from linked data, OpenGraph, `h1` and `title`.
struct HeadlineChoice {
    /// The headline without the site's name, or nil.
    private(set) var headline: String?

    init(_ metadata: PageMetadata, linked: JSONValue?, outlet: String?, tree: HTMLTree) {
        let linkedHeadline = (linked?["headline"]?.text ?? linked?["name"]?.text).map { HTMLText.plain($0).foldedSpace }
        let openGraph = metadata.first(["og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title"])
            .map { HTMLText.plain($0).foldedSpace }
        let title = metadata.title.map { HTMLText.unescaped($0).foldedSpace }
        let stripped = title.map { Self.withoutSite($0, outlet: outlet) }
        let microdata = metadata.properties.first { $0.name == "headline" }.map {
            tree.value(.content, of: $0.node) ?? tree.foldedText(of: $0.node)
        }
        let others = [linkedHeadline, openGraph, microdata, title].compactMap { $0 }.map { TextFingerprint($0) }
        // A visible headline that other evidence repeats is the headline as it is printed.
        for (text, _) in metadata.headlines where !text.isEmpty {
            let fingerprint = TextFingerprint(text)
            if fingerprint.count >= 6,
                others.contains(where: { $0.begins(with: fingerprint) || fingerprint.begins(with: $0) && $0.count > 8 })
            {
                headline = text
                return
            }
        }
        let candidates = [
            linkedHeadline, openGraph.map { Self.withoutSite($0, outlet: outlet) }, microdata, stripped,
            metadata.headlines.first?.text,
        ]
        headline = candidates.lazy.compactMap { $0 }.first { !$0.isEmpty }
    }

    /// A title without the name of the site at its end or start.
    static func withoutSite(_ title: String, outlet: String?) -> String {
        let separators = [
            " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", " « ", " ‹ ", "｜", " ∙ ", " ― ", " > ",
        ]
        var parts: [(text: String, separator: String)] = []
        var rest = Substring(title)
        search: while !rest.isEmpty {
            var found: (index: Substring.Index, separator: String)?
            var index = rest.startIndex
            while index < rest.endIndex, found == nil {
                for separator in separators where rest[index...].hasPrefix(separator) { found = (index, separator) }
                index = rest.index(after: index)
            }
            guard let hit = found else {
                parts.append((String(rest), ""))
                break search
            }
            parts.append((String(rest[..<hit.index]), hit.separator))
            rest = rest[hit.index...].dropFirst(hit.separator.count)
        }
        guard parts.count > 1 else { return title }
        let site = TextFingerprint(outlet ?? "")
        if site.count >= 3 {
            // Cut at the site's name.
            while parts.count > 1, let last = parts.last {
                let fingerprint = TextFingerprint(last.text)
                guard fingerprint.begins(with: site) || site.begins(with: fingerprint) else { break }
                parts.removeLast()
            }
            if parts.count > 1, TextFingerprint(parts[0].text).isSame(site) { parts.removeFirst() }
        }
        // Without a name to go by: a short last part is the site's.
        if parts.count > 1, let last = parts.last {
            let head = parts.dropLast().reduce(0) { $0 + $1.text.utf8.count }
            let separator = parts[parts.count - 2].separator
            if last.text.utf8.count * 2 < head, last.text.utf8.count < 40, separator != " / ",
                outlet == nil || separator == " | "
            {
                parts.removeLast()
            }
        }
        var out = ""
        for (index, part) in parts.enumerated() { out += part.text + (index + 1 < parts.count ? part.separator : "") }
        return out.foldedSpace
    }
}
