import Testing

@testable import Presentation

struct WrappedTextTests {
    @Test(arguments: [
        ("plain", 5), ("naïve", 5), ("re\u{301}", 2), ("港の橋", 6), ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
        ("✅ done", 7),
        ("a\u{200B}b", 2), ("ｱ", 1), ("Ａ", 2), ("\u{1B}[1;33mbold\u{1B}[0m", 4), ("👍", 2), ("", 0),
    ])
    func width_CountsColumns(text: String, columns: Int) { #expect(DisplayWidth.of(text) == columns) }

    @Test func lines_AreBrokenAtSpaces_AndKeepTheirIndent() {
        #expect(
            WrappedText.text("  one two three four\nfive", width: 11) == "  one two\n  three\n  four\nfive")
        #expect(WrappedText.text("label  one two three", width: 14, indent: 7) == "label  one two\n       three")
        #expect(WrappedText.text("one two", width: nil) == "one two")
        #expect(WrappedText.text("a https://courier.example/long b", width: 10) == "a\nhttps://courier.example/long\nb")
        #expect(WrappedText.text("\u{1B}[1mone two\u{1B}[0m three", width: 8) == "\u{1B}[1mone two\u{1B}[0m\nthree")
        #expect(WrappedText.text("港の橋は開通。", width: 6) == "港の橋\nは開\n通。")
        // Narrower than the indentation: half of the window is for words.
        #expect(WrappedText.text("            one two", width: 12, indent: 12).contains("one\n      two"))
    }

    @Test func cut_IsByColumns() {
        #expect("港の橋は".cut(to: 6) == "港の…")
        #expect("short".cut(to: 5) == "short")
    }
}
