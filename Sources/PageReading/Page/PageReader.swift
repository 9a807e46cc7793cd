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
        var article = article(of: found)
        article.headline = headline.map { TextNormalizer.normalized($0) }
        article.deck = found.deck
        article.outlet = site.outlet.evidence.isSure ? site.name : nil
        article.url = site.url
        let dates = DateChoice(
            metadata, linked: linked, scan: scan, url: site.url, language: article.language, headline: headline,
            foreign: foreign
        )
        article.published = dates.evidence.isSure ? dates.published : nil
        article.modified = dates.modified
        if authors.evidence.isSure { (article.authors, article.byline) = (authors.names, authors.byline) }
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
        article.confidence = found.evidence(points: verdict.points).confidence
        return article
    }

    /// An article with the body that was found and its language.
    private func article(of found: BodyFinder.Found) -> Article {
        var builder = BodyBuilder()
        for paragraph in found.paragraphs { builder.append(paragraph.kind, paragraph.text) }
        let (body, paragraphs) = builder.finish()
        var article = Article(format: "html", body: body, paragraphs: paragraphs)
        article.language = LanguageGuesser.guess(body, declared: metadata.language)
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
        let title = HeadlineChoice(metadata, linked: linked, outlet: site.name, tree: tree)
        let foreign = ForeignParts(metadata, scan: scan, headline: title.headline)
        let authors = AuthorChoice(metadata, linked: linked, scan: scan, url: site.url, foreign: foreign)
        var finder = finder(headline: title.headline, authors: authors.names, foreign: foreign)
        let traces = BodyTraces()
        finder.traces = traces
        let found = finder.find()
        var lines = [title.evidence.line(title.headline ?? "none")]
        lines += title.titles.map { "  over \($0.source): \($0.text)" }
        lines.append("  title: \(metadata.title ?? "none")")
        lines += metadata.headlines.map { "  h1: \($0.text)" }
        lines.append(site.outlet.evidence.line(site.name ?? "none"))
        lines += site.outlet.weighed.map { name, weight, sources in
            "  weighed \(Int(weight * 100)): \(name), as \(sources.joined(separator: ", "))"
        }
        lines.append(
            authors.evidence.line(authors.names.isEmpty ? "none" : authors.names.joined(separator: ", ")))
        lines += AuthorChoice.others(metadata, linked: linked, scan: scan, foreign: foreign)
            .filter { $0.text != authors.byline }.map { "  over \($0.source): \($0.text)" }
        if let found {
            var article = article(of: found)
            let dates = DateChoice(
                metadata, linked: linked, scan: scan, url: site.url, language: article.language,
                headline: title.headline, foreign: foreign, compares: true)
            lines.append(dates.evidence.line(dates.published?.description ?? "none"))
            lines += dates.others.map { "  over \($0.source): \($0.time)" }
            if dates.evidence.isSure { article.published = dates.published }
            if authors.evidence.isSure { article.authors = authors.names }
            article.headline = title.headline
            let verdict = PageVerdict(metadata, linked: linked, article: article, scan: scan, found: found)
            lines.append(found.evidence(points: verdict.points).line("\(article.body.utf8.count) bytes"))
        }
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
