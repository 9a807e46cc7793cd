import Testing

@testable import Analysis

/// Which texts a new one is compared with.
@Suite struct CandidateTests {
    private static func index(_ texts: [String]) -> SketchIndex {
        var index = SketchIndex()
        for (number, text) in texts.enumerated() { index.insert(UInt32(number), keys: ShingledText(text).storedKeys) }
        return index
    }

    private static func candidates(of text: String, in index: SketchIndex) -> [UInt32] {
        var scores = CandidateScores()
        for key in ShingledText(text).queryKeys { scores.add(index.texts(under: key)) }
        return scores.best
    }

    @Test func copyAmongOthers_ComesFirst() {
        let index = Self.index((0..<300).map { Prose.text($0, sentences: 40) })
        #expect(Self.candidates(of: Prose.text(123, sentences: 40), in: index).first == 123)
        #expect(Self.candidates(of: "By Ina Holt " + Prose.text(77, sentences: 25), in: index).first == 77)
    }

    @Test func shortExcerpt_IsFoundInALongText_AndTheOtherWayRound() {
        let long = Prose.text(5, sentences: 120)
        let excerpt = Prose.text(900, sentences: 4) + " " + Prose.text(5, sentences: 5, from: 60)
        #expect(Self.candidates(of: excerpt, in: Self.index([Prose.text(1), long])).contains(1))
        #expect(Self.candidates(of: long, in: Self.index([Prose.text(1), excerpt])).contains(1))
    }

    /// A rare phrase in common is no reason to read a text, except where no more of it could be in the samples.
    @Test func oneKeyInCommon_IsEnoughForTextsOfUnlikeLengthsOnly() {
        let text = ShingledText(Prose.text(3, sentences: 80))
        #expect(!text.mayShareEnough(keys: 1, withTextOf: text.wordCount))
        #expect(text.mayShareEnough(keys: 12, withTextOf: text.wordCount))
        #expect(text.mayShareEnough(keys: 1, withTextOf: text.wordCount * 20))
        #expect(text.mayShareEnough(keys: 1, withTextOf: 60))
        #expect(ShingledText(Prose.text(3, sentences: 2)).mayShareEnough(keys: 1, withTextOf: 900))
        // Characters are not words.
        let unspaced = ShingledText(String(repeating: "港口的桥周一开放记者说明天", count: 90))
        #expect(unspaced.mayShareEnough(keys: 1, withTextOf: 900))
    }

    @Test func copiesAndExcerptsOfAllLengths_HaveKeysEnough() {
        for sentences in [4, 12, 40, 120, 400] {
            for share in [0.5, 1] {
                let whole = Prose.text(11, sentences: sentences)
                let part =
                    Prose.text(12, sentences: Int(Double(sentences) * (1 - share))) + " "
                    + Prose.text(11, sentences: max(1, Int(Double(sentences) * share)))
                for (new, old) in [(whole, part), (part, whole), (Prose.text(13, sentences: 200) + whole, part)] {
                    let (new, old) = (ShingledText(new), ShingledText(old))
                    let keys = Set(new.queryKeys).intersection(old.storedKeys).count
                    #expect(new.mayShareEnough(keys: keys, withTextOf: old.wordCount), "\(sentences) \(share) \(keys)")
                }
            }
        }
    }

    @Test func keyOfManyTexts_CountsLittle() {
        var scores = CandidateScores()
        scores.add(Array(0..<64))
        #expect(scores.best.isEmpty)
        scores.add([7])
        #expect(scores.best == [7])
    }

    @Test func keyOfAllTexts_TellsTheLatestOnly() {
        var index = SketchIndex()
        for number in 0..<1_000 { index.insert(UInt32(number), keys: [42]) }
        #expect(index.texts(under: 42).count == SketchIndex.mostTexts)
        #expect(index.texts(under: 42).first == 999)
        #expect(index.texts(under: 43).isEmpty)
    }

    @Test func samples_AreBounded_AndTheSameEachTime() {
        let text = ShingledText(Prose.text(4, sentences: 400))
        #expect(
            text.storedKeys.count <= ShingledText.storedSketchSize
                && text.storedKeys.count > ShingledText.storedSketchSize - 8)
        #expect(text.queryKeys.count <= ShingledText.querySketchSize)
        #expect(Set(text.storedKeys).isSubset(of: text.queryKeys))
        #expect(text.storedKeys == ShingledText(Prose.text(4, sentences: 400)).storedKeys)
    }
}
