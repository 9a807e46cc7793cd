import Bytes
import Markup
import NewsModel
import NewsText

/// Puts an article together from a page's tree.
struct PageReader {
    let tree: HTMLTree
    let metadata: PageMetadata
    let scan: PageScan
    /// The object of linked data that describes the article, or nil.
    let linked: JSONValue?
    let language: String?

    init(_ tree: HTMLTree) {
        self.tree = tree
        metadata = PageMetadata(tree)
        scan = PageScan(tree)
        let headlines = [metadata.first(["og:title"]), metadata.headlines.first?.text, metadata.title]
            .compactMap { $0.map { TextFingerprint($0) } }
        linked = metadata.linked.article(headlines: headlines)
        language = metadata.language
    }

    /// The article, or why the page is none.
    ///
    /// - Parameter isAccepted: true to read it though it looks like no article.
    func article(isAccepted: Bool = false) throws(ReadingFailure) -> Article {
        let site = SiteChoice(metadata, linked: linked, scan: scan)
        let headline = HeadlineChoice(metadata, linked: linked, outlet: site.name, tree: tree).headline
        let foreign = ForeignParts(metadata, scan: scan, headline: headline)
        let authors = AuthorChoice(metadata, linked: linked, scan: scan, url: site.url, foreign: foreign)
        guard let found = finder(headline: headline, authors: authors.names, foreign: foreign).find() else {
            throw ReadingFailure(code: .noText, message: "there is no text on the page")
        }
        var builder = BodyBuilder()
        for paragraph in found.paragraphs { builder.append(paragraph.kind, paragraph.text) }
        let (body, paragraphs) = builder.finish()
        var article = Article(format: "html", body: body, paragraphs: paragraphs)
        article.headline = headline.map { TextNormalizer.normalized($0) }
        article.deck = found.deck
        article.outlet = site.name
        article.url = site.url
        let guessed = LanguageGuesser.guess(body, declared: metadata.language)
        article.language = guessed
        let dates = DateChoice(
            metadata, linked: linked, scan: scan, url: site.url, language: guessed, headline: headline, foreign: foreign
        )
        article.published = dates.published
        article.modified = dates.modified
        article.authors = authors.names
        article.byline = authors.byline
        article.retrieved = metadata.saved?.time.flatMap { NewsTime($0) ?? DateReader.read($0) }
        article.dateline = found.paragraphs.first { $0.text != found.deck }.flatMap { DatelineReader.read($0.text) }
        // Those of the text itself are found when the article is finished.
        article.credits = authors.agencies.map { Credit(kind: .agency, outlet: $0) }
        let base = (site.url ?? metadata.saved?.url).flatMap { PageAddress($0) }
        article.section = PageFacts.section(metadata, linked: linked)
        article.keywords = PageFacts.keywords(metadata, linked: linked)
        article.isPaywalled = PageFacts.isPaywalled(metadata, linked: linked)
        article.leadImage = LeadImageChoice.choose(metadata, linked: linked, scan: scan, base: base)
        article.links = OutboundLinks.find(in: found.scan, blocks: found.blocks, base: base)
        let verdict = PageVerdict(metadata, linked: linked, article: article, scan: scan, found: found)
        guard isAccepted || verdict.points >= PageVerdict.needed else {
            throw ReadingFailure(code: .notAnArticle, message: verdict.reason)
        }
        article.confidence = found.confidence * min(1, 0.4 + 0.1 * Double(max(0, verdict.points)))
        return article
    }

    private func finder(headline: String?, authors: [String], foreign: ForeignParts) -> BodyFinder {
        let description =
            (linked?["description"]?.text).map(HTMLText.plain)
            ?? metadata.first(["og:description", "description", "twitter:description"])
        let evidence = BodyEvidence(
            headline: TextFingerprint(headline ?? ""), description: TextFingerprint(description ?? ""),
            linkedBody: (linked?["articleBody"]?.text).flatMap { BodyEvidence.LinkedBody(HTMLText.plain($0)) },
            authors: authors, foreign: foreign)
        return BodyFinder(scan: scan, tree: tree, evidence: evidence, linked: linked)
    }

    /// Why each block was kept or dropped, one line each, after what the page says of its headline.
    func explanation() -> [String] {
        let site = SiteChoice(metadata, linked: linked, scan: scan)
        let headline = HeadlineChoice(metadata, linked: linked, outlet: site.name, tree: tree).headline
        let foreign = ForeignParts(metadata, scan: scan, headline: headline)
        let authors = AuthorChoice(metadata, linked: linked, scan: scan, url: site.url, foreign: foreign)
        var finder = finder(headline: headline, authors: authors.names, foreign: foreign)
        let traces = BodyTraces()
        finder.traces = traces
        let found = finder.find()
        var lines = [
            "headline: \(headline ?? "none")", "linked data: \(linked?["headline"]?.text ?? "none")",
            "og:title: \(metadata.first(["og:title"]) ?? "none")", "title: \(metadata.title ?? "none")",
        ]
        lines += metadata.headlines.map { "h1: \($0.text)" }
        lines.append("outlet: \(site.name ?? "none") (\(Int(site.outlet.confidence * 100)) % sure)")
        lines += site.outlet.weighed.map { name, weight, sources in
            "  weighed \(Int(weight * 100)): \(name), as \(sources.joined(separator: ", "))"
        }
        lines.append(
            "authors: \(authors.names.isEmpty ? "none" : authors.names.joined(separator: ", ")), of \(authors.byline ?? "nothing")"
        )
        if traces.entries.isEmpty { lines.append("no element of the page holds running text") }
        for (number, entry) in traces.entries.enumerated() {
            let isChosen = found.map { !$0.blocks.isEmpty && $0.confidence == entry.confidence } ?? false
            lines.append(
                "strategy \(number + 1) (\(number == 0 ? "classes believed" : "classes not believed")), score \(Int(entry.score))"
                    + (isChosen ? ", chosen" : ""))
            lines += PageExplanation(scan: entry.scan).lines(
                kept: isChosen ? found?.blocks ?? [] : [], container: entry.container, trace: entry.trace)
        }
        if let found, found.blocks.isEmpty { lines.append("the body is that of linked data") }
        if found == nil { lines.append("no strategy found a body") }
        return lines
    }
}
