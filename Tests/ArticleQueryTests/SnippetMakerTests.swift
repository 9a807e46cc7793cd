import Testing

@testable import ArticleQuery
@testable import SearchText

@Suite struct SnippetMakerTests {
    /// A snippet with its highlights in brackets and `…` where it is cut.
    private func marked(_ snippet: Snippet?) -> String? {
        guard let snippet else { return nil }
        let text = snippet.pieces.map { $0.isHighlighted ? "[\($0.text)]" : String($0.text) }.joined()
        return (snippet.isCutBefore ? "…" : "") + text + (snippet.isCutAfter ? "…" : "")
    }

    private func marked(_ query: String, _ body: String, words: Int = 8) -> String? {
        marked(SnippetMaker(query: .parse(query), words: words).snippet(of: body))
    }

    @Test func snippet_ShowsTheWholeOfAShortText() {
        #expect(marked("STORM", "A storm, a “storm”!") == "A [storm], a “[storm]”!")
    }

    @Test func snippet_PrefersThePassageWithMostOfTheWords() {
        let body =
            "Storm here. " + String(repeating: "Nothing else at all. ", count: 20)
            + "Then the storm hit the harbour at noon. More."
        #expect(marked("harbour storm", body) == "…Then the [storm] hit the [harbour] at noon.…")
    }

    @Test func snippet_BeginsWithASentenceWhenOneBeginsNearEnough() {
        let body = "One two three four five six seven. The ferry sank in the bay near the old port today."
        #expect(marked("sank", body) == "…The ferry [sank] in the bay near the…")
    }

    @Test func snippet_IsTheBeginningWhenOnlyTheHeadlineMatched() {
        #expect(
            marked("absent", "\n One two three four five six seven eight nine.")
                == "One two three four five six seven eight…")
        #expect(marked("absent", " ... ") == nil)
    }

    @Test func snippet_HighlightsPhrasesPrefixesFormsAndCharacters() {
        #expect(marked("\"prime minister\"", "The prime minister's aide.") == "The [prime minister's] aide.")
        #expect(marked("minist*", "Two ministries.") == "Two [ministries].")
        #expect(marked("U.S.", "The U.S.-led force in the U.S.") == "The [U.S.]-led force in the [U.S.]")
        #expect(marked("共和国 京", "中华人民共和国主席在北京。") == "中华人民[共和国]主席在北[京]。")
        #expect(marked("café", "Un cafe\u{301} noir.") == "Un [cafe\u{301}] noir.")
        #expect(marked("storm -rain", "Storm without rain.") == "[Storm] without rain.")
        let maker = SnippetMaker(query: .parse("ministry")) { $0 == "ministry" ? ["ministries"] : [] }
        #expect(marked(maker.snippet(of: "Two ministries.")) == "Two [ministries].")
    }

    @Test func snippet_HeedsFields() {
        let maker = SnippetMaker(query: .parse("headline:storm body:rain author:ford"))
        #expect(marked(maker.snippet(of: "Storm and rain, says Ford.")) == "Storm and [rain], says Ford.")
        #expect(maker.highlights(inHeadline: "Storm, rain, Ford") == [0..<5])
    }

    @Test func snippet_ReplacesControlCharactersByteForByte() {
        #expect(marked("storm", "A\u{1B}[31m\nstorm\r\n\r\nends") == "A [31m [storm]    ends")
    }

    @Test(arguments: HitTable.all)
    func snippet_KeepsItsHighlightsInsideTheTextAndApart(_ table: HitTable) throws {
        let body = table.hits.map(\.text).joined(separator: "\n\n")
        for query in table.hits.flatMap(\.finds) {
            for words in [5, 12, 40] {
                let snippet = try #require(SnippetMaker(query: .parse(query), words: words).snippet(of: body))
                let bytes = snippet.text.utf8.count
                #expect(snippet.highlights.allSatisfy { !$0.isEmpty && $0.upperBound <= bytes })
                #expect(
                    zip(snippet.highlights, snippet.highlights.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound }
                )
                #expect(!snippet.text.contains("\u{FFFD}"))
                #expect(snippet.pieces.map { String($0.text) }.joined() == snippet.text)
            }
        }
    }

    @Test func snippet_OfAHugeBodyIsFoundInItsBeginning() throws {
        let body = String(repeating: "storm ", count: 300_000)
        let snippet = try #require(SnippetMaker(query: .parse("storm \"storm storm\""), words: 10).snippet(of: body))
        #expect(snippet.text.utf8.count < 100)
        #expect(!snippet.highlights.isEmpty)
    }

    @Test(arguments: [
        String(repeating: "x", count: 500_000) + " storm", "storm" + String(repeating: " ", count: 500_000) + "x",
        "storm" + String(repeating: "\u{301}", count: 200_000), String(repeating: "中", count: 600_000),
        "storm" + String(repeating: "—", count: 200_000), "storm " + String(repeating: "1.", count: 200_000),
    ])
    func snippet_StaysShortWhateverTheText(_ body: String) throws {
        let snippet = try #require(SnippetMaker(query: .parse("storm OR 中中"), words: 10).snippet(of: body))
        #expect(snippet.text.utf8.count <= 1_000)
        #expect(!snippet.text.contains("\u{FFFD}"))
        #expect(snippet.highlights.allSatisfy { $0.upperBound <= snippet.text.utf8.count })
    }
}
