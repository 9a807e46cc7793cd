import Testing

@testable import SearchText

@Suite struct SearchFoldTests {
    static let letters = [
        FoldCase("Élan ÑANDÚ", "elan nandu"), FoldCase("Łódź", "lodz"), FoldCase("Straße STRASSE", "strasse strasse"),
        FoldCase("Ærø Œuvre Þór Đà Nẵng", "aero oeuvre thor da nang"),
        FoldCase("İstanbul ISPARTA ısı", "istanbul isparta isi"),
        FoldCase("e\u{301}te\u{301}", "ete"), FoldCase("ﬁnal Ｔｏｋｙｏ ²", "final tokyo 2"), FoldCase("ŉ ĳ Ŀl", "n ij ll"),
        FoldCase("ΟΔΥΣΣΕΎΣ Οδυσσεύς ᾳ", "οδυσσευσ οδυσσευσ α"),
        FoldCase("Ёлка елка МОЙ мои\u{306} за\u{301}мок Київ ґанок", "елка елка мой мой замок київ ганок"),
        FoldCase("أحمد إسلام آمن ٱلله مسؤول قائد مدرسة هدى", "احمد اسلام امن الله مسوول قايد مدرسه هدي"),
        FoldCase("كِتَابٌ محـــمد ﷲ ٢٠٢٤", "كتاب محمد الله 2024"), FoldCase("می‌خواهم ایران کشور", "مي خواهم ايران كشور"),
        FoldCase("שָׁלוֹם צה\"ל ג'ורג' ארה״ב", "שלום צהל גורג ארהב"),
        FoldCase("हिन्दी हिंदी", "हिंदी हिंदी"), FoldCase("सम्बन्ध संबंध", "संबंध संबंध"), FoldCase("ज़मीन लड़का पाँच", "जमीन लड\u{93C}का पांच"),
        FoldCase("किताब", "किताब"), FoldCase("한국 \u{1112}\u{1161}\u{11AB}국", "한국 한국"), FoldCase("１２３", "123"),
    ]

    static let runs = [
        FoldCase("中", "中"), FoldCase("中国", "中国 国"), FoldCase("中华人民", "中华 华人 人民 民"),
        FoldCase("中国AI公司2024年", "中国 国 ai 公司 司 2024 年"), FoldCase("中国\n经济", "中国 国经 经济 济"),
        FoldCase("中国  经济", "中国 国 经济 济"), FoldCase("ｶﾞｽ か\u{3099}", "ガス スが が"),
        FoldCase("コンピューター", "コン ンピ ピュ ュー ータ タ"), FoldCase("コンピュータ", "コン ンピ ピュ ュー ータ タ"),
        FoldCase("スター", "スタ ター ー"), FoldCase("㍿", "株式 式会 会社 社"),
        FoldCase("ไทย", "ไทย ย"), FoldCase("น้ำ นํ้า", "น\u{E32}\u{E49}\u{E4D} น\u{E32}\u{E49}\u{E4D}"),
        FoldCase("AI는 2024년", "ai 는 2024 년"), FoldCase("ភាសាខ្មែរ", "ភាសា សាខ្មែ ខ្មែរ រ"),
    ]

    static let marks = [
        FoldCase("don't dont O’Brien п'ять", "dont dont obrien пять"),
        FoldCase("Israel's leaders' we'll", "israel leaders we"),
        FoldCase("Ankara'da İstanbul’dan", "ankara istanbul"),
        FoldCase("l'homme qu'il dell'arte d’Angelo", "l homme qu il dell arte d angelo"),
        FoldCase("covid-19 well-known", "covid 19 well known"),
        FoldCase("e-mail F-16 U-Bahn T-Mobile a-t-il", "email f16 ubahn tmobile at il"),
        FoldCase("U.S. U.S U.S.-led U.S.'s a.m. J.K.Rowling b.com", "us us us led us am jk rowling b com"),
        FoldCase("bbc.co.uk end.Next", "bbc co uk end next"),
        FoldCase("1,000 1.000.000 1'000 10\u{A0}000", "1000 1000000 1000 10000"),
        FoldCase("3.5 3,5 1,234.56 1.234,56 0.125", "3.5 3.5 1234.56 1234.56 0.125"),
        FoldCase("03.05.2024 192.168.0.1 14:30 1,2,3", "03 05 2024 192 168 0 1 14 30 1 2 3"),
        FoldCase("1.5m 1,000km 5. v2.0 1,2's", "1.5m 1000km 5 v2.0 1.2"),
        FoldCase("AT&T R&D S&P AT&Tower Johnson&Johnson A & B", "at&t r&d s&p at tower johnson johnson a b"),
        FoldCase("C++ C# F# C+ Disney+ c++11 #tag a#b", "c++ c# f# c disney c 11 tag a b"),
        FoldCase("@handle a_b x/y €5 5%", "handle a b x y 5 5"), FoldCase("col·lecció a·b", "colleccio a b"),
        FoldCase("co\u{AD}operate zero\u{200B}width", "cooperate zerowidth"), FoldCase("", ""),
        FoldCase(" .,-'\"&+# ", ""),
        FoldCase("--a--b-- ''c'' ..d..", "a b c d"),
    ]

    @Test(arguments: letters + runs + marks)
    func fold_WritesTheTokensOfTheTable(_ example: FoldCase) {
        #expect(SearchFold.fold(example.text) == example.folded)
    }

    @Test(arguments: letters + runs + marks)
    func tokens_AreThoseOfTheFoldedTextAndLieInTheSourceInOrder(_ example: FoldCase) {
        let bytes = Array(example.text.utf8)
        let folded = bytes.withUnsafeBufferPointer { SearchFold.tokens($0) }
        let tokens = folded.tokens.map { String(decoding: folded.bytes(of: $0), as: UTF8.self) }
        #expect(tokens.joined(separator: " ") == example.folded)
        #expect(folded.tokens.allSatisfy { $0.source.upperBound <= bytes.count && !$0.source.isEmpty })
        #expect(
            zip(folded.tokens, folded.tokens.dropFirst()).allSatisfy { $0.source.lowerBound <= $1.source.lowerBound })
    }

    @Test func fold_TreatsBytesThatAreNotUTF8AsSeparators() {
        var folded: [UInt8] = []
        let bytes: [UInt8] = [0x61, 0xFF, 0x62, 0xC3, 0x28, 0xE2, 0x82, 0x63, 0xED, 0xA0, 0x80, 0x64, 0xF0, 0x9F]
        bytes.withUnsafeBufferPointer { SearchFold.fold($0, into: &folded) }
        #expect(String(decoding: folded, as: UTF8.self) == "a b c d")
    }

    @Test func fold_AppendsToWhatIsThere() {
        var folded = Array("x ".utf8)
        Array("É".utf8).withUnsafeBufferPointer { SearchFold.fold($0, into: &folded) }
        #expect(folded == Array("x e".utf8))
    }

    @Test func fold_CutsEndlessPartsOfNumbersAndAcronyms() {
        let digits = String(repeating: "7", count: 300)
        let cut = String(repeating: "7", count: SearchFold.maximumTokenBytes)
        #expect(SearchFold.fold("\(digits).\(digits).7") == "\(cut) \(cut) 7")
        #expect(SearchFold.fold(String(repeating: "a.", count: 300) + "bc").hasSuffix("a bc"))
    }

    @Test func fold_CutsEndlessTokensBetweenScalars() {
        #expect(SearchFold.fold(String(repeating: "a", count: 5_000)).utf8.count == SearchFold.maximumTokenBytes)
        let hangul = SearchFold.fold(String(repeating: "한", count: 500))
        #expect(hangul == String(repeating: "한", count: SearchFold.maximumTokenBytes / 3))
    }

    /// What makes the machine look back or write more than it reads, a hundred thousand times.
    static let hostile = [
        "1.", "1,", "1'", "a.", "a&", "a'", "ab&", "e\u{301}", "\u{301}", "\u{FDFA}", "㍿", "中", "中 ", "ー", "ァ",
        "か\u{3099}", "เ", "ก\u{E34}",
        "\u{E34}", "\u{1039}က", "\u{1112}\u{1161}\u{11AB}", "न\u{94D}त", "क\u{93C}", "c++", "#", "a-", "\u{200C}ا", "½",
        "ﬃ", "\u{F101}a", "一a",
    ]

    @Test(arguments: hostile)
    func fold_OfTheSameThingOverAndOver_StaysInProportion(_ piece: String) {
        let text = String(repeating: piece, count: 100_000)
        let folded = SearchFold.fold(text)
        #expect(folded.utf8.count <= 16 * text.utf8.count)
        #expect(!folded.contains("  "))
        #expect(folded.split(separator: " ").allSatisfy { $0.utf8.count <= SearchFold.maximumTokenBytes })
    }
}
