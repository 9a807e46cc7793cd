import NewsModel
import ReadingTestSupport
import Testing

@Suite struct TextReaderTests {
    @Test func blogWithExcerpt_KeepsAllTextAndItsCredit_WhenEachLineIsAParagraph() throws {
        let lines = [
            "The handshake that the minister promised us two winters ago has finally turned into something real.",
            "As reported by Tamsin Okoro-Hale of The Vellmark Courier;",
            "Head of the Charts Bureau says the paper will create a ‘common map of trust’ between the two capitals,",
            "A senior official said on Thursday that the two governments would begin sharing soundings of the channel, training pilots "
                + "together and keeping one register of wrecks.",
        ]
        let article = try readArticle(lines.joined(separator: "\n") + "\n")
        #expect(article.format == "text")
        #expect(article.language == "en")
        #expect(article.headlineIsDerived)
        #expect(article.headline == String(lines[0].dropLast()))
        #expect(article.paragraphTexts == lines)
        #expect(article.credits.count == 1)
        #expect(article.creditLine == "Tamsin Okoro-Hale, The Vellmark Courier")
    }

    @Test func wireCopy_IsUnwrapped_WithHeadDatelineAndEndMark() throws {
        let article = try readArticle(
            """
            Vellmark closes flood gates for first time in eleven years

            By Ines Caldeira

            PORT SORREL, March 4, 2024 (Reuters) - Vellmark shut both flood gates of its
            outer harbour on Monday, the first closure in eleven years, as a storm from the
            north-west pushed the sea two metres above its usual mark and drove inter-
            national ferries back into port.

            Some 1,200 people in the low streets behind the fish market were told to move
            to higher ground.

            ###
            """)
        #expect(article.headline == "Vellmark closes flood gates for first time in eleven years")
        #expect(!article.headlineIsDerived)
        #expect(article.authors == ["Ines Caldeira"])
        #expect(article.dateline?.place == "PORT SORREL")
        #expect(article.published?.description == "2024-03-04")
        #expect(article.credits.first?.outlet == "Reuters")
        #expect(article.paragraphs.count == 2)
        #expect(article.body.contains("storm from the north-west pushed"))
        #expect(article.body.contains("drove international ferries"))
        #expect(!article.body.contains("###"))
    }

    @Test func labelledHeader_GivesItsFields() throws {
        let article = try readArticle(
            """
            Headline: Gates to open again
            By: Anna Smith and Bob O'Neil
            Date: 3 May 2024, 14:05
            Source: The Vellmark Courier
            URL: https://courier.example/2024/gates
            Keywords: floods, harbour

            The gates will open again at the first low water, the authority said.
            """)
        #expect(article.headline == "Gates to open again")
        #expect(article.authors == ["Anna Smith", "Bob O'Neil"])
        #expect(article.published?.description == "2024-05-03T14:05:00")
        #expect(article.outlet == "The Vellmark Courier")
        #expect(article.url == "https://courier.example/2024/gates")
        #expect(article.keywords == ["floods", "harbour"])
        #expect(article.body == "The gates will open again at the first low water, the authority said.")
    }

    @Test func pressRelease_LosesItsLetterhead() throws {
        let article = try readArticle(
            "FOR IMMEDIATE RELEASE\n\nPlumb Line opens its archive\n\n3 May 2024\n\nThe bureau opened its archive today, all of it.\n\n-ENDS-\n\nContact: the press office\n"
        )
        #expect(article.headline == "Plumb Line opens its archive")
        #expect(article.published?.description == "2024-05-03")
        #expect(
            article.paragraphTexts == ["The bureau opened its archive today, all of it.", "Contact: the press office"])
    }

    @Test func openingParagraph_IsNoHeadline() throws {
        let article = try readArticle(
            "The gates were shut on Monday.\n\nThey will open on Tuesday, the authority said.\n")
        #expect(article.headlineIsDerived)
        #expect(article.headline == "The gates were shut on Monday")
        #expect(article.paragraphs.count == 2)
    }

    @Test func salutation_IsPassedOver_AndALongSentenceIsCutAtAWord() throws {
        let article = try readArticle(
            "Dear friends,\n\nIt is with more regret than I can put into one letter that the committee of the harbour swimmers has to tell "
                + "its members of the closing of the pool.\n")
        #expect(article.headline?.hasSuffix("…") == true)
        #expect((article.headline?.unicodeScalars.count ?? 999) <= 100)
        #expect(article.headline?.hasPrefix("It is with more regret") == true)
    }

    @Test func lists_AndSubheadings_AreTold() throws {
        let article = try readArticle(
            "A headline without a stop\n\nThe first paragraph is long enough to be one, surely.\n\nWhat it costs\n\n- one mark\n- two marks\n\nThe end of it "
                + "is a paragraph as well.\n")
        #expect(article.paragraphs.map(\.kind) == [.paragraph, .heading, .listItem, .listItem, .paragraph])
        #expect(article.paragraphTexts[2] == "one mark")
    }

    @Test func wrappedChinese_IsJoinedWithoutSpaces() throws {
        let line = String(repeating: "海港管理局表示将在退潮时重新打开闸门货物先于旅客", count: 2)
        let article = try readArticle((1...6).map { _ in line }.joined(separator: "\n") + "。\n")
        #expect(article.paragraphs.count == 1)
        #expect(!article.body.contains(" "))
    }

    @Test func hostileText_IsReadInBoundedForm() throws {
        let oneLine = try readArticle([UInt8](repeating: UInt8(ascii: "a"), count: 10_000_000))
        #expect(oneLine.paragraphs.count == 1)
        let blank = try readArticle(
            Array("Start of it.\n".utf8) + [UInt8](repeating: 0x0A, count: 100_000) + Array("End of it.\n".utf8))
        #expect(blank.paragraphs.count == 2)
        let stray = try readArticle(Array(String(repeating: "word ", count: 200).utf8) + [0] + Array(" end".utf8))
        #expect(!stray.body.unicodeScalars.contains("\u{0}"))
        #expect(code { _ = try readArticle(Array(String(repeating: "a\n\n", count: 300_000).utf8)) } == .limitExceeded)
    }

    @Test(arguments: [
        "Quay closes\nThe Mole Courier · 3 May 2024 · A3 · CLARA HOFF\n\nThe quay of Grauhafen is closed until Friday, a clerk said.",
        "Quay closes\n\nThe Mole Courier\n3 May 2024\nBy Clara Hoff\n\nThe quay of Grauhafen is closed until Friday, a clerk said.",
        "The Mole Courier\nMay 3, 2024 Friday\n\nQuay closes\n\nBYLINE: Clara Hoff\n\nLENGTH: 11 words\n\nThe quay of Grauhafen is closed until Friday, a clerk said.",
    ]) func linesThatNameThePaper_AreNoNames(_ text: String) throws {
        let article = try readArticle(text)
        #expect(article.headline == "Quay closes")
        #expect(article.outlet == "The Mole Courier")
        #expect(article.authors == ["Clara Hoff"])
        #expect(article.published?.description == "2024-05-03")
        #expect(article.body == "The quay of Grauhafen is closed until Friday, a clerk said.")
    }
}
