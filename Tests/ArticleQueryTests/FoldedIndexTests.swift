import SeededNumbers
import Testing

@testable import ArticleQuery
@testable import SearchText

/// Folded text as SQLite's own tokenizer takes it.
@Suite struct FoldedIndexTests {
    @Test func tokenizer_TakesEveryFoldedScalarAsItIs() throws {
        let index = try IndexFixture()
        var expected: [String] = []
        try index.run("BEGIN")
        for block in stride(from: 0, to: 0x110000, by: 64) {
            // Between letters, so that marks have a base and no two scalars meet.
            let text = (block..<block + 64).compactMap { Unicode.Scalar(UInt32($0)) }.map { "x\($0)x" }.joined(
                separator: " ")
            let folded = SearchFold.fold(text)
            guard !folded.isEmpty else { continue }
            try index.add(block, body: text)
            expected += folded.split(separator: " ").map(String.init)
        }
        try index.run("COMMIT")
        let indexed = Set(try index.run("SELECT term FROM article_vocabulary"))
        #expect(indexed == Set(expected))
        let positions = try index.run("SELECT sum(cnt) FROM article_vocabulary")
        #expect(positions == ["\(expected.count)"])
    }

    @Test func fold_ChangesNothingThatIsFolded() {
        for table in HitTable.all where !["Chinese", "Japanese", "Thai", "Lao, Khmer and Burmese"].contains(table.name)
        {
            for hit in table.hits {
                let folded = SearchFold.fold(hit.text)
                #expect(SearchFold.fold(folded) == folded)
            }
        }
    }

    @Test func fold_OfRandomText_WritesTokensThatSQLiteTakesAsTheyAre() throws {
        let index = try IndexFixture()
        let pieces = hostilePieces
        var random = SeededGenerator(seed: 11)
        var expected: [String] = []
        try index.run("BEGIN")
        for number in 1...3_000 {
            let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let bytes = Array(text.utf8)
            let folded = bytes.withUnsafeBufferPointer { SearchFold.tokens($0) }
            let tokens = folded.tokens.map { String(decoding: folded.bytes(of: $0), as: UTF8.self) }
            #expect(tokens.joined(separator: " ") == SearchFold.fold(text), "\(text)")
            #expect(tokens.allSatisfy(SearchFold.isToken), "\(text)")
            expected += tokens
            try index.add(number, body: text)
        }
        try index.run("COMMIT")
        #expect(Set(try index.run("SELECT term FROM article_vocabulary")) == Set(expected))
        #expect(try index.run("SELECT sum(cnt) FROM article_vocabulary") == ["\(expected.count)"])
    }

    private var hostilePieces: [String] {
        [
            "1.", "1,", "1'", "a.", "a&", "a'", "ab&", "e\u{301}", "\u{301}", "\u{FDFA}", "㍿", "中", "中 ", "ー", "ァ",
            "か\u{3099}", "เ", "ก\u{E34}", "\u{E34}", "\u{1039}က", "\u{1112}\u{1161}\u{11AB}", "न\u{94D}त", "क\u{93C}",
            "c++", "#", "a-", "\u{200C}ا", "½", "ﬃ", "\u{F101}a", "一a",
            "a", "B", "s", "7", "12", ".", ",", "'", "-", "&", " ", "\n", "한", "는", "ไ", "л", "и", "\u{306}", "ש", "\"",
            "l", "·", "°",
        ]
    }
}
