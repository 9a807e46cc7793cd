import SearchText
import Testing

@testable import ArticleQuery

/// Which words of a query rank.
@Suite struct RankedWordTests {
    private static func words(_ query: String) -> [String] {
        QuestionReader(vocabulary: nil, isExact: true, forms: { _ in [] }, occurs: { _ in false })
            .words(of: .parse(query)).map(\.typed)
    }

    @Test(arguments: [
        ("Why did Obama decide to lift the sanctions on Sudan?", ["Obama", "decide", "lift", "sanctions", "Sudan"]),
        ("Was macht comwrap auf der DMEXCO 2018 in Köln?", ["comwrap", "DMEXCO", "2018", "Köln"]),
        ("Pourquoi le juge s'est-il retiré ?", ["juge", "s'est-il", "retiré"]),
        ("что делать с тарифами", ["делать", "тарифами"]), ("to be or not to be", ["to", "be", "or", "not"]),
        ("WHO report", ["WHO", "report"]), ("who wrote the report", ["wrote", "report"]),
        ("war in Ukraine", ["war", "Ukraine"]), ("北京大学", ["北京", "京大", "大学"]),
        ("storm \"high wind\" +rain -hail headline:flood", ["storm", "high wind", "rain", "headline:flood"]),
        ("storm AND wind", ["storm", "wind"]), ("storm OR wind", ["storm", "wind"]),
        ("near(storm wind, 3) -rain", ["storm", "wind"]), ("((storm wind) rain)", ["storm", "wind", "rain"]),
        ("(storm wind) rain", ["storm", "wind", "rain"]), ("minist* budget", ["minist", "budget"]),
    ])
    func wordsThatNameSomething_Rank(_ query: String, _ expected: [String]) {
        #expect(Self.words(query) == expected)
    }

    @Test func whatIsMarked_IsDemandedBesideTheWords() {
        #expect(
            SearchQuery.parse("storm \"high wind\" +rain").demands?.matchExpression() == #"("high wind" AND "rain")"#)
        #expect(SearchQuery.parse("storm -hail").demands == nil)
        #expect(SearchQuery.parse("storm -hail").exclusions?.matchExpression() == #""hail""#)
        #expect(SearchQuery.parse("storm +rain -hail").demands?.matchExpression() == #"(("rain") NOT ("hail"))"#)
        #expect(SearchQuery.parse("\"high wind\"").demands?.matchExpression() == #""high wind""#)
    }

    @Test func setsOfArticles_StillDemandEveryWord() {
        #expect(SearchQuery.parse("storm +rain wind").matchExpression() == #"("storm" AND "rain" AND "wind")"#)
    }
}
