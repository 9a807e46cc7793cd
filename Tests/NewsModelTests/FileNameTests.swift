import NewsModel
import Testing

@Suite struct FileNameTests {
    @Test func display_KeepsOrdinaryTextAsItIs() {
        #expect(FileName("Überblick – 日本.txt").display == "Überblick – 日本.txt")
    }

    @Test func display_EscapesBytesThatAreNotUTF8() {
        #expect(FileName(bytes: [0x61, 0xFF, 0xC3, 0x62]).display == "a\\xFF\\xC3b")
    }

    @Test func display_EscapesWhatCouldForgeALineOrActOnATerminal() {
        #expect(FileName("a\nb\u{1B}[31m\\").display == "a\\x0Ab\\x1B[31m\\x5C")
        #expect(FileName("a\u{202E}b\u{9B}").display == "a\\u{202E}b\\u{9B}")
    }

    @Test func lastComponent_IsWhatFollowsTheLastSlash() {
        #expect(FileName("a/b/c.txt").lastComponent == FileName("c.txt"))
        #expect(FileName("c.txt").lastComponent == FileName("c.txt"))
    }
}
