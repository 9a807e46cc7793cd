import Testing

@testable import ArticleQuery

/// Words before a colon that ask for something other than words of the index.
@Suite struct ConditionTests {
    @Test func unknownField_IsTold_AndAddressesAndTimesAreNot() {
        #expect(SearchQuery.parse("colour:red harbour").notes == [.unknownField("colour", meant: nil)])
        #expect(SearchQuery.parse("headine:storm").notes == [.unknownField("headine", meant: "headline")])
        for query in ["https://courier.example/a", "12:30", "mailto:", "Re:budget", "outlet:courier", "a:b"] {
            #expect(SearchQuery.parse(query).notes == [], "\(query)")
        }
    }

    @Test func conditions_StandBesideTheWords_WhereverTheyAreTyped() {
        for typed in ["story:7tep flood", "flood story:7TEP", "flood AND story:7tep", "(flood story:7tep)"] {
            let query = SearchQuery.parse(typed)
            #expect(query.conditions == [.story("7tep")], "\(typed)")
            #expect(query.matchExpression() == #""flood""#, "\(typed)")
            #expect(query.notes.isEmpty, "\(typed)")
        }
    }

    @Test func conditions_InsideQuotationMarksAreText() {
        let query = SearchQuery.parse(#""story:7tep flood""#)
        #expect(query.conditions.isEmpty)
        #expect(query.matchExpression() == #""story 7tep flood""#)
    }

    @Test func conditions_AloneAreAQuery() {
        let query = SearchQuery.parse("story:7tep")
        #expect(!query.isEmpty && query.matchExpression() == nil && query.notes.isEmpty)
    }

    @Test func conditions_MayBeExcluded_AlsoInAGroup() {
        #expect(SearchQuery.parse("flood -story:7tep").conditions == [.not(.story("7tep"))])
        #expect(SearchQuery.parse("flood NOT (dam story:7tep)").conditions == [.not(.story("7tep"))])
        #expect(SearchQuery.parse("flood -(dam -story:7tep)").conditions == [.story("7tep")])
    }

    @Test func exclusions_BesideConditionsAlone_AreKept() {
        let query = SearchQuery.parse("story:7tep -football")
        #expect(!query.isEmpty)
        #expect(query.exclusion?.matchExpression() == #""football""#)
    }

    @Test func conditions_NextToOr_HoldForTheWholeQuery_AndSaySo() {
        let query = SearchQuery.parse("flood OR story:7tep")
        #expect(query.conditions == [.story("7tep")])
        #expect(query.matchExpression() == #""flood""#)
        #expect(query.notes == [.conditionInAlternative])
    }

    @Test func values_ThatMeanNothing_AreSearchedAsWords_AndSaySo() {
        let query = SearchQuery.parse("since:whenever flood")
        #expect(query.conditions.isEmpty)
        #expect(query.notes == [.valueNotUnderstood("since:whenever")])
        #expect(query.matchExpression() == #"("since whenever" AND "flood")"#)
    }

    @Test func days_AreTakenWhole_InTheLocalZone() throws {
        let query = SearchQuery.parse("since:2024-05-03 until:2024-05-04")
        let first = LocalDay(year: 2024, month: 5, day: 3).start
        let last = LocalDay(year: 2024, month: 5, day: 5).start - 1
        #expect(query.conditions == [.since(first), .until(last)])
        #expect(
            SearchQuery.parse("date:2024-05-03").conditions == [
                .all([.since(first), .until(LocalDay(year: 2024, month: 5, day: 4).start - 1)])
            ])
    }

    @Test func languagesAndCollections_AreConditions() {
        let query = SearchQuery.parse(#"lang:DE folder:"politics/old papers" wahl"#)
        #expect(query.conditions == [.language("de"), .collection("politics/old papers")])
        #expect(query.language == "de")
    }

    @Test func everyTypedWord_MeansOneThing() {
        let words = SearchField.all.flatMap(\.typedWords) + ConditionField.all.flatMap(\.typedWords)
        #expect(Set(words).count == words.count)
        #expect(words.allSatisfy { $0 == $0.lowercased() && !$0.isEmpty })
    }

    @Test(arguments: [("90s", 90_000), ("2h", 7_200_000), ("7d", 604_800_000), ("1.5h", 5_400_000)])
    func spans_AreCountedBackFromNow(_ typed: String, _ milliseconds: Int64) {
        #expect(Moment(typed: typed, now: 10_000_000_000)?.first == 10_000_000_000 - milliseconds)
    }

    @Test func monthsAndYears_AreTakenWhole() {
        func day(_ year: Int, _ month: Int) -> Int64 { LocalDay(year: year, month: month, day: 1).start }
        #expect(Moment(typed: "2020")?.first == day(2020, 1))
        #expect(Moment(typed: "2020")?.last == day(2021, 1) - 1)
        #expect(Moment(typed: " 2020-12 ")?.first == day(2020, 12))
        #expect(Moment(typed: "2020-12")?.last == day(2021, 1) - 1)
        #expect(
            SearchQuery.parse("since:2020 until:2021").conditions == [.since(day(2020, 1)), .until(day(2022, 1) - 1)])
    }

    @Test(arguments: [
        "", "soon", "-2h", "2y", "2024-13-45", "h", "2024-13", "2024-5", "0000", "20240", "2024-", "-2024",
    ])
    func otherTexts_NameNoMoment(_ typed: String) { #expect(Moment(typed: typed) == nil) }

    @Test(arguments: [
        ("language:german", "de"), ("lang:Deutsch", "de"), ("language:русский", "ru"), ("language:EN", "en"),
    ])
    func languages_GoByCodeOrName(_ typed: String, _ code: String) {
        #expect(SearchQuery.parse(typed).conditions == [.language(code)])
        #expect(LanguageCode(typed: "klingonisch") == nil)
    }
}
