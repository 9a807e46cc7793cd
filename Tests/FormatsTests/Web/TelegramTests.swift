import NewsModel
import Testing

@testable import Bytes
@testable import Formats

/// The history of a channel as Telegram exports it.
struct TelegramTests {
    @Test func history_IsItsMessages() throws {
        let reading = try readAll(Seeds.bytes("web/pier-channel.telegram.html"), name: "messages.html")
        #expect(reading.format == "telegram")
        #expect(reading.paths == ["message12", "message13"])
        #expect(reading.articles.map(\.authors) == [["Pier News"], ["Pier News"]])
        #expect(
            reading.articles.map { $0.published?.description } == [
                "2024-05-02T07:30:00+02:00", "2024-05-02T09:05:00+02:00",
            ])
        #expect(reading.articles.allSatisfy { !$0.body.contains("Exported") })
    }
}
