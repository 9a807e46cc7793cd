import NewsModel
import Testing

@testable import Bytes
@testable import NewsText

@Suite struct TextFormTests {
    @Test func text_IsComposedAndFolded() {
        #expect(TextNormalizer.normalized("  e\u{301}te\u{301}\u{A0}\t x\u{0}\u{7}\u{AD}y\u{200B}z \n") == "été xyz")
        #expect(TextNormalizer.normalized("\u{1112}\u{1161}\u{11AB}\u{202E}!") == "한!")
        #expect(TextNormalizer.normalized("می\u{200C}خواهم") == "می\u{200C}خواهم")
    }

    @Test func lines_AreKept_WhenAsked() {
        #expect(TextNormalizer.normalized("a  b \r\n\n  c\n", .lines) == "a  b\n\n  c")
    }

    @Test func body_HasParagraphsApart_WithRangesInCodePoints() {
        var builder = BodyBuilder()
        builder.append(.paragraph, "Gru\u{308}n 👋")
        builder.append(.heading, " \u{0} ")
        builder.append(.preformatted, "x\n y")
        let (body, paragraphs) = builder.finish()
        #expect(body == "Grün 👋\n\nx\n y")
        #expect(paragraphs.map(\.kind) == [.paragraph, .preformatted])
        #expect(paragraphs.map(\.range) == [CodePointRange(start: 0, end: 6), CodePointRange(start: 8, end: 12)])
    }

    @Test(arguments: [
        ("", 0), ("one", 1), ("don't well-known 1,000 words", 4), ("a — b", 2), ("Привет, мир", 2), ("日本語の本", 3),
        ("北京", 1),
        ("ภาษาไทย", 3), ("안녕 세계", 2), ("U.S. and 漢字 mixed", 4), ("👋 🌍", 0),
    ]) func words_AreCounted(_ text: String, _ count: Int) {
        #expect(WordCount.count(text.utf8) == count)
        #expect(WordCount.count(Array(text.utf8)) == count)
    }

    @Test(
        arguments: [
            ("The harbour authority said that it would open the gates again at low water.", nil, "en"),
            ("שער הנמל ייפתח שוב בשעת השפל, כך מסרה רשות הנמלים ביום שני בבוקר.", nil, "he"),
            ("海港管理局表示，将在退潮时重新打开闸门，货物将先于旅客通行。", "zh-Hant", "zh"), ("", "de-AT", "de"), ("123 456", nil, nil),
        ] as [(String, String?, String?)]) func language_IsGuessed(_ text: String, _ declared: String?, _ code: String?)
    {
        #expect(LanguageGuesser.guess(text, declared: declared) == code)
    }
}
