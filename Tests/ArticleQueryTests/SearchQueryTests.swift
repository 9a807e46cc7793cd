import SeededNumbers
import Testing

@testable import ArticleQuery
@testable import SearchText

/// A query and the MATCH expression that it becomes; nil when it looks for nothing.
struct QueryCase: CustomTestStringConvertible, Sendable {
    var typed: String
    var expression: String?

    init(_ typed: String, _ expression: String?) {
        self.typed = typed
        self.expression = expression
    }

    var testDescription: String { "\(typed) → \(expression ?? "nothing")" }
}

@Suite struct SearchQueryTests {
    static let words = [
        QueryCase("Storm", #""storm""#), QueryCase("storm rain", #"("storm" AND "rain")"#),
        QueryCase("\"Heavy rain\"", #""heavy rain""#), QueryCase("„schwerer Regen“", #""schwerer regen""#),
        QueryCase("«forte pluie»", #""forte pluie""#), QueryCase("'heavy rain' today", #"("heavy rain" AND "today")"#),
        QueryCase("\"heavy rain", #""heavy rain""#), QueryCase("5\" screen", #"("5" AND "screen")"#),
        QueryCase("minist*", #""minist"*"#), QueryCase("\"prime minist\"*", #""prime minist"*"#),
        QueryCase("a*", #""a""#), QueryCase("covid-19", #"("covid 19" OR "covid19")"#),
        QueryCase("Müller", #"("muller" OR "mueller")"#), QueryCase("C++", #""c++""#), QueryCase("U.S.", #""us""#),
        QueryCase("'tis don't", #"("tis" AND "dont")"#), QueryCase("北京", #""北京""#), QueryCase("京", #""京"*"#),
        QueryCase("共和国", #""共和 和国""#), QueryCase("대통령", #""대통령"*"#), QueryCase("2024年", #""2024 年"*"#),
        QueryCase("צה\"ל", #""צהל""#),
    ]

    static let operators = [
        QueryCase("a1 OR b1", #"(("a1" OR "a 1") OR ("b1" OR "b 1"))"#),
        QueryCase("storm OR rain", #"("storm" OR "rain")"#),
        QueryCase("storm wind OR rain", #"("storm" AND ("wind" OR "rain"))"#),
        QueryCase("storm AND wind OR rain", #"(("storm" AND "wind") OR "rain")"#),
        QueryCase("storm -rain", #"(("storm") NOT ("rain"))"#),
        QueryCase("storm NOT rain", #"(("storm") NOT ("rain"))"#),
        QueryCase("-rain storm -\"high wind\"", #"(("storm") NOT ("rain" OR "high wind"))"#),
        QueryCase("storm AND NOT rain", #"(("storm") NOT ("rain"))"#),
        QueryCase("storm --rain", #"("storm" AND "rain")"#),
        QueryCase("storm -(rain OR hail)", #"(("storm") NOT (("rain" OR "hail")))"#),
        QueryCase("(storm OR rain) harbour", #"(("storm" OR "rain") AND "harbour")"#),
        QueryCase("headline:storm", #"{headline} : "storm""#),
        QueryCase("Title: \"big storm\"", #"{headline} : "big storm""#),
        QueryCase("headline:(storm OR rain) tide", #"(({headline} : "storm" OR {headline} : "rain") AND "tide")"#),
        QueryCase("outlet:Müller", #"{outlet} : ("muller" OR "mueller")"#),
        QueryCase("-author:smith storm", #"(("storm") NOT ({author} : "smith"))"#),
        QueryCase("near(storm harbour, 5)", #"NEAR("storm" "harbour", 5)"#),
        QueryCase("NEAR(storm \"high wind\")", #"NEAR("storm" "high wind", 10)"#),
        QueryCase("body:near(storm harbour, 99999999999999999999)", #"{body} : NEAR("storm" "harbour", 200)"#),
        QueryCase("near(storm, 5)", #""storm""#), QueryCase("near harbour", #"("near" AND "harbour")"#),
        QueryCase("near(Müller storm,3)", #"(NEAR("muller" "storm", 3) OR NEAR("mueller" "storm", 3))"#),
    ]

    static let careless = [
        QueryCase("", nil), QueryCase("  \u{0} \n", nil), QueryCase("...", nil), QueryCase("\"\"", nil),
        QueryCase("()", nil),
        QueryCase("-storm", nil), QueryCase("NOT storm", nil), QueryCase("OR", #""or""#),
        QueryCase("AND NOT", #"("and" AND "not")"#),
        QueryCase("storm AND", #""storm""#), QueryCase("OR storm", #""storm""#),
        QueryCase("storm OR OR rain", #"("storm" OR "rain")"#),
        QueryCase("(storm", #""storm""#), QueryCase("storm) rain", #"("storm" AND "rain")"#),
        QueryCase("storm OR -rain", #""storm""#),
        QueryCase("headline:", #""headline""#), QueryCase("storm & rain - hail", #"("storm" AND "rain" AND "hail")"#),
        QueryCase("storm\u{0}rain", #"("storm" AND "rain")"#), QueryCase("x:y", #""x y""#), QueryCase("near(", nil),
        QueryCase("* ** -", nil),
        QueryCase("'); DROP TABLE article;--", #"("drop" AND "table" AND "article")"#),
        QueryCase("^storm {a}:b", #"("storm" AND "a b")"#),
    ]

    @Test(arguments: words + operators + careless)
    func matchExpression_SaysWhatWasTyped(_ example: QueryCase) throws {
        let query = SearchQuery.parse(example.typed)
        #expect(query.matchExpression() == example.expression)
        #expect(query.isEmpty == (example.expression == nil))
        #expect(!query.isEmpty || !query.notes.isEmpty)
        _ = try IndexFixture().rows(query)
    }

    @Test func matchExpression_AddsTheFormsOfPlainWordsOnly() {
        let forms = ["ministry": ["ministries", "not a \" token", ""], "prime": ["primes"]]
        let expand = { (word: String) in forms[word] ?? [] }
        #expect(SearchQuery.parse("Ministry").matchExpression(expanding: expand) == #"("ministry" OR "ministries")"#)
        #expect(SearchQuery.parse("\"ministry\"").matchExpression(expanding: expand) == #""ministry""#)
        #expect(SearchQuery.parse("ministry*").matchExpression(expanding: expand) == #""ministry"*"#)
        #expect(
            SearchQuery.parse("prime-ministry").matchExpression(expanding: expand)
                == #"("prime ministry" OR "primeministry")"#)
        #expect(
            SearchQuery.parse("near(prime ministry, 2)").matchExpression(expanding: expand)
                == #"(NEAR("prime" "ministry", 2) OR NEAR("prime" "ministries", 2) OR NEAR("primes" "ministry", 2) OR "#
                + #"NEAR("primes" "ministries", 2))"#)
    }

    @Test(arguments: [
        ("...", QueryNote.nothingToSearch), ("-storm", .onlyExclusions), ("storm OR -rain", .exclusionInAlternative),
        ("a* storm", .prefixTooShort(letters: QueryLimits.prefixLetters)),
        (String(repeating: "storm ", count: 1_000), .textCut(bytes: QueryLimits.textBytes)),
        (String(repeating: "storm ", count: 100), .tooManyTerms(limit: QueryLimits.terms)),
        (String(repeating: "(", count: 30) + "storm", .tooDeep(limit: QueryLimits.depth)),
        ("near(a b c d e f g h i j, 3)", .nearCut(limit: QueryLimits.nearItems)),
        ("storm headline:", .fieldWithoutValue("headline")), ("since: storm", .fieldWithoutValue("since")),
        ("tag:", .fieldWithoutValue("tag")), ("\"storm harbour", .quotationNotClosed),
        ("storm “high wind", .quotationNotClosed),
        ("storm 🎉", .signLeftOut("🎉")), ("storm & rain", .signLeftOut("&")), ("NOT NOT storm", .excludedTwice),
        ("storm OR", .operatorLeftOut("OR")), ("AND storm", .operatorLeftOut("AND")),
    ])
    func parse_SaysWhatItLeftOut(_ typed: String, _ note: QueryNote) {
        let query = SearchQuery.parse(typed)
        #expect(query.notes.contains(note))
        #expect(query.notes.allSatisfy { $0.description.hasSuffix(".") })
    }

    @Test func parse_KeepsWordsBehindParenthesesThatAreTooDeep() {
        let typed = String(repeating: "(", count: 30) + "storm" + String(repeating: ")", count: 30) + " rain"
        #expect(SearchQuery.parse(typed).matchExpression() == #"("storm" AND "rain")"#)
    }

    static let hostile = [
        String(repeating: "(", count: 10_000), String(repeating: ")", count: 10_000),
        String(repeating: "a OR (", count: 2_000),
        String(repeating: "near(", count: 2_000), "near(" + String(repeating: "Müller ", count: 300) + ", 7)",
        String(repeating: "-", count: 10_000) + "a", String(repeating: "NOT ", count: 2_500) + "a",
        String(repeating: "headline:", count: 1_000) + "a", String(repeating: "\"", count: 9_999),
        String(repeating: "\u{0}", count: 9_000),
        String(repeating: "'a ", count: 3_000), String(repeating: "中", count: 4_000),
        String(repeating: "ab* ", count: 2_000),
        "\"" + String(repeating: "word ", count: 2_000) + "\"", String(repeating: "Müller-", count: 900),
        String(repeating: "(ab OR near(cd ef, 3) -gh ", count: 300),
        "\u{202E}\u{FEFF}" + String(repeating: "e\u{301}", count: 3_000),
    ]

    @Test(arguments: hostile)
    func matchExpression_IsBoundedAndTakenByFTS5(_ typed: String) throws {
        let expand = { (word: String) in (0..<60).map { word + "\($0)" } }
        let query = SearchQuery.parse(typed)
        let expression = query.matchExpression(expanding: expand)
        #expect((expression?.utf8.count ?? 0) < 64 * 1_024)
        _ = try IndexFixture().rows(query, expanding: expand)
    }

    @Test func matchExpression_OfRandomTypingIsTakenByFTS5() throws {
        let index = try IndexFixture()
        let pieces = [
            "(", ")", "\"", "'", "*", "-", "+", "^", "{", "}", ":", ",", " ", " ", "AND", "OR", "NOT", "NEAR(", "near(",
            "headline:", "a",
            "storm", "é", "中国", "ไทย", "한국", "3.5", "&", "C++", "\u{0}", "צה\"ל", "»", "„", "-x", "7)", ".",
        ]
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let count = Int.random(in: 0...14, using: &random)
            let typed = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            _ = try index.rows(SearchQuery.parse(typed))
        }
    }

    @Test func fields_SearchTheirColumnOnly() throws {
        let index = try IndexFixture()
        try index.add(
            1, headline: "Storm closes harbour", body: "Ferries were cancelled.", outlet: "Coast Daily",
            author: "Ann Ford")
        try index.add(
            2, headline: "Ferries run again", body: "The storm is over; Ann Ford was there.", outlet: "Harbour Post",
            author: "Bo Lund")
        #expect(try index.rows("headline:storm") == [1])
        #expect(try index.rows("title:ferries") == [2])
        #expect(try index.rows("body:storm") == [2])
        #expect(try index.rows("outlet:harbour") == [2])
        #expect(try index.rows("author:\"ann ford\"") == [1])
        #expect(try index.rows("author:ford OR headline:(run again)") == [1, 2])
        #expect(try index.rows("storm -outlet:coast") == [2])
        #expect(try index.rows("storm ferries") == [1, 2])
    }
}
