import SearchText
import Testing

@testable import ArticleQuery

/// Times as people name them in questions.
@Suite struct NamedTimeTests {
    /// 14 November 2023.
    private static let now: Int64 = 1_700_000_000_000

    private static func time(_ query: String) -> NamedTime? { SearchQuery.parse(query).namingATime(now: now).time }

    private static func days(_ first: (Int, Int, Int), _ end: (Int, Int, Int)) -> ClosedRange<Int64> {
        LocalDay(year: first.0, month: first.1, day: first.2)
            .start...(LocalDay(year: end.0, month: end.1, day: end.2)
            .start - 1)
    }

    @Test(arguments: [
        ("tunnel January 2012", "January 2012", 2012, 1, 2012, 2),
        ("Tunnel im März 2019", "März 2019", 2019, 3, 2019, 4),
        ("Wahl 2019", "2019", 2019, 1, 2020, 1), ("суд в декабре 2020", "декабре 2020", 2020, 12, 2021, 1),
        ("ferry May 2024", "May 2024", 2024, 5, 2024, 6), ("ferry in May", "May", 2023, 5, 2023, 6),
        ("fuente mayo de 2024", "mayo 2024", 2024, 5, 2024, 6), ("ferry 2024-05", "2024-05", 2024, 5, 2024, 6),
        ("ferry in December", "December", 2022, 12, 2023, 1), ("grève janvier 2012", "janvier 2012", 2012, 1, 2012, 2),
    ])
    func monthsAndYears_AreWhole(
        _ query: String, _ typed: String, _ year: Int, _ month: Int, _ endYear: Int, _ endMonth: Int
    ) {
        #expect(Self.time(query)?.typed == typed)
        #expect(Self.time(query)?.range == Self.days((year, month, 1), (endYear, endMonth, 1)))
    }

    @Test(arguments: ["ferry January 1850", "ferry 31 June"])
    func whatIsNoDayOrYear_IsNoTime(_ query: String) {
        #expect(Self.time(query) == nil)
    }

    @Test(arguments: [
        "ferry 7 May 2024", "ferry May 7, 2024", "Fähre am 7. Mai 2024", "ferry 7th of May 2024",
        "7 de mayo de 2024 ferry",
        "паром 7 мая 2024", "ferry 2024-05-07",
    ])
    func days_AreOneDay(_ query: String) {
        #expect(Self.time(query)?.range == Self.days((2024, 5, 7), (2024, 5, 8)))
    }

    @Test(arguments: [
        ("last year", (2022, 1, 1), (2023, 1, 1)), ("dieses Jahr", (2023, 1, 1), (2024, 1, 1)),
        ("last month", (2023, 10, 1), (2023, 11, 1)), ("ce mois this month", (2023, 11, 1), (2023, 12, 1)),
    ])
    func monthsAndYearsFromNow_AreThoseOfTheCalendar(_ typed: String, _ first: (Int, Int, Int), _ end: (Int, Int, Int))
    {
        #expect(Self.time("harbour \(typed)")?.range == Self.days(first, end))
    }

    @Test func timesFromNow_AreCountedBack() throws {
        for query in ["harbour last week", "Hafen letzte Woche", "puerto semana pasada"] {
            let range = try #require(Self.time(query)).range
            #expect(
                range.contains(Self.now - 3 * 86_400_000) && !range.contains(Self.now - 20 * 86_400_000), "\(query)")
        }
        let yesterday = try #require(Self.time("harbour yesterday")).range
        #expect(yesterday.contains(Self.now - 86_400_000) && !yesterday.contains(Self.now))
    }

    @Test(arguments: [
        "the last supper", "may march 1234", "mars rover", "August Wilson plays", "Mayo clinic", "was passiert hier",
        "\"January 2012\" tunnel", "+January tunnel", "headline:2019 tunnel", "12345 tunnel",
    ])
    func otherWords_NameNoTime(_ query: String) {
        #expect(Self.time(query) == nil)
    }

    @Test func wordsOfATime_AreNotDemanded_AndAYearAloneIsAWord() {
        let named = SearchQuery.parse("ferry May 2024 -toll").namingATime(now: Self.now)
        #expect(named.matchExpression() == #"(("ferry") NOT ("toll"))"#)
        let alone = SearchQuery.parse("7 May 2024").namingATime(now: Self.now)
        #expect(alone.matchExpression() == nil && !alone.isEmpty)
        #expect(SearchQuery.parse("2019").namingATime(now: Self.now).matchExpression() == #""2019""#)
    }

    @Test func timesByName_AreValuesOfConditionsToo() {
        let query = SearchQuery.parse(#"date:"January 2012" tunnel"#)
        let range = Self.days((2012, 1, 1), (2012, 2, 1))
        #expect(query.conditions == [.all([.since(range.lowerBound), .until(range.upperBound)])])
        #expect(Moment(typed: "last week", now: Self.now)?.first ?? 0 < Self.now)
        #expect(Moment(typed: "the harbour last week", now: Self.now) == nil)
    }
}
