import Testing

@testable import SearchText

/// The list of an archive's words.
@Suite struct VocabularyTests {
    private static func list(_ words: [String: Int]) throws -> Vocabulary {
        var builder = VocabularyBuilder()
        for word in words.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            builder.add(Array(word.utf8), articles: words[word] ?? 0)
        }
        return try #require(Vocabulary(builder.finish(articles: 1_000, lastVersion: 7)))
    }

    private static let words: [String: Int] = {
        var words = ["": 0, "a": 1, "лес": 5, "леса": 300, "北京": 70_000, "zebra": 2]
        for number in 0..<500 { words["word\(number)"] = number }
        return words
    }()

    @Test func words_AreFoundWithTheirArticles_AndOthersAreNot() throws {
        let list = try Self.list(Self.words)
        #expect(list.count == Self.words.count - 1, "an empty word is none")
        #expect(list.articles == 1_000 && list.lastVersion == 7)
        for (word, articles) in Self.words { #expect(list.articles(with: word) == articles, "\(word)") }
        for word in ["b", "word", "word5000", "zebras", "лесо", "\u{10FFFF}"] {
            #expect(list.articles(with: word) == 0)
        }
    }

    @Test func wordsOfAPrefix_ComeInTheirOrder_UpToALimit() throws {
        let list = try Self.list(Self.words)
        let sorted = Self.words.keys.filter { !$0.isEmpty }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for prefix in ["", "w", "word4", "word49", "лес", "zz"] {
            #expect(list.terms(withPrefix: prefix, limit: 1_000).map(\.term) == sorted.filter { $0.hasPrefix(prefix) })
        }
        #expect(list.terms(withPrefix: "word", limit: 3).map(\.term) == ["word0", "word1", "word10"])
    }

    @Test func emptyList_HasNothing() throws {
        let list = try Self.list([:])
        #expect(list.count == 0 && list.articles(with: "a") == 0 && list.terms(withPrefix: "", limit: 9).isEmpty)
        #expect(list.neighbours(of: "word", mostCost: 4).isEmpty)
    }

    @Test func damagedList_IsRefused() throws {
        var builder = VocabularyBuilder()
        for number in 100..<400 { builder.add(Array("word\(number)".utf8), articles: number) }
        let whole = builder.finish(articles: 300, lastVersion: 1)
        for length in stride(from: 0, to: whole.count, by: 37) {
            #expect(Vocabulary(Array(whole[..<length])) == nil)
        }
        for place in stride(from: 0, to: whole.count, by: 11) {
            for bit in [0x01, 0x80, 0xFF] as [UInt8] {
                var bytes = whole
                bytes[place] ^= bit
                #expect(Vocabulary(bytes) == nil, "\(place)")
            }
        }
        #expect(Vocabulary(whole + [0]) == nil)
    }

    @Test func listOfAnotherVersion_IsNoDamagedOne() {
        var bytes = VocabularyBuilder().finish(articles: 1, lastVersion: 1)
        #expect(bytes.withUnsafeBytes { !Vocabulary.isOfAnotherVersion($0) })
        bytes[7] = UInt8(ascii: "1")
        #expect(bytes.withUnsafeBytes { Vocabulary.isOfAnotherVersion($0) } && Vocabulary(bytes) == nil)
        #expect(Array("no list".utf8).withUnsafeBytes { !Vocabulary.isOfAnotherVersion($0) })
    }

    @Test func neighbours_MayBeAskedForWithABeginning() throws {
        let list = try Self.list(["sourdough": 3, "sourness": 1, "sold": 1])
        #expect(list.neighbours(of: "sourdoh", mostCost: 4, beginning: "sour").map(\.term) == ["sourdough"])
        #expect(list.neighbours(of: "sourdoh", mostCost: 4, beginning: "sol").isEmpty)
    }

    @Test(arguments: [
        ("diabetis", "diabetes"), ("gosling", "gossling"), ("remotly", "remotely"), ("recieve", "receive"),
        ("профелактика", "профилактика"), ("maraton", "marathon"), ("streeming", "streaming"),
        ("corperate", "corporate"),
    ])
    func slips_FindTheWordThatWasMeant(_ typed: String, _ meant: String) throws {
        var words = Self.words
        for (index, word) in [meant, "receiver", "marathons", "corporal", "stream", "diablo"].enumerated() {
            words[word, default: 0] += 10 - index
        }
        let most = Vocabulary.mostCost(letters: typed.count)
        #expect(try Self.list(words).neighbours(of: typed, mostCost: most).first?.term == meant)
    }

    @Test func habits_CostLessThanOtherSlips_AndFirstLettersMore() throws {
        let list = try Self.list(["planning": 1, "plating": 1, "planing": 1, "flaning": 1])
        let near = list.neighbours(of: "planing", mostCost: 4)
        #expect(near.map(\.term) == ["planning", "plating", "flaning"])
        #expect(near.map(\.cost) == [1, 2, 4])
        #expect(try Self.list(["recieve": 1]).neighbours(of: "receive", mostCost: 2).map(\.cost) == [1])
        #expect(Vocabulary.mostCost(letters: 3) == 0, "short words have too many neighbours")
    }

    @Test func neighbours_AreAllWithinTheDistance_AndNoneIsLeftOut() throws {
        let list = try Self.list(Self.words)
        let found = Set(list.neighbours(of: "word25", mostCost: 2, limit: 1_000).map(\.term))
        // A digit more, less or other.
        let expected = Set(
            Self.words.keys.filter { word in
                guard word.hasPrefix("word"), word != "word25" else { return false }
                let digits = Array(word.dropFirst(4))
                switch digits.count {
                case 1: return digits == ["2"] || digits == ["5"]
                case 2: return digits[0] == "2" || digits[1] == "5" || digits == ["5", "2"]
                case 3:
                    return [[digits[0], digits[1]], [digits[0], digits[2]], [digits[1], digits[2]]].contains(["2", "5"])
                default: return false
                }
            })
        #expect(found == expected)
    }
}
