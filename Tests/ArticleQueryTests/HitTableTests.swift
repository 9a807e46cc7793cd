import Testing

@testable import ArticleQuery
@testable import SearchText

@Suite struct HitTableTests {
    @Test(arguments: HitTable.all)
    func search_FindsWhatANativeReaderTypesAndNothingElse(_ table: HitTable) throws {
        let index = try IndexFixture()
        for (number, hit) in table.hits.enumerated() { try index.add(number, body: hit.text) }
        for (number, hit) in table.hits.enumerated() {
            for query in hit.finds {
                let rows = try index.rows(query, languages: table.languages)
                #expect(rows.contains(number), "\(query) must find: \(hit.text)")
            }
            for query in hit.misses {
                let rows = try index.rows(query, languages: table.languages)
                #expect(!rows.contains(number), "\(query) must not find: \(hit.text)")
            }
        }
    }

    @Test(arguments: HitTable.all)
    func snippet_HighlightsWhatTheIndexFound(_ table: HitTable) throws {
        let index = try IndexFixture()
        for (number, hit) in table.hits.enumerated() { try index.add(number, body: hit.text) }
        let forms = WordForms(languages: table.languages)
        for hit in table.hits {
            for query in hit.finds {
                let maker = SnippetMaker(query: .parse(query)) { forms.forms(of: $0, vocabulary: index.vocabulary) }
                let snippet = try #require(maker.snippet(of: hit.text))
                #expect(!snippet.highlights.isEmpty, "\(query) in: \(snippet.text)")
                #expect(!maker.highlights(inHeadline: hit.text).isEmpty, "\(query) in: \(hit.text)")
            }
        }
    }

    @Test func tables_HaveTwoHundredPairsInFourteenLanguages() {
        #expect(HitTable.all.count >= 14)
        #expect(HitTable.all.reduce(0) { $0 + $1.pairCount } >= 200)
        #expect(HitTable.all.allSatisfy { table in table.hits.allSatisfy { !$0.finds.isEmpty && !$0.misses.isEmpty } })
    }
}
