import NewsModel
@testable import ReaderProtocol

enum Fixtures {
    /// An article in which every field holds something.
    static var fullArticle: Article {
        var article = Article(
            format: "html", body: "Łódź am 3. Mai.\n\nSecond paragraph.",
            paragraphs: [
                Paragraph(kind: .paragraph, range: CodePointRange(start: 0, end: 15)),
                Paragraph(kind: .blockQuotation, range: CodePointRange(start: 17, end: 34)),
            ])
        article.memberPath = "a.zip!b.html"
        article.url = "https://example.org/a"
        article.retrieved = NewsTime("2024-05-04")
        article.headline = "A headline"
        article.headlineIsDerived = true
        article.deck = "A deck"
        article.byline = "By Ann Example"
        article.authors = ["Ann Example", "Bo Sample"]
        article.outlet = "The Example"
        article.published = NewsTime("2024-05-03T14:05:00+02:00")
        article.modified = NewsTime("2024-05-03T15:05:00")
        article.language = "de"
        article.section = "Politics"
        article.keywords = ["one", "two"]
        article.dateline = Dateline(text: "LODZ (XYZ)", place: "LODZ", date: NewsTime("2024-05-03"), agency: "XYZ")
        article.credits = [
            Credit(kind: .source, person: "P", outlet: "O", range: CodePointRange(start: 0, end: 4)),
            Credit(kind: .copyright, outlet: "O"),
        ]
        article.leadImage = LeadImage(url: "https://example.org/i.jpg", caption: "C", creditLine: "L")
        article.links = [Link(url: "https://example.org/b", text: "b"), Link(url: "https://example.org/c")]
        article.wire = WireFacts(
            guid: "urn:x", version: "2", publicationStatus: .withheld, embargo: NewsTime("2024-05-05"), urgency: 3,
            located: "Łódź", copyright: "©", usageTerms: "none", editorialNote: "note", byTitle: "Editor")
        article.subjects = [Subject(scheme: "medtop", code: "20000001", name: "culture")]
        article.isPaywalled = true
        article.isSummary = true
        article.wordCount = 6
        article.confidence = 0.75
        article.annotations = [
            Annotation(
                kind: "person", range: CodePointRange(start: 1, end: 2), confidence: 0.5, extractor: "x",
                extractorVersion: 2, values: ["a": "b", "c": "d"])
        ]
        article.entities = [
            Entity(
                kind: .person, name: "A",
                mentions: [CodePointRange(start: 0, end: 1), CodePointRange(start: 2, end: 3)],
                isInHeadline: true, confidence: 0.5),
            Entity(kind: .place, name: "B", mentions: [], confidence: 1),
        ]
        var quotation = Quotation(
            kind: .mixed, content: [CodePointRange(start: 0, end: 1), CodePointRange(start: 1, end: 2)],
            cue: CodePointRange(start: 2, end: 3), source: CodePointRange(start: 3, end: 4), confidence: 0.25)
        quotation.speaker = "A"
        quotation.entity = 0
        quotation.title = "T"
        quotation.organization = "O"
        article.quotations = [
            quotation, Quotation(kind: .direct, content: [CodePointRange(start: 0, end: 2)], confidence: 1),
        ]
        return article
    }

    /// A delivery's first frames with `fullArticle` changed.
    static func answer(_ change: (inout Article) -> Void) -> [[UInt8]] {
        var article = fullArticle
        change(&article)
        return [
            ReaderMessage.begin(format: "html").frame(request: 7), ReaderMessage.article(article).frame(request: 7),
        ]
    }
}
