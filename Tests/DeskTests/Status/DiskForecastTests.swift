import Archive
import ArticleQuery
import Testing

@testable import Desk

@Suite struct DiskForecastTests {
    @Test func steadyGrowth_GivesTheDaysUntilTooLittleIsFree() {
        let forecast = DiskForecast(
            freeBytes: 1100 << 20, minimumFree: 100 << 20, grown: 700 << 20, milliseconds: 7 * 86_400_000)
        #expect(forecast.bytesPerDay == 100 << 20)
        #expect(forecast.daysLeft == 10)
    }

    @Test func lessThanAWeek_AndNoGrowth_GiveNoForecast() {
        let week: Int64 = 7 * 86_400_000
        #expect(DiskForecast(freeBytes: 1, minimumFree: 0, grown: 1, milliseconds: week - 1).daysLeft == nil)
        #expect(DiskForecast(freeBytes: 1, minimumFree: 0, grown: 1, milliseconds: week - 1).bytesPerDay == nil)
        #expect(DiskForecast(freeBytes: 1, minimumFree: 0, grown: 0, milliseconds: week).daysLeft == nil)
    }

    struct Silence: Sendable {
        var versions: Int
        var hoursBetween: Int64
        var hoursSince: Int64
        var isSilent: Bool
    }

    @Test(arguments: [
        Silence(versions: 30, hoursBetween: 1, hoursSince: 23, isSilent: false),
        Silence(versions: 30, hoursBetween: 1, hoursSince: 25, isSilent: true),
        Silence(versions: 6, hoursBetween: 24, hoursSince: 90, isSilent: false),
        Silence(versions: 6, hoursBetween: 24, hoursSince: 97, isSilent: true),
        Silence(versions: 4, hoursBetween: 1, hoursSince: 500, isSilent: false),
    ])
    func source_IsSilentAfterFourTimesItsUsualDistanceAndADay(_ test: Silence) {
        let hour: Int64 = 3_600_000
        let last = Int64(test.versions - 1) * test.hoursBetween * hour
        let source = SourceActivity(name: "x", versions: test.versions, first: 0, last: last)
        #expect((source.silence(at: last + test.hoursSince * hour) != nil) == test.isSilent)
    }
}
