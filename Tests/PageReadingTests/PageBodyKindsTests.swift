import Testing

@testable import PageReading

/// Kinds of pages whose body stands where a reader does not look, or beside what looks like one.
@Suite struct PageBodyKindsTests {
    private static let story = PageFixture.paragraphs.map { "<p>\($0)</p>" }.joined()
    private static let terms = (1...25).map {
        "<p>By using this service you agree that clause \($0) of these terms applies to you, and that disputes are settled by the courts.</p>"
    }.joined()

    private static func page(_ body: String) -> String {
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Harbour bridge reopens after two years</title><meta property='og:type' content='article'></head><body>\(body)</body></html>"
    }

    @Test func boldQuestions_EachWithAnAnswer_AreQuestions_AndFewAreEmphasis() throws {
        func interview(_ count: Int) throws -> [String] {
            let turns = PageFixture.paragraphs.prefix(count).enumerated().map {
                "<p><b>What did the office say of part \($0)?</b></p><p>\($1)</p>"
            }.joined()
            let rest = PageFixture.paragraphs.dropFirst(count).map { "<p>\($0)</p>" }.joined()
            let article = try PageFixture.read(
                Self.page("<article><h1>Harbour bridge reopens after two years</h1>\(turns)\(rest)</article>"))
            return article.paragraphs.map(\.kind.rawValue)
        }
        let turns = ["question", "paragraph", "question", "paragraph", "question", "paragraph"]
        #expect(try interview(3).prefix(6).elementsEqual(turns))
        #expect(try !interview(2).contains("question"))
    }

    struct Hiding: CustomTestStringConvertible {
        var testDescription: String
        var opening: String
    }

    @Test(arguments: [
        Hiding(testDescription: "attribute hidden", opening: "<div hidden>"),
        Hiding(testDescription: "style", opening: "<div style='display: none'>"),
        Hiding(testDescription: "class of a style sheet", opening: "<div class='modal hidden'>"),
        Hiding(testDescription: "class of a framework", opening: "<div class='d-none'>"),
        Hiding(testDescription: "aria-hidden", opening: "<div aria-hidden='true'>"),
        Hiding(testDescription: "role of a dialog", opening: "<div role='dialog'>"),
    ])
    func termsThatAreHidden_AreNoBody_ThoughTheyAreLonger(_ hiding: Hiding) throws {
        let brief = PageFixture.paragraphs[..<2].map { "<p>\($0)</p>" }.joined()
        let article = try PageFixture.read(
            Self.page(
                "<h1>Harbour bridge reopens after two years</h1><div>\(brief)</div>\(hiding.opening)\(Self.terms)</div>"
            ))
        #expect(article.body == PageFixture.paragraphs[..<2].joined(separator: "\n\n"))
    }

    @Test(arguments: [
        "<div hidden id='S:1'><h1>Harbour bridge reopens after two years</h1>STORY</div>",
        "<h1>Harbour bridge reopens after two years</h1><div class='md:block hidden'>STORY</div>",
        "<h1>Harbour bridge reopens after two years</h1><div hidden>STORY</div>",
        "<h1>Harbour bridge reopens after two years</h1><p>Loading</p><noscript><div>STORY</div></noscript>",
        "<h1>Harbour bridge reopens after two years</h1><aside class='content-body'>STORY</aside>",
        "<h1>Harbour bridge reopens after two years</h1><div class='promo-wrapper'>STORY</div><p>Contact the office of the port by letter or by telephone, on weekdays from nine to five, and on Saturdays from nine to noon. Visitors find it at the end of the mole, behind the old customs house.</p>",
    ])
    func bodyInAnUnlikelyPlace_IsRead(_ body: String) throws {
        let article = try PageFixture.read(Self.page(body.replacing("STORY", with: Self.story)))
        #expect(article.body.contains(PageFixture.story))
    }

    @Test(arguments: [
        "<p>© 2024 Inlet Press Agency</p>", "<p>Copyright 2024 The Inlet Courier. All rights reserved.</p>",
        "<p>Follow us</p>",
    ])
    func lastParagraph_StaysBehindALineOfRights(_ line: String) throws {
        let last = PageFixture.paragraphs[PageFixture.paragraphs.count - 1]
        let others = PageFixture.paragraphs.dropLast().map { "<p>\($0)</p>" }.joined()
        let article = try PageFixture.read(
            Self.page(
                "<article><h1>Harbour bridge reopens after two years</h1>\(others)\(line)<p>\(last)</p></article>"))
        #expect(article.body == PageFixture.story)
    }

    @Test(arguments: ["<amp-ad><div>Ad loading</div></amp-ad>", "<reader-comments><p>First!</p></reader-comments>"])
    func elementsThatAreCalledByWhatTheyAre_AreNoText(_ element: String) throws {
        var page = PageFixture()
        page.body = PageFixture.paragraphs.map { "<p>\($0)</p>\(element)" }.joined()
        #expect(try page.read().body == PageFixture.story)
    }

    @Test func siteNameInTheTopHeading_IsNoHeadline() throws {
        let page = """
            <!doctype html><html lang="en"><head><title>The Inlet Courier - Harbour bridge reopens after two years</title></head>
            <body><h1 class="logo">The Inlet Courier</h1><article><h2>Harbour bridge reopens after two years</h2>\(Self.story)</article></body></html>
            """
        let article = try PageFixture.read(page)
        #expect(article.headline == "Harbour bridge reopens after two years")
        #expect(article.outlet == "The Inlet Courier")
    }

    @Test func postOnTheRootOfItsSite_IsNoFrontPage() throws {
        let page = """
            <!doctype html><html lang="en"><head><title>Harbour bridge reopens after two years</title>
            <link rel="canonical" href="https://courier.example/?p=31228"><meta property="og:url" content="https://courier.example/?p=31228"></head>
            <body><h1>Harbour bridge reopens after two years</h1>\(Self.story)</body></html>
            """
        #expect(throws: Never.self) { try PageFixture.read(page) }
    }
}
