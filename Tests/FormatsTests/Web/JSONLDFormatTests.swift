import NewsModel
import Testing

@Suite struct JSONLDFormatTests {
    private static func node(_ number: Int, context: Bool = true) -> String {
        """
        {\(context ? #""@context": "https://schema.org","# : "") "@type": "NewsArticle", "headline": "Ferry \(number) late",
         "url": "\(WebArchive.address(number))", "datePublished": "2024-11-02T12:30:00+01:00", "inLanguage": "en",
         "author": {"@type": "Person", "name": "Ada Brook"}, "publisher": {"@type": "Organization", "name": "The Harbour Gazette"},
         "articleBody": "The ferry with the number \(number) came two hours late </script> on Monday, and nobody on the island could say why it did.\\n\\nThe harbour master said that \(number) passengers had waited on the pier, most of them in the rain."}
        """
    }

    @Test func article_IsReadWithAllItsFacts() throws {
        let told = try Told(Array(Self.node(1).utf8), name: "a.jsonld")
        let article = try #require(told.articles.first)
        #expect(article.format == "json-ld")
        #expect(article.headline == "Ferry 1 late")
        #expect(article.authors == ["Ada Brook"])
        #expect(article.published == NewsTime("2024-11-02T12:30:00+01:00"))
        #expect(article.body.contains("passengers had waited on the pier"))
        #expect(article.memberPath == nil)
    }

    @Test func severalArticles_AreToldApart() throws {
        let graph =
            #"{"@context": "https://schema.org", "@graph": [\#(Self.node(1, context: false)), \#(Self.node(2, context: false)), {"@type": "WebSite", "name": "x"}]}"#
        let told = try Told(Array(graph.utf8), name: "a.json")
        #expect(told.paths == ["#1", "#2"])
        #expect(told.headlines == ["Ferry 1 late", "Ferry 2 late"])
    }

    @Test func otherThings_AreNoArticle() throws {
        let told = try Told(Array(#"{"@context": "https://schema.org", "@type": "Person", "name": "Ada Brook"}"#.utf8))
        #expect(told.failure?.code == .notAnArticle)
    }

    @Test func cutArticle_IsNoArticleOrStillOne_ButNeverACrash() throws {
        let bytes = Array(Self.node(1).utf8)
        for count in stride(from: 1, to: bytes.count, by: 11) { _ = try Told(Array(bytes[..<count]), name: "a.jsonld") }
    }
}
