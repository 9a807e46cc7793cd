import ArticleQuery
import NewsModel
import Presentation

/// The facts beside an article's text.
struct FactList {
    /// Names of a kind that are shown.
    private static let mostNames = 12

    /// Characters of a day, `2024-05-03`.
    private static let dayLetters = 10

    private(set) var models: [PageModel] = []
    private let origins: FactOrigins

    init(_ record: ArticleRecord, _ article: Article, _ number: Int, _ reuse: TextReuse?, shownParagraphs: Int) {
        origins = FactOrigins(record, article, shownParagraphs: shownParagraphs)
        add("Headline", [["text": origins.headline] as PageModel])
        add(
            "Outlet",
            [
                article.outlet.map { outlet in
                    value(outlet, search: "outlet").merging(origins.place(ofCredit: "outlet", outlet)) { $1 }
                }
            ], of: .outlet)
        add(
            article.authors.count == 1 ? "Author" : "Authors",
            article.authors.map { name in
                value(name, search: "author").merging(origins.place(ofAuthor: name)) { $1 }
            }, of: .authors)
        add(
            "Published",
            [article.published.map { value(ShownText.time($0)) } ?? origins.unbelieved("published").map { value($0) }],
            of: .published)
        add(
            "Modified",
            [
                article.modified.map { time in
                    value(ShownText.time(time)).merging(
                        origins.place(ofCredit: "date", String(time.description.prefix(Self.dayLetters)))
                    ) { $1 }
                } ?? origins.unbelieved("modified").map { value($0) }
            ], of: .modified)
        add("Credit", [article.creditLine.map { value($0).merging(origins.placeOfCredits) { $1 } }])
        add("Dateline", [article.dateline.map { value($0.text).merging(origins.placeOfDateline) { $1 } }])
        add("Section", [article.section.map { value($0) }], of: .section)
        add("Address", [article.url.map { address($0) }], of: .url)
        add(
            "Address stated by the sender",
            record.corrections.compactMap { note in
                SenderAddress(note).map { sender in
                    address(sender.address).merging(["detail": "by \(note.by), not by the page"]) { $1 }
                }
            })
        if let earliest = reuse?.earliest, earliest.article.id != record.id {
            add(
                "Earliest here",
                [
                    [
                        "text": ShownText.cut(earliest.article.outlet ?? earliest.article.id.description, 80),
                        "href": "/articles/\(earliest.article.id)", "detail": earliest.basis.words,
                    ]
                ])
        }
        let copies = reuse?.related.count ?? 0
        if copies > 0 {
            add(
                "Copies",
                [
                    [
                        "text": ShownText.count(copies, "related article", "related articles"),
                        "href": "/articles/\(record.id)/copies",
                    ]
                ])
        }
        for (title, kind, parameter) in [
            ("People", Entity.Kind.person, "person"), ("Organisations", .organization, "organization"),
            ("Places", .place, "place"),
        ] {
            let names = article.entities.filter { $0.kind == kind }.prefix(Self.mostNames)
            add(
                title,
                names.map { entity -> PageModel in
                    value(entity.name, search: parameter).merging(origins.places(of: entity)) { $1 }
                })
        }
        let said = record.corrections
        add(
            "Tags",
            said.filter { $0.kind == .tag }.compactMap(\.value).map { tag in
                ["text": ShownText.cut(tag, 80), "href": "/tags/" + FormParameters.encoded(tag)]
            })
        add(
            "Notes",
            said.filter { $0.kind == .note && SenderAddress($0) == nil }.map { note in
                ["text": ShownText.cut(note.value ?? "", ShownText.atHead), "detail": "by \(note.by)"]
            })
        add(
            "Folder",
            [record.collection.isEmpty ? nil : value(record.collection, search: "folder")])
        add("Language", [article.language.map { value($0, search: "language") }], of: .language)
        add("Words", [value(ShownText.number(article.wordCount))])
        add(
            "Read as",
            [["text": article.format, "detail": "confidence \(ShownText.percent(article.confidence))"]])
        add("Version", [value("\(number) of \(record.versions.count)")])
        add("Id", [value(record.id.description)])
    }

    /// - Parameter field: the field that people may have corrected.
    private mutating func add(_ name: String, _ values: [PageModel?], of field: CorrectableField? = nil) {
        let values = values.compactMap(\.self)
        guard !values.isEmpty else { return }
        var model: PageModel = ["name": name, "values": values]
        if let person = field.flatMap({ origins.corrector(of: $0) }) { model["corrected"] = person }
        models.append(model)
    }

    private func value(_ text: String) -> PageModel { ["text": ShownText.cut(text, ShownText.atHead)] }

    private func value(_ text: String, search parameter: String) -> PageModel {
        let query = FormParameters([FormParameters.Item(name: parameter, value: text)]).encoded
        return ["text": ShownText.cut(text, ShownText.atHead), "href": "/search?\(query)"]
    }

    /// A link only where it leads to a page: what an article calls its address may be anything, a script too.
    private func address(_ url: String) -> PageModel {
        var model = value(url)
        if url.lowercased().hasPrefix("https://") || url.lowercased().hasPrefix("http://") { model["href"] = url }
        return model
    }
}
