import Bytes
import Markup

/// The headline, from linked data, OpenGraph, `h1` and `title`.
///
/// For news, linked data's headline is what the newsroom's system calls the headline. Elsewhere it is often the title for
/// search engines, and the `h1` that is related to the other titles is the headline as it is printed.
struct HeadlineChoice {
    /// The headline without the site's name, or nil.
    private(set) var headline: String?
    /// What the headline was taken from, in words, and what else the page calls itself; for an explanation.
    private(set) var source = "nothing"
    private(set) var titles: [(source: String, text: String)] = []

    /// The share of letter triples by which an `h1` and another title are about the same.
    private static let kinship = 0.4
    /// What an `h1` gains by the share of another title that it covers.
    private static let coverageGain = 0.2

    init(_ metadata: PageMetadata, linked: JSONValue?, outlet: String?, tree: HTMLTree) {
        func clean(_ text: String?) -> String? {
            guard let text else { return nil }
            let folded = HTMLText.plain(text).foldedSpace
            return folded.isEmpty ? nil : SiteSuffix.removed(from: folded, outlet: outlet)
        }
        let linkedHeadline = clean(linked?["headline"]?.text ?? linked?["name"]?.text)
        let openGraph = clean(
            metadata.first(["og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title"]))
        let title = clean(metadata.title)
        let evidence = [linkedHeadline, openGraph, title].compactMap { $0 }
        if let openGraph, Self.isHeadedForSearch(metadata, tree, openGraph, linkedHeadline ?? title) {
            (headline, source) = (openGraph, "og:title, since the h1 is made for search engines")
            titles = [("linked data", linkedHeadline), ("title", title)].compactMap { pair in
                pair.1.map { (pair.0, $0) }
            }
            return
        }
        let printed = Self.printed(metadata, tree, evidence, outlet)
        let types = linked?["@type"]?.list.compactMap(\.text) ?? []
        let isNews = types.contains { $0.hasSuffix("NewsArticle") || $0.hasSuffix("LiveBlogPosting") }
        if isNews, let linkedHeadline, !Self.isCut(linkedHeadline, printed) {
            (headline, source) = (linkedHeadline, "linked data of news")
            titles = [("h1", printed), ("og:title", openGraph), ("title", title)]
                .compactMap { pair in pair.1.map { (pair.0, $0) } }
            return
        }
        let microdata = metadata.properties.first { $0.name == "headline" }
            .map { tree.value(.content, of: $0.node) ?? tree.foldedText(of: $0.node) }.flatMap { $0.isEmpty ? nil : $0 }
        let order = [
            ("h1", printed), ("linked data", linkedHeadline), ("og:title", openGraph), ("microdata", microdata),
            ("title", title),
        ].compactMap { pair in pair.1.map { (source: pair.0, text: $0) } }
        guard let first = order.first else { return }
        (headline, source) = (first.text, first.source)
        titles = Array(order.dropFirst())
    }

    /// What the headline was taken from, and whether another title of the page says the same.
    var evidence: FieldEvidence {
        let own = TextFingerprint(headline ?? "")
        let agrees = titles.contains { TextFingerprint($0.text).isSame(own) }
        let beside = titles.isEmpty ? "alone" : agrees ? "as another title has it" : "against the other titles"
        return FieldEvidence(field: .headline, kind: headline == nil ? "nothing" : "\(source), \(beside)")
    }

    /// Whether the page's `h1` is the last step of its breadcrumbs or called a title for search engines, repeats what
    /// the data for search engines says, and another heading prints what OpenGraph says.
    private static func isHeadedForSearch(
        _ metadata: PageMetadata, _ tree: HTMLTree, _ openGraph: String, _ searched: String?
    ) -> Bool {
        let searchHeading = metadata.headlines.first { heading in
            guard let names = tree.value(.class, of: heading.node)?.lowercased() else { return false }
            return ["breadcrumb", "seotitle", "seo-title"].contains { names.contains($0) }
        }
        let wanted = TextFingerprint(openGraph)
        guard let searchHeading, let searched, wanted.count >= 12 else { return false }
        let own = TextFingerprint(searchHeading.text)
        guard own.isSame(TextFingerprint(searched)), !own.isSame(wanted) else { return false }
        return tree.nodes.indices.contains { node in
            guard [.h1, .h2].contains(tree.nodes[node].tag), node != searchHeading.node else { return false }
            let text = tree.foldedText(of: node)
            return text.utf8.count < 1_000 && TextFingerprint(text).bytes.suffix(wanted.count) == wanted.bytes[...]
        }
    }

    /// True for the beginning of a longer printed headline.
    private static func isCut(_ headline: String, _ printed: String?) -> Bool {
        guard let printed, headline.utf8.count >= 100, printed.utf8.count > headline.utf8.count else { return false }
        return printed.utf8.starts(with: headline.utf8.prefix(90))
    }

    /// The `h1` that is related to the page's other titles, or the only one; nil where there is none.
    private static func printed(
        _ metadata: PageMetadata, _ tree: HTMLTree, _ evidence: [String], _ outlet: String?
    ) -> String? {
        let site = TextFingerprint(outlet ?? "")
        let known = evidence.map { TextFingerprint($0) }
        let triples = known.map { LetterTriples($0) }
        let mastheads = metadata.homeLinks.map { TextFingerprint(tree.foldedText(of: $0)) }
        var best: (text: String, node: Int, score: Double)?
        var candidates = 0
        for (place, candidate) in metadata.headlines.enumerated() {
            let fingerprint = TextFingerprint(candidate.text)
            guard fingerprint.count >= 4, fingerprint.count < 1_000, !fingerprint.isSame(site),
                !mastheads.contains(where: { $0.isSame(fingerprint) })
            else { continue }
            candidates += 1
            let own = LetterTriples(fingerprint)
            // The name of a section is a part of the title as the headline is, but a smaller one.
            let score =
                (triples.map { $0.overlap(own) + coverageGain * $0.covered(by: own) }.max() ?? 0) - 0.02 * Double(place)
            if score > best?.score ?? -1 { best = (candidate.text, candidate.node, score) }
        }
        guard let best else { return nil }
        if best.score < kinship {
            let words = best.text.utf8.split(separator: 32).count
            let isAlone = candidates == 1 && (words >= 3 || best.text.utf8.count > 20 && words == 1)
            return isAlone ? best.text : nil
        }
        return withoutKicker(best.text, best.node, tree, evidence, known)
    }

    /// A printed headline without the kicker that stands in the same element.
    private static func withoutKicker(
        _ text: String, _ node: Int, _ tree: HTMLTree, _ evidence: [String], _ known: [TextFingerprint]
    ) -> String {
        let whole = TextFingerprint(text)
        for (place, other) in known.enumerated()
        where other.count < whole.count && other.count * 5 >= whole.count * 2
            && whole.bytes.suffix(other.count) == other.bytes[...]
        {
            return evidence[place]
        }
        // The last part of its own that another title ends with.
        var last: Int?
        for child in tree.descendants(of: node) where tree.nodes[child].parent == Int32(node) {
            if tree.nodes[child].tag != .textNode, tree.nodes[child].tag != .commentNode { last = child }
        }
        guard let last else { return text }
        let part = tree.foldedText(of: last)
        let fingerprint = TextFingerprint(part)
        guard fingerprint.count * 2 >= whole.count, fingerprint.count < whole.count,
            whole.bytes.suffix(fingerprint.count) == fingerprint.bytes[...],
            !known.contains(where: { $0.isSame(whole) }),
            known.contains(where: { $0.bytes.suffix(fingerprint.count) == fingerprint.bytes[...] })
        else { return text }
        return part
    }
}
