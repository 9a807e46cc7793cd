import Testing

@testable import Analysis

/// Which paragraphs a site puts around its articles.
@Suite struct SiteBoilerplateTests {
    private static let foot = "Our reporters can be reached by post at the old customs house."

    private static func article(_ number: Int, foot: String = foot) -> String {
        Prose.text(number, sentences: 3) + "\n\n" + Prose.text(number + 100, sentences: 2) + "\n\n" + foot
    }

    @Test func paragraphUnderThreeBeginnings_IsANotice() {
        var notices = SiteBoilerplate()
        #expect(notices.notices(in: Self.article(1), site: 1).isEmpty)
        #expect(notices.notices(in: Self.article(2), site: 1).isEmpty)
        let third = Self.article(3)
        let found = notices.notices(in: third, site: 1)
        #expect(found == [(third.utf8.count - Self.foot.utf8.count)..<third.utf8.count])
    }

    @Test func paragraphsOfCopies_AreNone() {
        var notices = SiteBoilerplate()
        for _ in 0..<10 { #expect(notices.notices(in: Self.article(1), site: 1).isEmpty) }
    }

    @Test func otherSites_AreOtherMemories() {
        var notices = SiteBoilerplate()
        for site in 1...10 { #expect(notices.notices(in: Self.article(site), site: Int64(site)).isEmpty) }
    }
}
