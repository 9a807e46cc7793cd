import NewsModel
import Testing

@testable import Analysis

/// Who says what in a text.
@Suite struct QuotationFinderTests {
    /// A text and the quotations in it, each as "speaker: content".
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var text: String
        var quotations: [String]
        var language: String?

        init(_ name: String, _ text: String, _ quotations: [String], language: String? = nil) {
            testDescription = name
            self.text = text
            self.quotations = quotations
            self.language = language
        }
    }

    static func article(_ text: String, language: String? = nil, kind: Paragraph.Kind = .paragraph) -> Article {
        var paragraphs: [Paragraph] = []
        var start = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let end = start + line.unicodeScalars.count
            if end > start { paragraphs.append(Paragraph(kind: kind, range: CodePointRange(start: start, end: end))) }
            start = end + 1
        }
        var article = Article(format: "text", body: text, paragraphs: paragraphs)
        article.language = language
        return article
    }

    static func words(_ range: CodePointRange, of text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(range.start).prefix(range.end - range.start)))
    }

    static func found(_ article: Article, least: Double = 0.5) -> [String] {
        QuotationFinder.quotations(of: article, entities: []).filter { $0.confidence >= least }.map { quotation in
            (quotation.speaker ?? "?") + ": "
                + quotation.content.map { words($0, of: article.body) }.joined(separator: " | ")
        }
    }

    @Test(arguments: [
        Case("a cue before its name", "“The bridge stays shut,” said Orla Venn.", ["Orla Venn: The bridge stays shut"]),
        Case(
            "a name before its cue", "\"The bridge stays shut,\" Orla Venn said.", ["Orla Venn: The bridge stays shut"]),
        Case(
            "an introduced quotation", "Orla Venn said: \"The bridge stays shut.\"",
            ["Orla Venn: The bridge stays shut"]),
        Case(
            "an official who is called by a people", "A top Elmish harbour official said that the bridge stays shut.",
            ["top Elmish harbour official: the bridge stays shut"]),
        Case(
            "a verb of saying within what is said", "Orla Venn said that nobody had complained so far, which was odd.",
            ["Orla Venn: nobody had complained so far, which was odd"]),
        Case("a question", "\"Who pays for it?\" Venn asked.", ["Venn: Who pays for it?"]),
        Case(
            "parts around a cue", "\"The bridge,\" Orla Venn said, \"stays shut.\"",
            ["Orla Venn: The bridge | stays shut"]),
        Case(
            "a second sentence after the cue", "\"The bridge stays shut,\" Mr Venn said. \"We are sorry.\"",
            ["Venn: The bridge stays shut | We are sorry"]),
        Case(
            "a surname after the full name",
            "Orla Venn opened the debate. \"The bridge stays shut,\" Venn said.", ["Orla Venn: The bridge stays shut"]),
        Case(
            "a pronoun after a name",
            "Mayor Anna Holt said the road was wet. \"It will be salted,\" she said.",
            ["Anna Holt: the road was wet", "Anna Holt: It will be salted"]),
        Case(
            "a pronoun of another gender",
            "Mayor Anna Holt said the road was wet. \"It will be salted,\" he said.",
            ["Anna Holt: the road was wet"]),
        Case(
            "an indirect quotation", "Orla Venn said on Monday that the bridge would stay shut.",
            ["Orla Venn: the bridge would stay shut"]),
        Case(
            "a mixed quotation", "Orla Venn said the bridge was \"a danger to all of us\".",
            ["Orla Venn: the bridge was \"a danger to all of us"]),
        Case(
            "according to", "According to Orla Venn, the bridge is closed for good.",
            ["Orla Venn: the bridge is closed for good"]),
        Case(
            "paragraphs with repeated marks",
            "\"The bridge stays shut.\n\n\"It is not safe,\" said Orla Venn, the harbour master.",
            ["Orla Venn: The bridge stays shut | It is not safe"]),
        Case(
            "a paragraph that introduces the next",
            "The Ferry Post reports:\n\n\"The bridge stays shut for the winter.\"",
            ["Ferry Post: The bridge stays shut for the winter"]),
        Case(
            "British single marks", "'The boys' bridge stays shut,' said Orla Venn.",
            ["Orla Venn: The boys' bridge stays shut"]),
        Case(
            "German marks", "„Die Brücke bleibt zu“, sagte Anna Holt.", ["Anna Holt: Die Brücke bleibt zu"],
            language: "de"),
        Case(
            "French marks", "« Le pont reste fermé », a déclaré Jean Petit.", ["Jean Petit: Le pont reste fermé"],
            language: "fr"),
        Case(
            "an office, a comma and its holder",
            "The country's Prime Minister, Orla Venn said, \"The bridge stays shut for now.\"",
            ["Orla Venn: The bridge stays shut for now"]),
        Case(
            "a name, its office at a place with a comma",
            "Orla Venn, curator of maps at the University of Elm, Fairton, said, \"The bridge stays shut.\"",
            ["Orla Venn: The bridge stays shut"]),
        Case(
            "a second verb behind and", "Orla Venn thanked the divers and said that the bridge stays shut.",
            ["Orla Venn: the bridge stays shut"]),
        Case(
            "an attribution inside a sentence", "Her neighbours, Orla Venn said, had not been so lucky.",
            ["Orla Venn: Her neighbours | had not been so lucky"]),
        Case(
            "a clause with who before the verb", "A diver who took part in the search said that the bridge stays shut.",
            ["diver who took part in the search: the bridge stays shut"]),
        Case(
            "who says, inside a sentence", "Orla Venn, who says she has sold the boat, will leave on Friday.",
            ["Orla Venn: she has sold the boat"]),
        Case(
            "inner marks at the end", "\"The diver said, 'It stays shut,'\" Orla Venn recalled.",
            ["Orla Venn: The diver said, 'It stays shut"]),
        Case(
            "what follows with though has its own verb",
            "Orla Venn described the repair as \"slow, dear and dull\", though visitors noted that the bridge was open.",
            ["Orla Venn: the repair as \"slow, dear and dull", "visitors: the bridge was open"]),
        Case(
            "as someone put it", "\"The bridge stays shut for good,\" as Orla Venn put it.",
            ["Orla Venn: The bridge stays shut for good"]),
        Case(
            "as at the very end", "\"The bridge stays shut for good,\" as", []),
        Case(
            "in the words of", "In the words of Orla Venn, the bridge was never meant to be crossed.",
            ["Orla Venn: the bridge was never meant to be crossed"]),
        Case(
            "a name behind a dash", "\"The bridge stays shut for the winter.\" — Orla Venn",
            ["Orla Venn: The bridge stays shut for the winter"]),
        Case(
            "a mark that closes in the next paragraph",
            "Orla Venn said: \"The bridge stays shut.\n\nIt is not safe.\" She left.",
            ["Orla Venn: The bridge stays shut | It is not safe"]),
        Case(
            "Spanish", "\"El puente sigue cerrado\", dijo Ana Ruiz.", ["Ana Ruiz: El puente sigue cerrado"],
            language: "es"),
    ])
    func quotationsAndSpeakersAreFound(_ given: Case) {
        #expect(Self.found(Self.article(given.text, language: given.language)) == given.quotations)
    }

    @Test(arguments: [
        Case("scare quotes", "The so-called \"experts\" left the \"cosy\" room.", []),
        Case("apostrophes", "'Tis the season of rock 'n' roll, and the boys' bikes of the '90s.", []),
        Case("feet and inches", "The plank is 6' 2\" long and 3' 4\" wide, and the screen a 24\" one.", []),
        Case("titles of works", "The library lent \"The Long Winter\" and 'Harbour Songs' most often.", []),
        Case("a mark that is never closed", "The sign \"mind the gap was painted over by the council.", []),
        Case("a headline in capitals", "COUNCIL TO \"REVIEW\" BRIDGE PLAN", []),
        Case("a film that is called so", "The film called \"The Tide Comes In\" opens on Friday.", []),
        Case("the reader as a subject", "If you think that the bridge stays shut, you know what the town is like.", []),
        Case(
            "nouns that look like verbs",
            "Other projects that the town began are in the press reports that I have read.", []),
        Case("someone who was told", "Passengers were told that the bridge stays shut.", []),
        Case("a noun and what is said of it", "The town announced the winner who had built the bridge of matches.", []),
        Case(
            "a film and who wrote for it",
            "The film \"Kiss the Tide\", for which they wrote the tune, is on until Thursday.", []),
        Case(
            "a noun behind the genitive of several",
            "Players' names and the clerks' notes are pinned up in the clubhouse.", []),
        Case("a noun among names of boats", "O \"Patience\", with your broken rail, what is left to do?", []),
        Case("a poem", "The sea, the sea,\nthe 'open' sea,\nit rolls for thee", []),
    ])
    func nothingIsQuotedFromNowhere(_ given: Case) {
        #expect(Self.found(Self.article(given.text)) == given.quotations)
    }

    @Test(arguments: [Paragraph.Kind.table, .preformatted, .heading])
    func tablesCodeAndHeadingsHaveNoQuotations(_ kind: Paragraph.Kind) {
        #expect(Self.found(Self.article("\"The bridge stays shut,\" said Orla Venn.", kind: kind), least: 0).isEmpty)
    }

    /// A phrase beside a cue with what it says of the speaker.
    struct Office: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var name: String?
        var title: String?
        var organization: String?
    }

    @Test(arguments: [
        Office(
            testDescription: "said Ruben Falk, the head of the Harbour Ministry’s Charts Bureau, on the quay.",
            name: "Ruben Falk",
            title: "head of the Charts Bureau", organization: "Harbour Ministry"),
        Office(
            testDescription: "said Ruben Falk, head of the Charts Bureau at the Harbour Ministry.", name: "Ruben Falk",
            title: "head of the Charts Bureau", organization: "Harbour Ministry"),
        Office(
            testDescription: "Harbour Minister Edda Ostrander said.", name: "Edda Ostrander", title: "Harbour Minister"),
        Office(testDescription: "said Ostrander, the harbour minister.", name: "Ostrander", title: "harbour minister"),
        Office(
            testDescription: "said a spokesman for the UN.", name: "spokesman for the UN", title: "spokesman",
            organization: "UN"),
        Office(
            testDescription: "said Priya Nair, chief executive of Harbour Foods.", name: "Priya Nair",
            title: "chief executive",
            organization: "Harbour Foods"),
    ])
    func titleAndOrganizationAreTakenFromThePhrase(_ given: Office) throws {
        let article = Self.article("“We share our charts with each other,” " + given.testDescription)
        let quotation = try #require(QuotationFinder.quotations(of: article, entities: []).first)
        #expect(quotation.speaker == given.name)
        #expect(quotation.title == given.title)
        #expect(quotation.organization == given.organization)
    }

    @Test func anEntityGivesTheSpeakersNameAndPlace() throws {
        let text = "\"The bridge stays shut,\" Venn said."
        let entity = Entity(
            kind: .person, name: "Orla Venn", mentions: [CodePointRange(start: 25, end: 29)], confidence: 0.9)
        let quotation = try #require(QuotationFinder.quotations(of: Self.article(text), entities: [entity]).first)
        #expect(quotation.entity == 0)
        #expect(quotation.speaker == "Orla Venn")
    }

    @Test func aPlaceDoesNotSpeakAsAnEntity() throws {
        let text = "\"The bridge stays shut,\" Porthaven said."
        let entity = Entity(
            kind: .place, name: "Porthaven", mentions: [CodePointRange(start: 25, end: 34)], confidence: 0.9)
        let quotation = try #require(QuotationFinder.quotations(of: Self.article(text), entities: [entity]).first)
        #expect(quotation.entity == nil)
    }

    @Test func aTranscriptIsReadInTurns() {
        let text = "VENN: The bridge is shut.\n\nHOLT: For how long?\n\nVENN: Until May.\n\nHOLT: I see."
        let quotations = QuotationFinder.quotations(of: Self.article(text), entities: [])
        #expect(quotations.map(\.kind) == [.direct, .direct, .direct, .direct])
        #expect(quotations.map { $0.speaker?.lowercased() } == ["venn", "holt", "venn", "holt"])
    }

    @Test func withoutRulesForTheLanguageTheSpeakerIsUnknown() throws {
        let article = Self.article(
            "\"Sillan on oltava kiinni koko pitkän talven ajan\", sanoi Virtanen.", language: "fi")
        let quotation = try #require(QuotationFinder.quotations(of: article, entities: []).first)
        #expect(quotation.speaker == nil)
        #expect(quotation.confidence <= 0.5)
    }

    @Test func offsetsCountCodePointsBeyondASCII() throws {
        let text = "Ærø 🌊🌊 — “Brücken bleiben zu,” said Åse Dahl."
        let quotation = try #require(QuotationFinder.quotations(of: Self.article(text), entities: []).first)
        #expect(Self.words(try #require(quotation.content.first), of: text) == "Brücken bleiben zu")
        #expect(Self.words(try #require(quotation.source), of: text) == "Åse Dahl")
    }

    // Quadratic work on 60,000 words would take minutes; the limit says nothing of speed.
    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            "\"", "“", "'", ", said ", "he said \"a, b\" ", "Name, ", "\"a\" ", "and Name ", "who said ",
            "He said X told Y: \"a b\" ", "Noting that a, b said the fact that ",
        ])
    func aBodyOfMegabytesIsReadInTheOrderOfItsLength(_ unit: String) {
        let text = String(repeating: unit, count: 10_000_000 / unit.utf8.count)
        let length = text.unicodeScalars.count
        let article = Self.article(text)
        let quotations = QuotationFinder.quotations(of: article, entities: [])
        #expect(quotations.allSatisfy { $0.content.allSatisfy { $0.start < $0.end && $0.end <= length } })
    }

    @Test func nameWithinThePhraseOfTheSpeaker_IsNotTheSpeaker() throws {
        let text = "A spokeswoman for Orla Venn said that the bridge stays shut."
        let article = Self.article(text, language: "en")
        let person = Entity(
            kind: .person, name: "Orla Venn", mentions: [CodePointRange(start: 18, end: 27)], confidence: 0.9)
        let quotation = try #require(QuotationFinder.quotations(of: article, entities: [person]).first)
        #expect(quotation.entity == nil)
        #expect(quotation.speaker == "spokeswoman for Orla Venn")
        #expect(quotation.title?.hasPrefix("spokeswoman") == true)
    }

    @Test func surname_IsThePersonOfTheArticle() throws {
        let text = "Orla Venn opened it. \"The bridge stays shut,\" Venn said."
        let article = Self.article(text, language: "en")
        let person = Entity(
            kind: .person, name: "Orla Venn",
            mentions: [CodePointRange(start: 0, end: 9), CodePointRange(start: 47, end: 51)], confidence: 0.9)
        let quotation = try #require(QuotationFinder.quotations(of: article, entities: [person]).first)
        #expect(quotation.entity == 0)
        #expect(quotation.speaker == "Orla Venn")
    }

    // MARK: What is shown

    @Test(arguments: [
        Case("nobody is named", "\"The bridge stays shut for the whole winter,\" it says.", []),
        Case("a label", "Opening times: \"daily from nine to five, and longer in summer\".", []),
        Case("a word at the head of a sentence", "Preliminary tests suggested that the bridge stays shut.", []),
        Case("a passive", "Orla Venn is accused of closing the bridge without a permit.", []),
        Case("an infinitive of purpose", "The council needs to maintain order, safety and access on the quay.", []),
    ])
    func quotationWithoutASpeaker_IsNotShown(_ given: Case) {
        #expect(Self.found(Self.article(given.text)) == given.quotations)
    }

    @Test(arguments: [
        Case(
            "the person of the sentence before",
            "Mayor Anna Holt met Mr Ruben Falk on the quay. \"It will be salted,\" she said.",
            ["Anna Holt: It will be salted"]),
        Case(
            "an age behind the name", "Orla Venn, 44, agreed. \"The bridge stays shut,\" Venn said.",
            ["Orla Venn: The bridge stays shut"]),
        Case(
            "an office without a name", "\"The bridge stays shut,\" a police spokesman said.",
            ["police spokesman: The bridge stays shut"]),
        Case(
            "a short quotation before a verb with a colon",
            "As to her \"old boat,\" Orla Venn wrote: \"It has sunk for good.\"", ["Orla Venn: It has sunk for good"]),
    ])
    func speakerIsSomeoneOfTheArticle(_ given: Case) {
        #expect(Self.found(Self.article(given.text)) == given.quotations)
    }

    @Test(arguments: [
        Case(
            "Polish, behind dashes", "- Wrócimy do rozmów po świętach - powiedział Andrzej Kowal.",
            ["Andrzej Kowal: Wrócimy do rozmów po świętach"], language: "pl"),
        Case(
            "Italian", "«Il ponte resta chiuso», ha detto Anna Rossi.", ["Anna Rossi: Il ponte resta chiuso"],
            language: "it"),
        Case(
            "French, according to", "« Le pont reste fermé tout l'hiver », selon Jean Petit.",
            ["Jean Petit: Le pont reste fermé tout l'hiver"], language: "fr"),
        Case(
            "Russian", "«Мост закрыт на всю зиму», — сказал Иван Петров.", ["Иван Петров: Мост закрыт на всю зиму"],
            language: "ru"),
    ])
    func otherLanguagesHaveTheirOwnForms(_ given: Case) {
        #expect(Self.found(Self.article(given.text, language: given.language)) == given.quotations)
    }
}
