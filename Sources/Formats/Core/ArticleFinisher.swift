import Bytes
import NewsModel
import NewsText

/// Fills in what all formats share, from the finished body: word count, language, dateline, credits, a derived headline.
enum ArticleFinisher {
    /// Paragraphs from the start among which a headline is sought.
    private static let headlineParagraphs = 8

    /// The article with everything filled in that its format did not give, and every text in stored form.
    static func finished(_ article: Article) throws(ReadingFailure) -> Article {
        guard !article.body.isEmpty || article.headline?.isEmpty == false else {
            throw ReadingFailure(.noText, "The file was read as \(article.format) and holds no text.")
        }
        var article = article
        normalise(&article)
        article.wordCount = WordCount.count(article.body.utf8)
        if article.language == nil {
            article.language = LanguageGuesser.guess(
                article.body.isEmpty ? article.headline ?? "" : article.body, declared: nil)
        }
        let opening = paragraphs(of: article, most: headlineParagraphs)
        addDateline(opening, to: &article)
        addCredits(to: &article)
        article.annotations += CreditLine.annotations(of: article)
        if article.headline == nil, let derived = HeadlineDeriver.headline(from: opening) {
            article.headline = derived
            article.headlineIsDerived = true
        }
        return try bounded(article)
    }

    /// An article that was finished by a desk before, with every text in stored form and within bounds, and nothing inferred.
    ///
    /// - Throws: `.noText`; `.limitExceeded`.
    static func restored(_ article: Article) throws(ReadingFailure) -> Article {
        guard !article.body.isEmpty || article.headline?.isEmpty == false else {
            throw ReadingFailure(.noText, "The file was read as \(article.format) and holds no text.")
        }
        var article = article
        normalise(&article)
        article.wordCount = WordCount.count(article.body.utf8)
        return try bounded(article)
    }

    private static func addDateline(_ opening: [(kind: Paragraph.Kind, text: String)], to article: inout Article) {
        if article.dateline == nil {
            // A standfirst or subheading may stand before the copy itself.
            article.dateline =
                opening.prefix(3).lazy.filter { $0.kind == .paragraph }
                .compactMap { DatelineReader.read($0.text) }.first
        }
        guard let dateline = article.dateline else { return }
        if let published = article.published {
            article.dateline?.date = dateline.date ?? DatelineReader.date(of: dateline, published: published)
        } else {
            // Wire copy is dated by its dateline alone.
            article.published = dateline.date
        }
    }

    private static func addCredits(to article: inout Article) {
        var credits = CreditFinder.credits(in: article.body, paragraphs: article.paragraphs)
        // What the format told, such as the agency of a byline, goes after what the text says, which knows its place.
        for told in article.credits
        where !credits.contains(where: { $0.outlet == told.outlet && $0.person == told.person }) {
            credits.append(told)
        }
        if let agency = article.dateline?.agency,
            !credits.contains(where: { $0.kind == .agency && $0.outlet?.lowercased() == agency.lowercased() })
        {
            credits.insert(Credit(kind: .agency, outlet: agency, range: datelineRange(agency, article)), at: 0)
        }
        article.credits = credits
    }

    /// Where the agency stands in the dateline at the start of the body's first paragraphs.
    private static func datelineRange(_ agency: String, _ article: Article) -> CodePointRange? {
        guard let dateline = article.dateline else { return nil }
        let wanted = Array(dateline.text.unicodeScalars)
        for (paragraph, text) in zip(article.paragraphs, paragraphs(of: article, most: 3)) {
            let scalars = Array(text.text.unicodeScalars.prefix(wanted.count + 4))
            guard scalars.starts(with: wanted) else { continue }
            let name = Array(agency.unicodeScalars)
            guard name.count <= wanted.count else { return nil }
            for start in 0...(wanted.count - name.count) where wanted[start..<start + name.count].elementsEqual(name) {
                let from = paragraph.range.start + start
                return CodePointRange(start: from, end: from + name.count)
            }
        }
        return nil
    }

    /// The first paragraphs with their text.
    private static func paragraphs(of article: Article, most: Int) -> [(kind: Paragraph.Kind, text: String)] {
        let scalars = article.body.unicodeScalars
        var result: [(kind: Paragraph.Kind, text: String)] = []
        var cursor = scalars.startIndex
        var position = 0
        for paragraph in article.paragraphs.prefix(most) {
            guard paragraph.range.start >= position,
                let start = scalars.index(
                    cursor, offsetBy: paragraph.range.start - position, limitedBy: scalars.endIndex),
                let end = scalars.index(
                    start, offsetBy: paragraph.range.end - paragraph.range.start, limitedBy: scalars.endIndex)
            else { break }
            result.append((paragraph.kind, String(scalars[start..<end])))
            (cursor, position) = (end, paragraph.range.end)
        }
        return result
    }

    private static func normalise(_ article: inout Article) {
        func clean(_ text: String?) -> String? {
            guard let text else { return nil }
            let clean = TextNormalizer.normalized(TextNormalizer.withoutDirectionMarks(text))
            return clean.isEmpty ? nil : clean
        }
        article.headline = clean(article.headline)
        article.deck = clean(article.deck)
        article.byline = clean(article.byline)
        article.outlet = clean(article.outlet)
        article.section = clean(article.section)
        article.url = clean(article.url)
        article.authors = article.authors.compactMap(clean)
        article.keywords = article.keywords.compactMap(clean)
    }
}
