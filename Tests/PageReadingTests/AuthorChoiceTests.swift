import Testing

@testable import PageReading

/// Who of those that a page names wrote its article.
@Suite struct AuthorChoiceTests {
    @Test(arguments: [
        FactCase(
            "editor in metadata, byline beside the headline", head: #"<meta name="author" content="Petra Lind">"#,
            before: "<p class='byline'>By Ida Holm</p>", "Ida Holm"),
        FactCase(
            "fuller name in the byline", head: #"<meta name="author" content="Ida Holm">"#,
            before: "<p class='byline'>By Ida M. Holm</p>", "Ida M. Holm"),
        FactCase(
            "linked data is believed before the page",
            head: PageFixture.linkedData(#""author":{"name":"Petra Lind"}"#),
            before: "<p class='byline'>By Ida Holm</p>", "Petra Lind"),
        FactCase(
            "name by itself beside a date outranks no metadata", head: #"<meta name="author" content="Petra Lind">"#,
            before: "<p>Harbour Content Pool</p><p>3 May 2024</p>", "Petra Lind"),
        FactCase("name by itself beside a date", before: "<p>Ida Holm</p><p>3 May 2024</p>", "Ida Holm"),
        FactCase("label grown together with the name", before: "<p class='byline'>ByIda Holm</p>", "Ida Holm"),
        FactCase(
            "company in metadata, byline on the page", head: #"<meta name="author" content="Dockside Holding">"#,
            before: "<p class='byline'>By Ida Holm</p>", "Ida Holm"),
        FactCase("company alone", head: #"<meta name="author" content="Dockside Holding">"#, "Dockside Holding"),
        FactCase("account that a program made", head: #"<meta name="author" content="wpadmin">"#, nil),
        FactCase("account of a person", head: #"<meta name="author" content="ida.holm">"#, "ida.holm"),
        FactCase(
            "desk before the house",
            head: #"<meta name="author" content="Dockside Holding"><meta name="byl" content="City Desk">"#,
            "City Desk"),
    ])
    func author_IsOfTheArticle(_ example: FactCase) throws {
        #expect(try example.read().authors.joined(separator: ", ") == (example.value ?? ""))
    }

    @Test func namesOfCardsBelow_AreNoAuthors() throws {
        var page = PageFixture()
        page.afterBody =
            "<section class='related'><div class='card'><h3>Ferry timetable changes</h3><p class='author'>Sam Okafor</p></div></section>"
        #expect(try page.read().authors.isEmpty)
    }

    @Test func siteOfOnePerson_NamesThatPerson() throws {
        var page = PageFixture()
        page.head = #"<meta name="author" content="Ida Holm"><meta property="og:site_name" content="Ida Holm">"#
        #expect(try page.read().authors == ["Ida Holm"])
    }
}
