import Testing

@testable import PageReading

/// Parts of a page that belong to something else than its article, though no class says so.
@Suite struct ForeignPartsTests {
    private static let story = PageFixture.paragraphs.map { "<p>\($0)</p>" }.joined()
    private static let headline = PageFixture().headline
    private static let next =
        "<h1>Lithium below the salt marsh</h1>"
        + (1...6).map {
            "<p>Survey number \($0) found a deposit of lithium below the salt marsh, and farmers fear for their wells as long as the mine is open.</p>"
        }.joined()

    private static func page(_ body: String) -> String {
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>\(headline)</title><meta property='og:title' content='\(headline)'><meta property='og:type' content='article'></head><body>\(body)</body></html>"
    }

    // MARK: The next story

    @Test(arguments: [
        "<main><article><h1>\(headline)</h1>\(story)</article><article>\(next)</article></main>",
        "<main><article>\(next)</article><article><h1>\(headline)</h1>\(story)</article></main>",
        "<div class='article-body'><h1>\(headline)</h1>\(story)</div><div class='article-body'>\(next)\(next)</div>",
        "<main><article><h1>\(headline)</h1>\(story)<article>\(next)</article></article></main>",
        "<div><div><article><h1>\(headline)</h1>\(story)</article></div><div><article>\(next)\(next)</article></div></div>",
        "<section><h1>\(headline)</h1>\(story)</section><section>\(next)</section>",
    ])
    func nextStoryOfAnEndlessPage_IsNoPartOfTheFirst(_ body: String) throws {
        let article = try PageFixture.read(Self.page(body))
        #expect(article.headline == Self.headline)
        #expect(article.body == PageFixture.story)
    }

    @Test func crossheadsAreOfTheStory_ThoughTheyAreH1() throws {
        let page = Self.page(
            "<header><h1>\(Self.headline)</h1></header><div class='text'>\(Self.story)<h1>What happens now with the bridge</h1><p>The council will look at the bearings of the bridge again in the autumn, its engineer said.</p></div>"
        )
        let body = try PageFixture.read(page).body
        #expect(body.hasPrefix(PageFixture.story))
        #expect(body.hasSuffix("its engineer said."))
    }

    // MARK: Cards

    private static func cards(_ fact: (String) -> String) -> String {
        "<section class='x'>"
            + ["Petra Lund", "Ivo Kest", "Greta Solm"].enumerated().map {
                "<div><h2><a href='/story/\($0.offset)'>Ferry number \($0.offset) leaves the harbour for good</a></h2>\(fact($0.element))</div>"
            }.joined() + "</section>"
    }

    struct Mark: CustomTestStringConvertible {
        var testDescription: String
        var fact: @Sendable (String) -> String
    }

    private static let marks = [
        Mark(testDescription: "property") { "<span itemprop='author'>\($0)</span>" },
        Mark(testDescription: "class") { "<span class='author'>\($0)</span>" },
        Mark(testDescription: "line") { "<p>By \($0)</p>" },
        Mark(testDescription: "relation") { "<a rel='author' href='/people'>\($0)</a>" },
        Mark(testDescription: "byline with a link") { "<div class='byline'>By <a href='/people'>\($0)</a></div>" },
    ]

    @Test(arguments: marks) func authorsOfCards_AreNotThoseOfTheArticle(_ mark: Mark) throws {
        let cards = Self.cards(mark.fact)
        let article = "<article><h1>\(Self.headline)</h1>%\(Self.story)</article>"
        func authors(_ byline: String, _ before: String, _ after: String) throws -> [String] {
            try PageFixture.read(
                Self.page(before + article.split(separator: "%").joined(separator: byline) + after)
            ).authors
        }
        #expect(try authors("", "", cards) == [])
        #expect(try authors("<p>By Torvald Emm</p>", "", cards) == ["Torvald Emm"])
        #expect(try authors("<p class='byline'>By Torvald Emm</p>", cards, "") == ["Torvald Emm"])
    }

    @Test(arguments: [
        "<time datetime='2020-01-02'>2 January 2020</time>",
        "<span itemprop='datePublished' content='2020-01-02'></span>",
        "<p>2 January 2020</p>",
    ])
    func datesOfCards_AreNotThoseOfTheArticle(_ date: String) throws {
        let page = Self.page("<article><h1>\(Self.headline)</h1>\(Self.story)</article>" + Self.cards { _ in date })
        #expect(try PageFixture.read(page).published == nil)
    }

    @Test func linkedSectionOverTheHeadline_IsNoCard() throws {
        let page = Self.page(
            "<div><h3><a href='/health'>Health, Policy, Issues</a></h3><p class='byline'>3 May 2024</p></div><article><h1>\(Self.headline)</h1>\(Self.story)</article>"
                + Self.cards { _ in "" })
        #expect(try PageFixture.read(page).published?.description == "2024-05-03")
    }

    // MARK: Terms

    private static let terms = (1...25).map {
        "<p>By using this service you agree that clause \($0) of these terms applies to you, and that disputes are settled by the courts.</p>"
    }.joined()

    @Test(arguments: [
        "<section><h2>Terms of use</h2>\(terms)</section>", "<div><h3>Privacy policy</h3>\(terms)</div>",
        "<div><p><b>Legal notice</b></p>\(terms)</div>",
        "<details><summary>Terms and conditions</summary>\(terms)</details>",
        "<div aria-hidden='true'><h1>Terms of service</h1>\(terms)</div>",
    ])
    func termsBehindTheArticle_AreNoBody_ThoughTheyAreLonger(_ terms: String) throws {
        for body in [
            "<article><h1>\(Self.headline)</h1>\(Self.story)</article>\(terms)",
            "<article><h1>\(Self.headline)</h1>\(Self.story)\(terms)</article>",
            "<div class='page'><div class='story'><h1>\(Self.headline)</h1>\(Self.story)</div>\(terms)</div>",
        ] {
            #expect(try PageFixture.read(Self.page(body)).body == PageFixture.story)
        }
    }

    @Test func crossheadAboutTerms_IsOfTheArticle() throws {
        let page = Self.page(
            "<article><h1>\(Self.headline)</h1>\(Self.story)<h2>Terms of use</h2><p>The new terms of use of the bridge forbid carts that weigh more than two tonnes, the council said.</p></article>"
        )
        #expect(try PageFixture.read(page).body.hasSuffix("the council said."))
    }
}
