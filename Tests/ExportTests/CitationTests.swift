import NewsModel
import Testing

@testable import Export

@Suite struct PersonNameTests {
    /// A name in natural order, and its parts.
    struct Name: Sendable, CustomTestStringConvertible {
        var natural: String
        var inverted: String
        var testDescription: String { natural }
    }

    @Test(arguments: [
        Name(natural: "Tamsin Okoro-Hale", inverted: "Okoro-Hale, Tamsin"),
        Name(natural: "Ludwig van Beethoven", inverted: "van Beethoven, Ludwig"),
        Name(natural: "Maria de la Cruz", inverted: "de la Cruz, Maria"),
        Name(natural: "John Q. Smith Jr.", inverted: "Smith, Jr., John Q."),
        Name(natural: "Madonna", inverted: "Madonna"), Name(natural: "村上春樹", inverted: "村上春樹"),
        Name(natural: "News Desk 24", inverted: "News Desk 24"),
        Name(natural: "van Gogh", inverted: "Gogh, van"),
    ])
    func name_IsTakenApartAtItsFamilyName(_ name: Name) {
        #expect(PersonName(natural: name.natural).inverted == name.inverted)
    }

    @Test func agencies_AreTakenAsAWhole() {
        var article = Fixture.bridge
        article.authors = ["Associated Press", "Anna Berg", "the harbour courier"]
        article.credits = [Credit(kind: .agency, outlet: "Associated Press")]
        #expect(
            PersonName.authors(of: article) == [
                PersonName(whole: "Associated Press"), PersonName(natural: "Anna Berg"),
                PersonName(whole: "the harbour courier"),
            ])
        article.authors = ["BBC News", "Editorial Board", "Staff writer", "Press Office"]
        #expect(PersonName.authors(of: article).map(\.given) == [nil, nil, nil, nil])
        article.authors = ["Anna Boardman", "Desmond Newsome"]
        #expect(PersonName.authors(of: article).map(\.given) == ["Anna", "Desmond"])
    }
}

@Suite struct CitationWriterTests {
    @Test func ris_HasTheFactsOfTheArticle() {
        #expect(
            Fixture.written(RISWriter(), Fixture.bridge)
                == [
                    "TY  - NEWS", "ID  - \(Fixture.id)", "AU  - van Dyke, Anna", "AU  - Reuters",
                    "AU  - Smith, John, Jr.",
                    "TI  - Harbour bridge opens", "T2  - The Harbour Courier", "PY  - 2024", "DA  - 2024/05/03/",
                    "AB  - Four hundred people came.", "KW  - bridges", "KW  - rain, heavy", "LA  - en",
                    "UR  - https://courier.example/news/bridge", "ER  - ", "", "",
                ].joined(separator: "\r\n"))
    }

    @Test func bibTeX_HasTheFactsOfTheArticle() {
        #expect(
            Fixture.written(BibTeXWriter(), Fixture.bridge) == """
                @article{vandyke2024-\(Fixture.id),
                  author = {van Dyke, Anna and {Reuters} and Smith, Jr., John},
                  title = {{Harbour bridge opens}},
                  journal = {The Harbour Courier},
                  year = {2024},
                  month = {05},
                  date = {2024-05-03},
                  url = {https://courier.example/news/bridge},
                  language = {en},
                  abstract = {Four hundred people came.},
                  keywords = {bridges, rain, heavy},
                }


                """)
    }

    @Test func bibLaTeX_HasItsOwnFields_AndAKeyOfFoldedLetters() {
        var article = Fixture.bridge
        article.authors = ["Zoë Müller-Źródło"]
        let text = Fixture.written(BibTeXWriter(isBibLaTeX: true), article)
        #expect(text.hasPrefix("@article{mullerzrodlo2024-\(Fixture.id),\n"))
        for field in [
            "journaltitle = {The Harbour Courier}", "entrysubtype = {newspaper}", "date = {2024-05-03}",
            "langid = {english}",
        ] {
            #expect(text.contains("  \(field),\n"), "\(field)")
        }
        #expect(!text.contains("month") && !text.contains("journal ="))
    }

    /// A style, and what it makes of the article about the bridge.
    struct Reference: Sendable, CustomTestStringConvertible {
        var style: ReferenceStyle
        var whole: String
        var undated: String
        var testDescription: String { "\(style)" }
    }

    @Test(arguments: [
        Reference(
            style: .apa,
            whole: "van Dyke, A., Reuters, & Smith, J., Jr. (2024, May 3). Harbour bridge opens. The Harbour Courier. "
                + "https://courier.example/news/bridge",
            undated: "“Why?” they asked. (n.d.). The Harbour Courier. https://courier.example/news/bridge"),
        Reference(
            style: .mla,
            whole: "van Dyke, Anna, et al. “Harbour bridge opens.” The Harbour Courier, 3 May 2024, "
                + "https://courier.example/news/bridge.",
            undated:
                "“‘Why?’ they asked.” The Harbour Courier, https://courier.example/news/bridge. Accessed 9 Sept. 2025."),
        Reference(
            style: .chicago,
            whole:
                "van Dyke, Anna, Reuters, and John Smith Jr. “Harbour bridge opens.” The Harbour Courier, May 3, 2024. "
                + "https://courier.example/news/bridge.",
            undated:
                "“‘Why?’ they asked.” The Harbour Courier. Accessed September 9, 2025. https://courier.example/news/bridge."
        ),
    ])
    func reference_IsSetAsItsStyleSays(_ reference: Reference) {
        #expect(Fixture.written(ReferenceWriter(reference.style), Fixture.bridge) == reference.whole + "\n")
        var article = Fixture.bridge
        article.authors = []
        article.published = nil
        article.retrieved = NewsTime("2025-09-09T08:00:00Z")
        article.headline = "“Why?” they asked"
        #expect(Fixture.written(ReferenceWriter(reference.style), article) == reference.undated + "\n")
    }

    @Test func headlines_InQuotationMarks_HaveTheStopInside() {
        var article = Fixture.bridge
        article.headline = "(\"Quoted\" first), then “we will stay”"
        #expect(
            Fixture.written(ReferenceWriter(.mla), article).contains(
                "“(‘Quoted’ first), then ‘we will stay.’” The Harbour"))
        #expect(Fixture.written(ReferenceWriter(.apa), article).contains("then “we will stay.” The Harbour"))
        article.headline = nil
        #expect(
            Fixture.written(ReferenceWriter(.chicago), article).contains("Jr. Article without a headline. The Harbour"))
    }

    @Test func manyAuthors_AreShortenedAsTheStyleSays() {
        var article = Fixture.bridge
        article.authors = (1...21).map { "Given Family" + String(UnicodeScalar(UInt8(96 + $0))) }
        let apa = Fixture.written(ReferenceWriter(.apa), article)
        #expect(apa.contains("Familys, G., . . . Familyu, G. (2024"))
        let chicago = Fixture.written(ReferenceWriter(.chicago), article)
        #expect(chicago.contains("Given Familyg, et al. “"))
        #expect(!chicago.contains("Familyh"))
    }

    @Test func cslJSON_IsOneArray() {
        let text = Fixture.written(CSLJSONWriter(), Fixture.bridge, Fixture.bridge)
        let item =
            "{\"id\":\"\(Fixture.id)\",\"type\":\"article-newspaper\",\"title\":\"Harbour bridge opens\",\"author\":["
            + "{\"family\":\"van Dyke\",\"given\":\"Anna\"},{\"literal\":\"Reuters\"},"
            + "{\"family\":\"Smith\",\"given\":\"John\",\"suffix\":\"Jr.\"}],"
            + "\"container-title\":\"The Harbour Courier\",\"issued\":{\"date-parts\":[[2024,5,3]]},"
            + "\"abstract\":\"Four hundred people came.\",\"keyword\":\"bridges, rain, heavy\",\"language\":\"en\","
            + "\"URL\":\"https://courier.example/news/bridge\"}"
        #expect(text == "[\n\(item),\n\(item)\n]\n")
    }

    @Test func signsOfTeX_AreText_AndBracesStayBalanced() {
        #expect(
            BibTeXWriter.escaped("50 % of {R&D} costs $5_000 \\ #1 ~^")
                == "50 \\% of \\textbraceleft{}R\\&D\\textbraceright{} costs \\$5\\_000 \\textbackslash{} \\#1 "
                + "\\textasciitilde{}\\textasciicircum{}")
    }

    @Test func lineEnds_OpenNoField() {
        var article = Fixture.bridge
        article.headline = "One\r\nER  - \r\nTY  - FORGED"
        let ris = Fixture.written(RISWriter(), article)
        #expect(ris.components(ofLines: "ER  - ").count == 1 && ris.components(ofLines: "TY  - ").count == 1)
    }
}

extension String {
    /// Lines that begin with a text.
    fileprivate func components(ofLines start: String) -> [Substring] {
        split(whereSeparator: \.isNewline).filter { $0.hasPrefix(start) }
    }
}
