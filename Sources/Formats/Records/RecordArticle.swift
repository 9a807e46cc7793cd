import Bytes
import Markup
import NewsModel
import NewsText
import PageReading

/// Makes an article of a record.
enum RecordArticle {
    /// Words from which a text alone, without a headline or address, is an article.
    private static let fewestWords = 40

    /// The article of a record.
    ///
    /// - Throws: `.notAnArticle` for a record that has neither a text nor a headline with an address or summary;
    ///   `.limitExceeded`; what the page extractor says of a page that the record holds.
    static func article(_ record: Record, as format: String, limits: ReadingLimits) throws(ReadingFailure) -> Article {
        var article = try text(of: record, as: format, limits)
        article.format = format
        let url = record.text(.url).map(\.foldedSpace).flatMap { PageAddress($0) == nil ? nil : $0 }
        article.url = url ?? article.url
        if article.url == nil { article.wire.guid = record.text(.guid) }
        if let headline = record.text(.headline) {
            article.headline = HTMLText.plain(headline).foldedSpace
            article.headlineIsDerived = record.isHeadlineDerived
        }
        try check(record, article)
        article.deck = record.text(.deck).map { HTMLText.plain($0).foldedSpace } ?? article.deck
        fillAuthors(&article, record)
        article.published = date(record, .published) ?? article.published
        article.modified = date(record, .modified) ?? article.modified
        article.retrieved = date(record, .retrieved) ?? article.retrieved
        article.outlet = record.text(.outlet) ?? article.outlet
        article.section = record.text(.section) ?? article.section
        let keywords = record.list(.keywords).flatMap { $0.split { $0 == "," || $0 == ";" || $0 == "|" } }
            .map { $0.trimmingWhitespace() }.filter { !$0.isEmpty && $0.utf8.count < 200 }
        if !keywords.isEmpty { article.keywords = keywords }
        if let language = record.text(.language) {
            article.language = LanguageGuesser.guess(article.body, declared: language)
        }
        if let image = record.text(.image), PageAddress(image) != nil { article.leadImage = LeadImage(url: image) }
        article.wire.copyright = record.text(.copyright) ?? article.wire.copyright
        article.confidence = max(article.confidence, 0.9)
        return article
    }

    private static func check(_ record: Record, _ article: Article) throws(ReadingFailure) {
        let hasText = !article.body.isEmpty
        let isNamed = article.headline != nil
        let isPlaced = !record.fields.isDisjoint(with: [.url, .published, .authors, .outlet])
        guard
            isNamed && (hasText || isPlaced && record.fields.contains(.url)) || hasText && isPlaced
                || hasText && WordCount.count(article.body.utf8) >= fewestWords
        else {
            throw ReadingFailure(.notAnArticle, "The record has no text, or nothing that says what it is of.")
        }
    }

    // MARK: Text

    private static func text(
        of record: Record, as format: String, _ limits: ReadingLimits
    ) throws(ReadingFailure) -> Article {
        let base = record.text(.url).flatMap { PageAddress($0) }
        var article = Article(format: format)
        if let body = record.text(.body) {
            if isPage(body) { return try page(body) }
            try fill(&article, body, record, base, limits)
        } else if let html = record.text(.html) {
            if isPage(html) { return try page(html) }
            try HTMLFragmentReader.read(html, base: base).fill(&article, limits: limits)
        }
        if article.body.isEmpty, let summary = record.text(.summary) {
            try fill(&article, summary, nil, base, limits)
            article.isSummary = true
        }
        return article
    }

    private static func fill(
        _ article: inout Article, _ text: String, _ record: Record?, _ base: PageAddress?, _ limits: ReadingLimits
    ) throws(ReadingFailure) {
        var body = BodyBuilder()
        if let told = record?.paragraphs, let blocks = paragraphs(told, of: text) {
            for block in blocks { body.append(block.kind, block.text) }
        } else if MarkupProbe.hasTags(Array(text.utf8)), WireMarkup.isMarkup(text) {
            return try HTMLFragmentReader.read(text, base: base, style: .paragraphsByEmptyLines)
                .fill(&article, limits: limits)
        } else {
            let lines = try TextLines(Array(text.utf8))
            try TextParagraphs(lines, TextLayout(lines)).append(from: 0, to: &body, limits: limits)
        }
        (article.body, article.paragraphs) = body.finish()
    }

    /// The paragraphs as the record gives them, by code points; nil where they do not fit the text.
    private static func paragraphs(_ told: JSONValue, of text: String) -> [(kind: Paragraph.Kind, text: String)]? {
        let scalars = text.unicodeScalars
        var cursor = scalars.startIndex
        var position = 0
        var result: [(kind: Paragraph.Kind, text: String)] = []
        for item in told.list {
            guard let start = item["start"]?.text.flatMap(Int.init), let end = item["end"]?.text.flatMap(Int.init),
                start >= position, end > start, end - position <= text.utf8.count,
                let from = scalars.index(cursor, offsetBy: start - position, limitedBy: scalars.endIndex),
                let to = scalars.index(from, offsetBy: end - start, limitedBy: scalars.endIndex)
            else { return nil }
            let kind = item["kind"]?.text.flatMap(Paragraph.Kind.init(rawValue:)) ?? .paragraph
            result.append((kind, String(scalars[from..<to])))
            (cursor, position) = (to, end)
        }
        return result.isEmpty ? nil : result
    }

    private static func isPage(_ text: String) -> Bool {
        let start = text.prefix(2_000).lowercased()
        return start.holds("<!doctype html") || start.holds("<html") || start.holds("<head>") || start.holds("<body")
    }

    private static func page(_ html: String) throws(ReadingFailure) -> Article {
        let bytes = Array(html.utf8)
        return try bytes.withUnsafeBufferPointer { (bytes) throws(ReadingFailure) in try HTMLReader.read(bytes) }
    }

    // MARK: Facts

    private static func fillAuthors(_ article: inout Article, _ record: Record) {
        var names: [String] = []
        var agencies: [String] = []
        let given = record.list(.authors)
        for text in given {
            let read = BylineReader.read(HTMLText.plain(text))
            names += read.names.filter { !names.contains($0) }
            agencies += read.agencies.filter { !agencies.contains($0) }
        }
        guard !names.isEmpty || !agencies.isEmpty else { return }
        article.byline = given.joined(separator: ", ")
        article.authors = names.isEmpty ? agencies : names
        for agency in agencies { article.credits.append(Credit(kind: .agency, outlet: agency)) }
    }

    /// A date as text, or as seconds or milliseconds since 1970.
    private static func date(_ record: Record, _ field: RecordField) -> NewsTime? {
        guard let text = record.text(field) else { return nil }
        if text.utf8.count >= 9, text.utf8.count <= 17, let number = Double(text), number > 0 {
            if let packed = packed(text) { return packed }
            return NewsTime(secondsSince1970: Int64(number > 100_000_000_000 ? number / 1_000 : number))
        }
        return DateReader.read(text)
    }

    /// The time stamps of web archives: 20240503140500.
    private static func packed(_ text: String) -> NewsTime? {
        guard text.utf8.count == 14, text.hasPrefix("19") || text.hasPrefix("20") else { return nil }
        return NewsTime(text.prefix(8) + "T" + text.dropFirst(8) + "Z")
    }
}

extension NewsTime {
    /// A moment in UTC; nil beyond the year 9999.
    fileprivate init?(secondsSince1970 seconds: Int64) {
        guard seconds < 253_402_300_800 else { return nil }
        let days = Int(seconds / 86_400)
        let rest = Int(seconds % 86_400)
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        self.init(
            year: yearOfEra + era * 400 + (month >= 10 ? 1 : 0), month: month < 10 ? month + 3 : month - 9,
            day: dayOfYear - (153 * month + 2) / 5 + 1,
            time: TimeOfDay(hour: rest / 3_600, minute: rest / 60 % 60, second: rest % 60), offsetMinutes: 0)
    }
}
