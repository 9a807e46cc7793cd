import NewsModel
import Testing

@testable import Bytes
@testable import Formats

/// Subtitles as text.
struct SubtitlesTests {
    @Test func webVTT_IsWhatIsSaidByWhom() throws {
        let reading = try readAll(Seeds.bytes("web/ferry-talk.vtt"), name: "ferry-talk.vtt")
        #expect(reading.format == "subtitles")
        #expect(
            reading.articles.map(\.body) == [
                """
                Clara Hoff: The night ferry will sail again from the first of May.

                Peter Anker: And who will pay for it?

                Clara Hoff: The towns on both banks, half and half.
                """
            ])
    }

    @Test func subRip_IsItsLines_WithTurnsApart() throws {
        let text =
            "1\r\n00:00:01,000 --> 00:00:02,000\r\nThe ferry sails\r\nat nine.\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n- Who says so?\r\n"
        let article = try readArticle(text, name: "talk.srt")
        #expect(article.body == "The ferry sails at nine.\n\n- Who says so?")
        #expect(article.format == "subtitles")
    }

    @Test(arguments: ["WEBVTT\n\nNOTE nothing\n", "1\n00:00:01,000 --> 00:00:02,000\n"])
    func subtitlesWithoutWords_AreRefused(_ text: String) throws {
        #expect(try Told(Array(text.utf8), name: "a.vtt").failure?.code == .noText)
    }

    @Test(arguments: ["1\nThe first of three parts follows.\n", "12\n\nIt is noon --> they leave.\n"])
    func numberedText_IsNoSubtitle(_ text: String) throws {
        #expect(try readArticle(text, name: "a.txt").format == "text")
    }
}
