import Testing

@testable import Analysis

/// What belongs together.
@Suite struct StoryGrouperTests {
    private static let events = [
        "Ferry Aurora runs aground off Skarholm with ninety aboard",
        "Parliament of Veltria votes down the water levy of minister Irena Dorn",
        "Fire destroys the Lindqvist sawmill in Kaldby",
        "Cyclist Tomas Reyl wins the Alder Pass stage",
    ]

    /// An article on an event: its sentence, names again, and words of its own.
    private static func article(_ event: Int, _ number: Int, time: Int64 = 0, id: Int64? = nil) -> StoryArticle {
        let lead = events[event]
        let names = lead.split(separator: " ").filter { $0.first?.isUppercase ?? false }.joined(separator: " and ")
        let own = (0..<15).map { "word\(event)of\(number)at\($0)" }.joined(separator: " ")
        let body = "\(lead), it was said. Of \(names) more was heard, and \(own)."
        return StoryArticle(
            id: id ?? Int64(event * 100 + number), time: time, terms: StoryTerms(headline: lead, body: body))
    }

    private static func stories(_ grouper: StoryGrouper, _ articles: [StoryArticle]) -> [[Int64]] {
        Dictionary(grouping: articles.map(\.id)) { grouper.story(of: $0) ?? -$0 - 1 }.values.map { $0.sorted() }
            .sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }

    /// Articles of four events in turn.
    private static let mixed = (0..<5).flatMap { number in (0..<4).map { article($0, number) } }

    @Test func articlesOfEvents_AreGrouped_AsTheyArrive() {
        var grouper = StoryGrouper()
        for article in Self.mixed { _ = grouper.add(article) }
        _ = grouper.regroup()
        #expect(
            Self.stories(grouper, Self.mixed) == (0..<4).map { event in (0..<5).map { Int64(event * 100 + $0) } })
    }

    @Test func story_IsNamedByItsFirstArticle_AndKeepsItsName() {
        var grouper = StoryGrouper()
        var told: [Int64: Int64?] = [:]
        for article in Self.mixed { for change in grouper.add(article) { told[change.article] = change.story } }
        let name = grouper.story(of: 0)
        #expect(name == 0)
        for change in grouper.regroup() { told[change.article] = change.story }
        _ = grouper.add(Self.article(0, 9))
        #expect(grouper.story(of: 9) == name)
        // What was told adds up to what is known.
        for article in Self.mixed { #expect(told[article.id] ?? nil == grouper.story(of: article.id)) }
    }

    @Test func sameEventWeeksLater_IsAnotherStory() {
        var grouper = StoryGrouper()
        let week: Int64 = 7 * 86_400_000
        let articles = (0..<3).map { Self.article(0, $0) } + (0..<3).map { Self.article(0, 10 + $0, time: 2 * week) }
        for article in articles + Self.mixed.filter({ $0.id >= 100 }) { _ = grouper.add(article) }
        _ = grouper.regroup()
        #expect(Self.stories(grouper, articles) == [[0, 1, 2], [10, 11, 12]])
    }

    @Test func loneArticle_BelongsToNoStory() {
        var grouper = StoryGrouper()
        for article in Self.mixed.filter({ $0.id >= 100 }) { _ = grouper.add(article) }
        #expect(grouper.add(Self.article(0, 0)).isEmpty)
        _ = grouper.regroup()
        #expect(grouper.story(of: 0) == nil)
    }

    @Test func restoredArticles_KeepTheirStories_AndTakeNewOnes() {
        var first = StoryGrouper()
        for article in Self.mixed { _ = first.add(article) }
        _ = first.regroup()
        var second = StoryGrouper()
        for var article in Self.mixed {
            article.story = first.story(of: article.id)
            second.restore(article)
        }
        _ = second.add(Self.article(2, 9))
        #expect(second.story(of: 209) == first.story(of: 200))
        #expect(second.regroup().isEmpty)
    }

    @Test func window_ForgetsTheOldest() {
        var grouper = StoryGrouper()
        let count = StoryGrouper.capacity * 2
        for number in 0..<count { _ = grouper.add(Self.article(number % 4, number / 4, id: Int64(number))) }
        #expect(grouper.articles.count < StoryGrouper.capacity + StoryGrouper.capacity / 4)
        #expect(grouper.holds(Int64(count - 1)) && !grouper.holds(0))
    }
}
