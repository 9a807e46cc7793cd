import NewsModel
import ReadingTestSupport
import Testing

@testable import Formats

@Suite struct MarkdownReaderTests {
    @Test func frontMatter_GivesTheHead_AndTheRepeatedHeadingGoes() throws {
        let article = try readArticle(
            """
            ---
            title: "Gates: the inside story"
            authors:
              - name: Anna Smith
              - Bob O'Neil
            date: 2024-05-03T14:05:00+02:00
            tags: [floods, harbour]
            canonical_url: https://courier.example/2024/gates
            ---

            # Gates: the inside story

            The *gates* were **shut**.
            """, name: "gates.md")
        #expect(article.format == "markdown")
        #expect(article.headline == "Gates: the inside story")
        #expect(article.authors == ["Anna Smith", "Bob O'Neil"])
        #expect(article.published?.description == "2024-05-03T14:05:00+02:00")
        #expect(article.keywords == ["floods", "harbour"])
        #expect(article.url == "https://courier.example/2024/gates")
        #expect(article.body == "The gates were shut.")
    }

    @Test func blocks_ComeOutByKind() throws {
        let article = try readArticle(
            """
            Gates
            =====

            *By Anna Smith*

            First [line](https://a.example/x "t") with ![alt](pic.jpg) and `a*b`,
            wrapped.

            ## Costs ##

            1. one
            2. two

            > Quoted
            > words

            ```swift
            let x = 1
            ```

            | a | b |
            |---|---|
            | 1 | 2 |

            ***

            See [the map][map] & <b>snake_case_name</b> 2 * 3 * 4.

            [map]: https://map.example/
            """, name: "g.markdown")
        #expect(article.headline == "Gates")
        #expect(article.authors == ["Anna Smith"])
        #expect(
            article.paragraphs.map(\.kind) == [
                .paragraph, .heading, .listItem, .listItem, .blockQuotation, .preformatted, .table, .paragraph,
            ])
        #expect(article.paragraphTexts[0] == "First line with and a*b, wrapped.")
        #expect(article.paragraphTexts[1] == "Costs")
        #expect(article.paragraphTexts[4] == "Quoted words")
        #expect(article.paragraphTexts[5] == "let x = 1")
        #expect(article.paragraphTexts[6] == "a\tb\n1\t2")
        #expect(article.paragraphTexts[7] == "See the map & snake_case_name 2 * 3 * 4.")
        #expect(
            article.links == [
                Link(url: "https://a.example/x", text: "line"), Link(url: "https://map.example/", text: "the map"),
            ])
        #expect(article.leadImage?.url == "pic.jpg")
    }

    struct Inline: Sendable {
        var source: String
        var text: String
    }

    static let inlines: [Inline] = [
        Inline(source: "**bold _and_ more**", text: "bold and more"), Inline(source: "a * b * c", text: "a * b * c"),
        Inline(source: "\\*not\\*", text: "*not*"), Inline(source: "``a`b``", text: "a`b"),
        Inline(source: "[broken](", text: "[broken]("),
        Inline(source: "<https://a.example>", text: "https://a.example"), Inline(source: "x<br>y", text: "x y"),
        Inline(source: "&eacute;&#233;&#xE9;&nope;", text: "ééé&nope;"),
        Inline(source: "[a [b](u) c](v)", text: "[a b c](v)"), Inline(source: "~~gone~~", text: "gone"),
        Inline(source: "1 < 2 > 1", text: "1 < 2 > 1"),
    ]

    @Test(arguments: inlines) func marks_AreTakenOff(_ item: Inline) {
        let text = MarkdownInline.read(Array(item.source.utf8)[...], references: [:]).text
        #expect(String(decoding: text, as: UTF8.self) == item.text)
    }

    @Test func hostileMarkdown_IsLinear() throws {
        for piece in ["[", "*a ", "`", "<", "![", "](", "**_~~", "> ", "# ", "- "] {
            let article = try? readArticle(String(repeating: piece, count: 300_000) + " end", name: "h.md")
            #expect((article?.body.utf8.count ?? 0) <= 2_000_000, "\(piece)")
        }
    }

    @Test(arguments: [
        "{\n  \"title\": \"Quay closes\",\n  \"date\": \"2024-05-03\",\n  \"author\": \"Clara Hoff\"\n}\n\nThe quay is closed.\n",
        "Title: Quay closes\nDate: 2024-05-03\nAuthors: Clara Hoff\nSlug: quay\n\nThe quay is closed.\n",
        "---\ntitle: Quay closes\ndate: 2024-05-03\nauthor:\n  - \"[[People/Clara Hoff|Clara Hoff]]\"\n---\nThe quay is closed.\n",
    ]) func frontMatter_InEveryForm_IsTheHead(_ text: String) throws {
        let article = try readArticle(text, name: "a.md")
        #expect(article.headline == "Quay closes")
        #expect(article.authors == ["Clara Hoff"])
        #expect(article.published?.description == "2024-05-03")
        #expect(article.body == "The quay is closed.")
    }

    @Test func linksOfNotes_AreTheirWords_AndEmbeddedFilesNone() throws {
        let text =
            "# Quay\n\nSee [[Pier#Part|the pier]], [[Boats/Ferry]] and ![[map.png|300]] ==here==; a[[b and 1 == 2.\n"
        #expect(try readArticle(text, name: "a.md").body == "See the pier, Ferry and here; a[[b and 1 == 2.")
    }
}
