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
        FactCase(
            "link to the author's page among other words",
            before:
                "<div class='byline'>Guide by <a href='/authors/ida-holm'>Ida Holm</a> Former Deputy Tech Editor</div>",
            "Ida Holm"),
        FactCase(
            "links to the pages of two authors",
            before: "<p><a href='/author/ida-holm'>Ida Holm</a> and <a href='/author/sam'>Sam Okafor</a></p>",
            "Ida Holm, Sam Okafor"),
        FactCase(
            "link to the page of somebody who checked the facts",
            before: "<p>Fact checked by <a href='/author/ida-holm'>Ida Holm</a></p>", nil),
        FactCase(
            "link to the page of an author in a sentence",
            before:
                "<p>The engineer <a href='/profile/ida-holm'>Ida Holm</a>, who has been at the port for thirty years and knows each bolt of the old bridge, was there on the first day, and so were some two hundred people who live on the island and wanted to see it.</p>",
            nil),
        FactCase(
            "one word that the address of its page spells",
            before: "<p><a href='/author/harbour_watch/'>harbour_watch</a></p>", "harbour_watch"),
        FactCase(
            "author in a side column beside the headline",
            before: "<aside><p class='article-author'>Written By <span>Ida Holm, MD</span></p></aside>", "Ida Holm"),
        FactCase(
            "author's box right below the headline",
            before: "<div class='post-author-info'><div class='post-author-name'>Ida Holm</div></div>", "Ida Holm"),
        FactCase("date, time and name in one line", before: "<p>04.02.2022 | 13:10 Uhr | Ida Holm</p>", "Ida Holm"),
        FactCase(
            "name behind the date of a posting",
            before: "<div class='author'>Posted on September 21, 2020 by Ida Holm</div>", "Ida Holm"),
        FactCase("name below its label", before: "<div><p>Written by</p><p>Ida Holm</p></div>", "Ida Holm"),
        FactCase(
            "label of metadata in another language",
            head:
                #"<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Ida Holm">"#,
            "Ida Holm"),
        FactCase(
            "name in metadata that stands on the page too, beside a link to somebody else",
            head: #"<meta name="author" content="Ida Holm">"#,
            before: "<p><a href='/profile/sam-okafor'>Sam Okafor</a></p><p class='byline'>By Ida Holm</p>", "Ida Holm"),
        FactCase(
            "house as the author of linked data, byline on the page",
            head: PageFixture.linkedData(#""author":{"name":"Courier"}"#)
                + "<link rel='canonical' href='https://courier.example/bridge'>",
            before: "<p class='byline'>By Ida Holm</p>", "Ida Holm"),
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

    @Test func onlyAuthorThatThePageLinksTo_IsTheAuthor() throws {
        var page = PageFixture()
        page.afterBody = "<footer><p><a href='/author/ida/'>Ida Holm</a></p></footer>"
        #expect(try page.read().authors == ["Ida Holm"])
        page.afterBody += "<footer><p><a href='/author/sam/'>Sam Okafor</a></p></footer>"
        #expect(try page.read().authors.isEmpty)
    }

    @Test func siteOfOnePerson_NamesThatPerson() throws {
        var page = PageFixture()
        page.head = #"<meta name="author" content="Ida Holm"><meta property="og:site_name" content="Ida Holm">"#
        #expect(try page.read().authors == ["Ida Holm"])
    }
}
