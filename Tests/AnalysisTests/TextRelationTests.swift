import Testing

@testable import Analysis

/// How texts stand to each other.
@Suite struct TextRelationTests {
    private static func relation(_ first: String, _ second: String) -> TextRelation? {
        let texts = [ShingledText(first), ShingledText(second)]
        var frequencies = WordFrequencies()
        for number in 0..<40 { frequencies.count(ShingledText(Prose.text(number + 500))) }
        for text in texts { frequencies.count(text) }
        return TextRelation(TextComparison(texts[0], texts[1], frequencies: frequencies))
    }

    struct Pair: CustomTestStringConvertible {
        var name: String
        var first: String
        var second: String
        var kind: TextRelation.Kind?
        var testDescription: String { name }
    }

    private static let story = Prose.text(1, sentences: 14)
    private static let pairs = [
        Pair(name: "the same text", first: story, second: story, kind: .copy),
        Pair(
            name: "another headline and credit", first: "Breaking news from the coast\n\nBy Ina Holt\n\n" + story,
            second: story, kind: .copy),
        Pair(name: "only the first half", first: Prose.text(1, sentences: 7), second: story, kind: .copy),
        Pair(name: "in capitals", first: story.uppercased(), second: story, kind: .copy),
        Pair(
            name: "a third of the sentences replaced",
            first: Prose.text(1, sentences: 4) + " " + Prose.text(2, sentences: 4) + " "
                + Prose.text(1, sentences: 6, from: 8),
            second: story, kind: .update),
        Pair(
            name: "a passage inside another's own words",
            first: Prose.text(3, sentences: 5) + " " + Prose.text(1, sentences: 4, from: 5) + " "
                + Prose.text(4, sentences: 3),
            second: story, kind: .excerpt),
        Pair(
            name: "a short notice inside a long round-up", first: Prose.text(1, sentences: 3),
            second: Prose.text(5, sentences: 10) + " " + Prose.text(1, sentences: 3) + " "
                + Prose.text(6, sentences: 10),
            kind: .excerpt),
        Pair(name: "words of their own", first: Prose.text(7), second: Prose.text(8), kind: nil),
        Pair(
            name: "one sentence in common", first: Prose.text(9) + " " + Prose.sentence(1, 3), second: story, kind: nil),
    ]

    @Test(arguments: pairs) func relation_IsTold_WhicheverComesFirst(_ pair: Pair) {
        #expect(Self.relation(pair.first, pair.second)?.kind == pair.kind)
        #expect(Self.relation(pair.second, pair.first)?.kind == pair.kind)
    }

    @Test func passage_IsLocated_InBothTexts() throws {
        let own = Prose.text(3, sentences: 5)
        let passage = Prose.text(1, sentences: 4, from: 5)
        let first = own + " " + passage + " " + Prose.text(4, sentences: 3)
        let found = try #require(Self.relation(first, Self.story))
        #expect(found.comparison.firstRange.lowerBound >= own.utf8.count - 20)
        #expect(abs(found.comparison.firstRange.count - passage.utf8.count) <= 20)
        #expect(abs(found.comparison.secondRange.count - passage.utf8.count) <= 20)
    }

    @Test func scriptsWithoutSpaces_AreCompared() {
        let text = "港区の新しい橋が月曜日の朝に開通し市長が雨の中で式典を行った総工費は四千万で完成まで十一年を要したという市民は最初の電車が川を渡るのを見守った"
        let other = "図書館の改修工事は来年の春まで続く見通しで館長は利用者に理解を求めた閲覧室は仮設の建物に移され貸し出しは週三日に限られると説明している"
        #expect(Self.relation("速報 " + text + " 共同", text)?.kind == .copy)
        #expect(Self.relation(other, text) == nil)
    }

    @Test func foot_OfOneSite_IsToldFromAPassage() {
        let foot = "\n\n" + Prose.text(20, sentences: 6)
        let texts = [
            ShingledText(Prose.text(21, sentences: 3) + foot), ShingledText(Prose.text(22, sentences: 3) + foot),
        ]
        let frequencies = WordFrequencies()
        #expect(TextComparison(texts[0], texts[1], frequencies: frequencies).isCommonEnd(texts[0], texts[1]))
        let same = TextComparison(texts[0], texts[0], frequencies: frequencies)
        #expect(!same.isCommonEnd(texts[0], texts[0]))
    }

    @Test func shortTexts_AreNotCompared() {
        #expect(!ShingledText("Share prices fell on Monday.").isComparable)
        #expect(!ShingledText("").isComparable)
        #expect(ShingledText(Self.story).isComparable)
    }

    @Test func longText_IsLookedAtUpToTheLimit() {
        let text = ShingledText(String(repeating: "word after word ", count: 400_000))
        #expect(text.shingles.count < Tokenizer.mostTokens)
    }
}
