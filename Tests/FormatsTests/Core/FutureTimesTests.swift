import NewsModel
import Testing

@testable import Formats

@Suite struct FutureTimesTests {
    /// 2026-11-28T12:00:00Z.
    private static let now: Int64 = 1_795_867_200_000

    private func article(_ published: String?, embargo: String? = nil) -> Article {
        var article = Article(format: "html", body: "Words.")
        article.published = published.flatMap { NewsTime($0) }
        article.wire.embargo = embargo.flatMap { NewsTime($0) }
        return article
    }

    @Test func timeOfYearsToCome_IsTakenOut_AndKeptAsAnnotation() {
        var article = article("2029-01-01T00:00:00Z")
        FutureTimes.remove(from: &article, now: Self.now)
        #expect(article.published == nil)
        #expect(article.annotations.map(\.values) == [["published": "2029-01-01T00:00:00Z"]])
    }

    @Test(arguments: ["2026-11-28", "2026-11-29T11:00:00Z", "2012-01-01"])
    func timeUpToADayLater_Stays(_ time: String) {
        var article = article(time)
        FutureTimes.remove(from: &article, now: Self.now)
        #expect(article.published == NewsTime(time))
    }

    @Test func embargoedItem_KeepsItsTime() {
        var article = article("2026-12-24", embargo: "2026-12-24T05:00:00Z")
        FutureTimes.remove(from: &article, now: Self.now)
        #expect(article.published == NewsTime("2026-12-24"))
    }

    @Test func clockBeforeTheProgram_SaysNothing() {
        var article = article("2024-05-03")
        FutureTimes.remove(from: &article, now: 0)
        #expect(article.published == NewsTime("2024-05-03"))
    }
}
