import NewsModel
import Testing

@Suite struct NewsTimeTests {
    struct Reading: Sendable {
        let text: String
        let shown: String?
    }

    @Test(arguments: [
        Reading(text: "2024-05-03", shown: "2024-05-03"),
        Reading(text: "20240503", shown: "2024-05-03"),
        Reading(text: "2024-05-03T14:05:00", shown: "2024-05-03T14:05:00"),
        Reading(text: "2024-05-03 14:05", shown: "2024-05-03T14:05:00"),
        Reading(text: "2024-05-03T14:05:00.123+02:00", shown: "2024-05-03T14:05:00+02:00"),
        Reading(text: "20240503T140500-0330", shown: "2024-05-03T14:05:00-03:30"),
        Reading(text: "2024-05-03T14:05:00z", shown: "2024-05-03T14:05:00Z"),
        Reading(text: "2024-02-30", shown: nil),
        Reading(text: "2023-02-29", shown: nil),
        Reading(text: "2024-05-03T25:00:00", shown: nil),
        Reading(text: "2024-05-03T14:05:00 CET", shown: nil),
        Reading(text: "2024-5-3", shown: nil),
        Reading(text: "", shown: nil),
    ])
    func iso8601_IsReadAsPreciselyAsItWasGiven(reading: Reading) {
        #expect(NewsTime(reading.text)?.description == reading.shown)
    }

    @Test func instant_TakesTheOffsetIntoAccount() throws {
        #expect(try #require(NewsTime("1970-01-01T01:00:00+01:00")).instantMilliseconds == 0)
        #expect(try #require(NewsTime("2024-02-29")).instantMilliseconds == 1_709_164_800_000)
        #expect(try #require(NewsTime("1969-12-31T23:59:59Z")).instantMilliseconds == -1000)
    }
}
