import NewsModel
import Testing

@testable import Analysis

/// Forms of reported speech that pages of the web have, each as it was missed or taken for something else there.
@Suite struct ReportedSpeechTests {
    typealias Case = QuotationFinderTests.Case

    /// Names in a text with their kinds, at the places where they stand.
    private static func entities(_ names: [(String, Entity.Kind)], in text: String) -> [Entity] {
        names.map { name, kind in
            let mentions = text.ranges(of: name).map { range in
                let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
                return CodePointRange(start: start, end: start + name.unicodeScalars.count)
            }
            return Entity(kind: kind, name: name, mentions: mentions, confidence: 0.9)
        }
    }

    private static func found(_ given: Case, _ names: [(String, Entity.Kind)] = []) -> [String] {
        QuotationFinder.quotations(
            of: QuotationFinderTests.article(given.text, language: given.language),
            entities: entities(names, in: given.text)
        ).filter { $0.confidence >= 0.5 }.map { quotation in
            (quotation.speaker ?? "?") + ": "
                + quotation.content.map { QuotationFinderTests.words($0, of: given.text) }.joined(separator: " | ")
        }
    }

    @Test(arguments: [
        Case(
            "a surname that ends like an adverb", "Mary Lovely spoke first. \"The bridge stays shut,\" Lovely said.",
            ["Mary Lovely: The bridge stays shut"]),
        Case(
            "as somebody puts it, before the marks",
            "The town will, as Orla Venn puts it — \"follow the bridge and not the boat\".",
            ["Orla Venn: follow the bridge and not the boat"]),
        Case(
            "words of an accusation", "Orla Venn accused the council of \"closing the bridge without a thought\".",
            ["Orla Venn: closing the bridge without a thought"]),
        Case(
            "according to, in the paragraph before",
            "According to Orla Venn:\n\n\"The bridge stays shut for the winter.\"",
            ["Orla Venn: The bridge stays shut for the winter"]),
        Case(
            "who was told, behind the statement", "The bridge was never safe, Orla Venn told the Ferry Post.",
            ["Orla Venn: The bridge was never safe"]),
        Case(
            "a participle before the main clause", "Noting that the bridge is old, Orla Venn left the quay.",
            ["Orla Venn: the bridge is old"]),
        Case(
            "what is disputed", "Orla Venn disputed the notion that the bridge was never safe.",
            ["Orla Venn: the notion that the bridge was never safe"]),
        Case(
            "the speaker herself", "\"The bridge stays shut,\" Orla Venn herself said.",
            ["Orla Venn: The bridge stays shut"]),
        Case(
            "what somebody was told, told by her",
            "Orla Venn said Ruben Falk told her: \"The bridge stays shut for good.\"",
            [
                "Orla Venn: Ruben Falk told her: \"The bridge stays shut for good",
                "Ruben Falk: The bridge stays shut for good",
            ]),
        Case(
            "a verb behind have", "\"The bridge stays shut,\" Orla Venn, a writer of the town, has written.",
            ["Orla Venn: The bridge stays shut"]),
    ])
    func aFormOfTheWebIsKnown(_ given: Case) {
        #expect(Self.found(given) == given.quotations)
    }

    @Test(arguments: [
        Case("whoever was asked", "When asked if the bridge was safe, Orla Venn laughed and left the quay.", []),
        Case("asked, at the head of the sentence", "Asked whether it was safe, Orla Venn laughed and left.", []),
        Case(
            "a sentence behind a quotation that ends within another",
            "\"He said: 'You stay here.'\" Venn would later ask to leave the quay.", []),
        Case("a tank for thinking", "A Porthaven think tank of some size has moved to the quay again.", []),
        Case("what police add", "Police added new patrols along the quay for the summer.", []),
    ])
    func nobodySpeaksThere(_ given: Case) {
        #expect(Self.found(given) == given.quotations)
    }

    @Test func participleBehindAComma_IsOfTheSubjectAndNotOfWhoIsNamedBefore() {
        let given = Case(
            "",
            "At a meeting, held at the request of Ruben Falk, Orla Venn denied it, calling the plan a \"waste of stone\".",
            ["Orla Venn: the plan a \"waste of stone"])
        #expect(Self.found(given, [("Ruben Falk", .person), ("Orla Venn", .person)]) == given.quotations)
    }

    @Test func exampleAmongOthers_IsNotTheSubject() {
        let given = Case(
            "",
            "Harbour Foods, one of the larger firms of the quay, including Elm Boats, Oak Nets and Ash Sails, recently announced that the bridge stays shut.",
            ["Harbour Foods: the bridge stays shut"])
        #expect(
            Self.found(given, [("Harbour Foods", .organization), ("Elm Boats", .organization)]) == given.quotations)
    }

    @Test func whoIsWithTheSubject_SpeaksBeforeAParticiple() {
        let given = Case(
            "", "The plan has sparked concern with some analysts suggesting that the bridge stays shut.",
            ["analysts: the bridge stays shut"])
        #expect(Self.found(given) == given.quotations)
    }

    @Test func report_IsOfTheBodyThatMadeIt() {
        let given = Case(
            "", "A March study by the Harbour Institute, a body of the town, concluded that the bridge stays shut.",
            ["Harbour Institute: the bridge stays shut"])
        #expect(Self.found(given, [("Harbour Institute", .organization)]) == given.quotations)
    }

    @Test func relativeClause_IsOfTheBodyBeforeItsPlace() {
        let given = Case(
            "", "Orla Venn heads the Dialogue Group in Porthaven, which says that it means to open the bridge.",
            ["Dialogue Group: it means to open the bridge"])
        let names: [(String, Entity.Kind)] = [
            ("Orla Venn", .person), ("Dialogue Group", .organization), ("Porthaven", .place),
        ]
        #expect(Self.found(given, names) == given.quotations)
    }

    @Test func nameThatIsAWordOfGrammar_Speaks() {
        let given = Case("", "\"The bridge stays shut,\" Will May said.", ["Will May: The bridge stays shut"])
        #expect(Self.found(given, [("Will May", .person)]) == given.quotations)
    }

    @Test func quotationOfItsOwnParagraph_GoesOnWithThePersonWhomAPronounKept() {
        let given = Case(
            "",
            "Orla Venn said on Monday that the bridge stays shut.\n\nShe sighed at the slow work on the quay.\n\n"
                + "\"This has nothing to do with the boats of the town.\"",
            ["Orla Venn: the bridge stays shut", "Orla Venn: This has nothing to do with the boats of the town"])
        #expect(Self.found(given, [("Orla Venn", .person)]) == given.quotations)
    }

    @Test(arguments: [
        Case(
            "Polish, behind a dash within a paragraph",
            "Nikt nie narzeka. - Wrócimy do rozmów po świętach - powiedział Andrzej Kowal.",
            ["Andrzej Kowal: Wrócimy do rozmów po świętach"], language: "pl"),
        Case(
            "German, an adverb behind the office", "„Die Brücke bleibt zu“, sagte der Präsident wahrscheinlich.",
            ["Präsident: Die Brücke bleibt zu"], language: "de"),
        Case(
            "Spanish, a label", "Ana Ruiz calificó la medida de «un atraco en toda regla».",
            ["Ana Ruiz: un atraco en toda regla"], language: "es"),
        Case(
            "Spanish, a clause behind que", "Ana Ruiz reconoce que el puente «estaba en un cajón».",
            ["Ana Ruiz: el puente «estaba en un cajón"], language: "es"),
    ])
    func otherLanguagesHaveThemToo(_ given: Case) {
        #expect(Self.found(given) == given.quotations)
    }

    @Test func polishVerbWithAPronounAndADay_HasTheNameBehindThem() {
        let given = Case(
            "", "- Wrócimy do rozmów po świętach - powiedział nam w środę Jan Kos.",
            ["Jan Kos: Wrócimy do rozmów po świętach"], language: "pl")
        #expect(Self.found(given, [("Jan Kos", .person)]) == given.quotations)
    }

    @Test func manyDashes_AreReadInTheOrderOfTheirNumber() {
        let text = String(repeating: "Ab. - Ba ce de - powiedział ", count: 12_000)
        let quotations = QuotationFinder.quotations(
            of: QuotationFinderTests.article(text, language: "pl"), entities: [])
        // 60,000 words are looked at, nine to each; the last sentence is cut.
        #expect(quotations.count > 5_000)
    }
}
