import NewsModel
import Testing

@testable import Bytes
@testable import Formats

/// Articles of journals in JATS.
struct JATSTests {
    @Test func article_HasWhatItsFrontSays() throws {
        let article = try readArticle(Seeds.bytes("documents/mill-race.jats.xml"), name: "mill-race.jats.xml")
        #expect(article.format == "jats")
        #expect(article.headline == "Mill race runs dry for a week")
        #expect(article.authors == ["Clara Lind", "Peter Anker"])
        #expect(article.outlet == "Letters of the Weir")
        #expect(article.published?.description == "2024-03-14")
        #expect(article.section == "Rivers")
        #expect(article.keywords == ["mills", "water rights"])
        #expect(article.paragraphs.map(\.kind) == [.heading, .paragraph, .paragraph, .heading, .paragraph])
        #expect(article.body.hasPrefix("The gate\n\nThe gate of the upper mill"))
    }

    @Test func articleThatEndsInTheMiddle_EndsInOrder() throws {
        let bytes = try Seeds.bytes("documents/mill-race.jats.xml")
        for count in stride(from: 0, to: bytes.count, by: 53) {
            _ = try Told(Array(bytes.prefix(count)), name: "a.xml")
        }
    }
}
