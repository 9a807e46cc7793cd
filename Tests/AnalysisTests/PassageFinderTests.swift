import NewsModel
import Testing

@testable import Analysis

/// Whose words a stretch of a body is.
@Suite struct PassageFinderTests {
    /// An article of paragraphs; a paragraph that begins with `>` is a block quotation.
    private static func article(_ paragraphs: [String], credits: [(paragraph: Int, credit: Credit)] = []) -> Article {
        var body = ""
        var places: [Paragraph] = []
        for (number, text) in paragraphs.enumerated() {
            if number > 0 { body += "\n\n" }
            let isQuoted = text.hasPrefix("> ")
            let text = isQuoted ? String(text.dropFirst(2)) : text
            let start = body.unicodeScalars.count
            body += text
            places.append(
                Paragraph(
                    kind: isQuoted ? .blockQuotation : .paragraph,
                    range: CodePointRange(start: start, end: body.unicodeScalars.count)))
        }
        var article = Article(format: "text", body: body, paragraphs: places)
        article.credits = credits.map { place, credit in
            var credit = credit
            // As the finder of credits gives it: without the sign that ends the paragraph.
            credit.range = CodePointRange(start: places[place].range.start, end: places[place].range.end - 1)
            return credit
        }
        return article
    }

    private static func passages(_ article: Article) -> [String] {
        PassageFinder.annotations(of: article).map { annotation in
            let scalars = Array(article.body.unicodeScalars)
            let range = annotation.range ?? CodePointRange(start: 0, end: 0)
            let text = String(String.UnicodeScalarView(scalars[range.start..<range.end]))
            return annotation.kind + ": " + text.split(separator: "\n\n").map { $0.prefix(6) }.joined(separator: "/")
        }
    }

    private static let credit = Credit(kind: .source, person: "Ina Holt", outlet: "The Bay Courier")

    @Test func excerpt_GoesFromItsCredit_ToTheEnd() throws {
        let article = Self.article(
            [
                "Mine is the first word.", "Für mich – naturally.", "As reported by Ina Holt of The Bay Courier;",
                "Theirs one.", "Theirs two.",
            ],
            credits: [(2, Self.credit)])
        #expect(Self.passages(article) == ["own_words: Mine i/Für mi/As rep", "excerpt: Theirs/Theirs"])
        let excerpt = try #require(PassageFinder.annotations(of: article).last)
        #expect(excerpt.values["person"] == "Ina Holt" && excerpt.values["outlet"] == "The Bay Courier")
        #expect(excerpt.values["credit_start"] == article.credits[0].range.map { String($0.start) })
    }

    @Test func blockQuotations_EndTheExcerpt() {
        let article = Self.article(
            ["Mine.", "As Ina Holt of The Bay Courier writes:", "> Theirs one.", "> Theirs two.", "Mine again."],
            credits: [(1, Self.credit)])
        #expect(Self.passages(article) == ["own_words: Mine./As Ina", "excerpt: Theirs/Theirs", "own_words: Mine a"])
    }

    @Test func notices_AreBoilerplate_AlsoInsideAnExcerpt() {
        let article = Self.article(
            ["Source: The Bay Courier:", "Theirs.", "Sign up for our newsletter.", "All rights reserved."],
            credits: [(0, Self.credit)])
        #expect(Self.passages(article) == ["own_words: Source", "excerpt: Theirs", "boilerplate: Sign u/All ri"])
    }

    @Test func articleOfItsAuthorAlone_HasNoPassages() {
        #expect(PassageFinder.annotations(of: Self.article(["One.", "Two."])).isEmpty)
        #expect(PassageFinder.annotations(of: Self.article([])).isEmpty)
    }

    @Test func creditAtTheFoot_IntroducesNothing() {
        let article = Self.article(["One.", "Two.", "Source: The Bay Courier."], credits: [(2, Self.credit)])
        #expect(Self.passages(article).isEmpty)
    }
}
