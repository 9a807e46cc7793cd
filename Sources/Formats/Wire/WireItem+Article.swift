import Bytes
import NewsModel
import NewsText
import PageReading

extension WireItem {
    /// The item as an article, to be finished as all are.
    ///
    /// - Throws: `.noText` where it has neither text nor a headline; `.limitExceeded`; what the HTML reader throws.
    func article(limits: ReadingLimits) throws(ReadingFailure) -> Article {
        var article = Article(format: format.name)
        article.headline = headline
        article.links = links
        article.leadImage = leadImage
        article.wire = facts
        article.subjects = MediaTopics.added(to: subjects)
        try fillBody(of: &article, limits: limits)
        fillNames(of: &article)
        article.published = published
        if let modified, modified != published { article.modified = modified }
        article.language = LanguageGuesser.guess(prose(of: article), declared: language)
        article.section = section
        article.keywords = keywords
        article.url = url
        noteCorrection(&article)
        guard !article.body.isEmpty || article.headline != nil else {
            throw ReadingFailure(.noText, "The item holds no text and no headline.")
        }
        article.confidence = article.body.isEmpty ? 0.7 : 0.98
        return article
    }

    // MARK: Text

    private func fillBody(of article: inout Article, limits: ReadingLimits) throws(ReadingFailure) {
        var body = BodyBuilder()
        var opening: String?
        for payload in payloads {
            switch payload {
            case .html(let html):
                var fragment = try HTMLFragmentReader.read(html, base: nil)
                if let last = fragment.blocks.last?.text, TextParagraphs.isEndMark(last) {
                    fragment.blocks.removeLast()
                }
                takeByline(&fragment.blocks, &article)
                try append(fragment.blocks.first?.text, &opening, &body)
                try fragment.append(to: &body, limits: limits)
                article.links += fragment.links
                article.leadImage = article.leadImage ?? fragment.leadImage
            case .text(let text):
                let lines = try TextLines(text)
                try append(lines.lines.isEmpty ? nil : Array(lines.slice(0)), &opening, &body)
                try TextParagraphs(lines, TextLayout(lines)).append(from: 0, to: &body, limits: limits)
            }
        }
        if body.isEmpty, let deck { body.append(.paragraph, deck) }
        if body.isEmpty, isWithdrawn, let note = facts.editorialNote { body.append(.paragraph, note) }
        (article.body, article.paragraphs) = body.finish()
        article.deck = deck
        if article.headline == nil, article.body.isEmpty || isWithdrawn { article.headline = slugline }
        article.dateline = opening.flatMap { DatelineReader.read($0) } == nil ? separateDateline(opening) : nil
    }

    /// Takes a byline off the start of the text where none stands apart.
    private func takeByline(_ blocks: inout [HTMLFragment.Block], _ article: inout Article) {
        guard byline == nil, article.byline == nil, blocks.count > 1, let first = blocks.first,
            first.text.count <= ReadingLimits.bylineBytes
        else { return }
        let line = TextNormalizer.normalized(String(decoding: first.text, as: UTF8.self))
        guard HeadLines.isByline(line) else { return }
        article.byline = line
        blocks.removeFirst()
    }

    /// The words by which the language is told: results and tables are names and numbers.
    private func prose(of article: Article) -> String {
        guard !article.paragraphs.contains(where: { $0.kind != .preformatted && $0.kind != .table }) else {
            return article.body
        }
        return article.body.isEmpty ? headline ?? "" : ""
    }

    /// Puts the standfirst before the first paragraph, unless the text begins with it.
    private func append(
        _ first: [UInt8]?, _ opening: inout String?, _ body: inout BodyBuilder
    ) throws(ReadingFailure) {
        guard opening == nil, let first else { return }
        let text = TextNormalizer.normalized(String(decoding: first, as: UTF8.self))
        opening = text
        guard let deck else { return }
        // Some providers send the beginning of the text as its summary.
        let start = deck.reversed().drop { $0 == "." || $0 == "…" || $0 == " " }.reversed()
        if !text.lowercased().hasPrefix(String(start).lowercased()) { body.append(.paragraph, deck) }
    }

    /// The dateline that the format gives apart from the text.
    private func separateDateline(_ opening: String?) -> Dateline? {
        guard let dateline, !dateline.isEmpty else { return nil }
        if let read = DatelineReader.read(dateline + " -") { return read }
        let place = dateline.prefix { $0 != "," && $0 != "(" }.trimmingWhitespace()
        return Dateline(text: dateline, place: place.isEmpty || place.contains(where: \.isNumber) ? nil : place)
    }

    private var isWithdrawn: Bool {
        facts.publicationStatus == .cancelled || facts.publicationStatus == .withheld
    }

    // MARK: Names

    private func fillNames(of article: inout Article) {
        var agencies = self.agencies
        if let byline = byline ?? article.byline {
            let read = BylineReader.read(byline)
            article.byline = byline
            article.authors = read.names.isEmpty ? read.agencies : read.names
            agencies += read.agencies
        }
        for author in authors where !article.authors.contains(author) { article.authors.append(author) }
        article.outlet = provider
        for agency in agencies where !article.credits.contains(where: { $0.outlet == agency }) {
            article.credits.append(Credit(kind: .agency, outlet: agency))
        }
    }

    /// Sees to it that a correction says so.
    private func noteCorrection(_ article: inout Article) {
        guard isCorrection else { return }
        guard let note = article.wire.editorialNote else {
            article.wire.editorialNote = "Correction"
            return
        }
        if !note.lowercased().contains("correct") { article.wire.editorialNote = "Correction: " + note }
    }
}
