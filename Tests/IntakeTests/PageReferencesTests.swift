import Foundation
import LinuxSystem
import NewsModel
import Testing

@testable import Intake

/// What a saved page embeds, and what of its folder goes with it.
@Suite struct PageReferencesTests {
    private static func path(_ text: String) -> [[UInt8]] {
        text.split(separator: "/").map { Array($0.utf8) }
    }

    @Test(arguments: [
        #"<img src="case_files/a.html">"#, "<IFRAME\nSRC=./case_files/a.html>",
        "<frame src = 'case_files/a.html?x#y'/>",
        #"<img srcset="b.png 1x, case_files/a.html 2x">"#, #"<object data="file:///C:/Temp/case_files/a.html">"#,
        #"<link href="case_files/a%2ehtml">"#, #"<link rel="shortcut ICON" href="case_files/a.html">"#,
        #"<link rel=stylesheet href=case_files/a.html>"#, #"<!-- "> --><embed src="x/../case_files/a.html">"#,
        "<script>if (a < b) {}</script><img src=case_files/a.html", #"<a><img alt=">" src="case_files/a.html"></a>"#,
    ])
    func whatIsEmbedded_IsFound(page: String) {
        #expect(PageReferences(page: Array(page.utf8)).contain(Self.path("case_files/a.html")))
    }

    @Test(arguments: [
        #"<link rel="next" href="case_files/a.html">"#, #"<link rel="alternate" href="case_files/a.html">"#,
        #"<a href="case_files/a.html">"#, #"<area href="case_files/a.html">"#, "case_files/a.html",
        "<p>case_files/a.html",
        #"<!-- <img src="case_files/a.html"> -->"#, "<script>var x = '<img src=case_files/a.html>'</script>",
        #"<img src="other_files/a.html">"#, #"<img src="a.html">"#, #"<img src="case_files/a.htm">"#, "<", "<img src=",
        "<img src='",
    ])
    func whatIsNotEmbedded_IsNot(page: String) {
        #expect(!PageReferences(page: Array(page.utf8)).contain(Self.path("case_files/a.html")))
    }

    @Test func addressesOfAFrame_CountFromItsOwnPlace() {
        let references = PageReferences(page: Array(#"<img src="../b.html"><img src=c.html>"#.utf8))
        #expect(references.contain(Self.path("case_files/b.html"), base: Self.path("case_files/deep")))
        #expect(references.contain(Self.path("case_files/deep/c.html"), base: Self.path("case_files/deep")))
        #expect(!references.contain(Self.path("case_files/c.html"), base: Self.path("case_files/deep")))
    }

    @Test(arguments: [
        ("a.txt", "The ferry", true), ("a.html", "<html><body>The ferry came back on Monday", true),
        ("a.html", "<html><body>Advertisement</body></html>", false), ("a.xml", "<nitf><body/></nitf>", true),
        ("a.json", "{}", true), ("a.CSS", "The ferry came back on Monday", false),
        ("picture", "GIF89a\u{1}\0\u{1}\0", false), ("a.txt", "BMW recalls ten thousand cars.", true),
        ("b.txt", "RIFF raff ran the town.", true), ("c.txt", "GIF89a is a format of pictures.", true),
        ("a.html", "<html><body><h1>港のニュース</h1><p>渡し船は月曜日の朝に九年ぶりに島へ戻った。</p></body></html>", true),
        ("a.html", "<html><script type='application/ld+json'>{\"articleBody\":\"x\"}</script></html>", true),
        ("a.html", " \n", false), ("a.part", "The ferry came back on Monday", false),
        ("a.html", "<html><script>one two three four five six</script></html>", false),
    ])
    func whatCannotBeAnArticle_IsAPart(name: String, text: String, isArticle: Bool) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("content-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: path) }
        try Data(text.utf8).write(to: path.appendingPathComponent(name))
        let content = CompanionContent(
            name: Array("case_files".utf8), folder: try Descriptor.directory(path: path.path), page: { nil },
            rules: IgnoreRules())
        #expect(content.articles(among: [Array(name.utf8)]).count == (isArticle ? 1 : 0))
    }
}

/// Folders of saved pages in a watched inbox.
@Suite struct CompanionOrphanTests {
    /// A hundred seconds pass in one.
    private struct HurriedClock: Clock {
        let begin = SystemClock().monotonicNanoseconds

        private var ahead: UInt64 { (SystemClock().monotonicNanoseconds - begin) * 99 }
        var monotonicNanoseconds: UInt64 { SystemClock().monotonicNanoseconds + ahead }
        var wallMilliseconds: Int64 { SystemClock().wallMilliseconds + Int64(ahead / 1_000_000) }
    }

    /// Everything came a hundred seconds ago.
    private struct LaterClock: Clock {
        var monotonicNanoseconds: UInt64 { SystemClock().monotonicNanoseconds }
        var wallMilliseconds: Int64 { SystemClock().wallMilliseconds + 100_000 }
    }

    private static func makeFolder(in inbox: URL) throws {
        let folder = inbox.appendingPathComponent("case_files")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("The ferry came back on Monday.".utf8).write(to: folder.appendingPathComponent("ferry.txt"))
    }

    /// What another run waited for already is not waited for again.
    @Test func folderThatHasStoodForLongWithoutItsPage_HasItsArticlesReadAtOnce() throws {
        let harness = try IntakeHarness(take: .move, clock: LaterClock(), prepare: Self.makeFolder)
        harness.start()
        #expect(harness.settled(files: 1))
        #expect(harness.paths == ["case_files/ferry.txt"])
    }

    @Test func folderThatCameJustNowWithoutItsPage_Waits_AndHoldsUpNobody() throws {
        let harness = try IntakeHarness(take: .move, prepare: Self.makeFolder)
        harness.start()
        #expect(harness.settled(files: 0))
        #expect(harness.files == [])
        let status = harness.intake.status()
        #expect(status.known == 1)
        #expect(status.waiting.map(\.path) == [FileName("case_files")])
    }

    @Test func folderWhosePageDoesNotCome_HasItsArticlesRead_AndKeepsTheRest() throws {
        let harness = try IntakeHarness(take: .move, clock: HurriedClock()) { inbox in
            let folder = inbox.appendingPathComponent("case_files")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data("The ferry came back on Monday.".utf8).write(to: folder.appendingPathComponent("ferry.txt"))
            try Data("GIF89a".utf8).write(to: folder.appendingPathComponent("picture.gif"))
        }
        harness.start()
        #expect(harness.taken(1))
        #expect(harness.paths == ["case_files/ferry.txt"])
        let isReported = harness.events.contains { event in
            if case .companionWithoutPage = event { true } else { false }
        }
        #expect(isReported)
        #expect(FileManager.default.fileExists(atPath: harness.inbox.path + "/case_files/picture.gif"))
    }
}
