import Intake
import Testing

@Suite struct IgnoreRulesTests {
    @Test(arguments: [
        ".hidden", "a.part", "a.PARTIAL", "page.html.crdownload", "x.tmp", "x.download", "x.filepart", "notes.txt~",
        "~$letter.docx",
        ".~lock.a.odt#", "~syncthing~a.tmp", "._a", "Thumbs.db", "thumbs.DB", "desktop.ini", "@eaDir", ".stversions",
        "lost+found",
    ])
    func unfinishedAndForeignNames_AreIgnored(name: String) {
        #expect(IgnoreRules().ignores(Array(name.utf8)))
    }

    @Test(arguments: ["a.txt", "part.txt", "a.part.html", "tmp", "~a", "lost", "desktop.init", "a~b", ""])
    func ordinaryNames_AreNot(name: String) {
        #expect(!IgnoreRules().ignores(Array(name.utf8)))
    }

    @Test func ownPatterns_TakeThePlaceOfTheDefaults() {
        let rules = IgnoreRules(patterns: ["*.bak", "a?c"])
        #expect(rules.ignores(Array("x.bak".utf8)))
        #expect(rules.ignores(Array("abc".utf8)))
        #expect(!rules.ignores(Array("abbc".utf8)))
        #expect(!rules.ignores(Array("x.part".utf8)))
        #expect(!rules.ignores(Array(".hidden".utf8)))
    }

    @Test func manyStars_AreMatchedInBoundedTime() {
        let rules = IgnoreRules(patterns: [String(repeating: "*a", count: 60) + "b"])
        #expect(!rules.ignores([UInt8](repeating: UInt8(ascii: "a"), count: 255)))
    }
}
