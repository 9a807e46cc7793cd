import Testing

@testable import Systemd

struct EscapeCase: Sendable, CustomTestStringConvertible {
    let text: String
    let shown: String
    var testDescription: String { shown }
}

@Suite struct PrintableTextTests {
    @Test(arguments: [
        EscapeCase(text: "plain – Łódź 東京", shown: "plain – Łódź 東京"),
        EscapeCase(text: "a\nMAINPID=1", shown: "a\\nMAINPID=1"),
        EscapeCase(text: "a\r\n\tb", shown: "a\\r\\n\\tb"),
        EscapeCase(text: "\u{1B}[31mred\u{7}", shown: "\\x1B[31mred\\x07"),
        EscapeCase(text: "nul\0del\u{7F}", shown: "nul\\x00del\\x7F"),
        EscapeCase(text: "csi\u{9B}2J next\u{85}line", shown: "csi\\u{9B}2J next\\u{85}line"),
        EscapeCase(text: "sep\u{2028}\u{2029}", shown: "sep\\u{2028}\\u{2029}"),
        EscapeCase(text: "over\u{202E}ride\u{2066}", shown: "over\\u{202E}ride\\u{2066}"),
        EscapeCase(text: "already \\xE9", shown: "already \\xE9"),
        EscapeCase(text: "می\u{200C}خواهم", shown: "می\u{200C}خواهم"),
    ])
    func escape_LeavesNothingThatActs(_ example: EscapeCase) {
        #expect(PrintableText.escape(example.text) == example.shown)
    }

    @Test func clip_KeepsWholeCharactersWithinTheLimit() {
        #expect(PrintableText.clip("abcdef", toBytes: 6) == "abcdef")
        #expect(PrintableText.clip("abcdefg", toBytes: 6) == "abc…")
        #expect(PrintableText.clip("ŁŁŁŁ", toBytes: 6) == "Ł…")
        #expect(PrintableText.clip("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", toBytes: 30) == "👩‍👩‍👧‍👦…")
    }
}
