import Testing

@testable import Web

/// The last days by their names.
@Suite struct LastDaysTests {
    @Test func `days have the names of their weekdays, also over the end of a year and of a February`() {
        #expect(
            LastDays.days(["2024-03-01", "2024-02-29", "2024-02-28", "2024-02-27"]).map(\.name) == [
                "Today", "Yesterday", "Wednesday 28", "Tuesday 27",
            ])
        #expect(
            LastDays.days(["2026-01-02", "2026-01-01", "2025-12-31", "2025-12-30"]).map(\.name).suffix(2) == [
                "Wednesday 31", "Tuesday 30",
            ])
    }

    @Test
    func
        `there are eight, so that the weekday of today is among those before it too, each a day before the one before`()
    {
        let days = LastDays.present()
        #expect(days.count == 8 && Set(days.map(\.date)).count == 8)
        #expect(days.map(\.date) == days.map(\.date).sorted(by: >))
    }
}
