import NewsModel
import Testing

@testable import Export

@Suite struct MarkdownWriterTests {
    /// A paragraph, and the lines it is written as.
    struct Block: Sendable, CustomTestStringConvertible {
        var kind: Paragraph.Kind
        var text: String
        var written: String
        var testDescription: String { text }
    }

    @Test(arguments: [
        Block(kind: .paragraph, text: "Plain text & more.", written: "Plain text & more."),
        Block(kind: .paragraph, text: "# no heading", written: "\\# no heading"),
        Block(kind: .paragraph, text: "1984. A year", written: "1984\\. A year"),
        Block(kind: .paragraph, text: "- dash", written: "\\- dash"),
        Block(kind: .paragraph, text: "> quoted", written: "\\> quoted"),
        Block(kind: .paragraph, text: "---", written: "\\---"),
        Block(
            kind: .paragraph, text: "a *b* _c_ snake_case `d` [e](f)",
            written: "a \\*b\\* \\_c\\_ snake_case \\`d\\` \\[e\\](f)"),
        Block(kind: .paragraph, text: "<b>5 < 6</b>", written: "\\<b>5 < 6\\</b>"),
        Block(kind: .paragraph, text: "AT&T &amp; &#65;", written: "AT&T \\&amp; \\&#65;"),
        Block(kind: .heading, text: "The C# way #", written: "## The C# way \\#"),
        Block(kind: .blockQuotation, text: "He said so.", written: "> He said so."),
        Block(kind: .caption, text: "The bridge", written: "*The bridge*"),
        Block(kind: .preformatted, text: "a\n```\nb", written: "````\na\n```\nb\n````"),
        Block(kind: .table, text: "a|b\tc\nd\te", written: "| a\\|b | c |\n| --- | --- |\n| d | e |"),
    ])
    func paragraph_IsWrittenAsTheBlockItIs(_ block: Block) {
        let text = Fixture.written(MarkdownWriter(), Fixture.article([(block.kind, block.text)]))
        #expect(text.hasSuffix("---\n\n\(block.written)\n"), "\(text)")
    }

    @Test func itemsOfAList_StandTogether() {
        let text = Fixture.written(MarkdownWriter(), Fixture.bridge)
        #expect(
            text.hasSuffix(
                "The bridge opened in the rain.\n\n## Eleven years\n\n- forty million\n- two resignations\n"))
    }

    @Test func frontMatter_HasOneLineForEachFact_WhateverIsInIt() {
        var article = Fixture.bridge
        article.headline = "A \"quoted\" \\ headline:\n---\ntitle: forged"
        let lines = Fixture.written(MarkdownWriter(), article).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "---")
        #expect(lines[1] == #"title: "A \"quoted\" \\ headline:\n---\ntitle: forged""#)
        #expect(lines.prefix(30).filter { $0 == "---" }.count == 2)
        #expect(lines.contains("  - \"Anna van Dyke\"") && lines.contains("lang: \"en\""))
    }
}

@Suite struct ArticleFileNameTests {
    /// A headline, and the name of the file.
    struct Name: Sendable, CustomTestStringConvertible {
        var headline: String?
        var words: String
        var testDescription: String { headline ?? "none" }
    }

    @Test(arguments: [
        Name(headline: "Harbour bridge opens", words: "harbour-bridge-opens-"),
        Name(headline: "../../etc/passwd", words: "etc-passwd-"),
        Name(headline: "/absolute\\path\u{0}", words: "absolute-path-"),
        Name(headline: "..", words: ""), Name(headline: nil, words: ""),
        Name(headline: "Zażółć gęślą jaźń", words: "zażółć-gęślą-jaźń-"),
        Name(headline: "東京で地震", words: "東京で地震-"),
        Name(headline: "CON", words: "con-"),
        Name(headline: "a\u{202E}fdp.exe\u{200B}", words: "a-fdp-exe-"),
    ])
    func headline_CannotLeaveItsFolder(_ name: Name) {
        var article = Fixture.bridge
        article.headline = name.headline
        let path = ArticleFileName.path(for: Fixture.item(article), isOneOfVersions: false, ending: "md")
        #expect(path == "2024/05/2024-05-03-\(name.words)\(Fixture.id).md")
    }

    @Test func longHeadline_IsCutBetweenCodePoints() {
        let words = ArticleFileName.words(of: String(repeating: "日本", count: 100))
        #expect(words.utf8.count <= ArticleFileName.headlineBytes && words.utf8.count > 70)
        #expect(!words.unicodeScalars.contains("\u{FFFD}"))
    }

    @Test func versionsOfOneArticle_HaveNamesOfTheirOwn_AndUndatedOnesAFolder() {
        var article = Fixture.bridge
        article.published = nil
        let path = ArticleFileName.path(for: Fixture.item(article), isOneOfVersions: true, ending: "json")
        #expect(path == "undated/harbour-bridge-opens-\(Fixture.id)-v2.json")
    }
}
