import Testing

import NewsModel

@testable import Analysis

@Suite("Entity finder") struct EntityFinderTests {
    /// An article of paragraphs that are apart by an empty line.
    private func article(_ paragraphs: [String], headline: String? = nil, language: String? = "en") -> Article {
        var body = ""
        var places: [Paragraph] = []
        var position = 0
        for text in paragraphs {
            if !body.isEmpty {
                body += "\n\n"
                position += 2
            }
            let count = text.unicodeScalars.count
            places.append(Paragraph(kind: .paragraph, range: CodePointRange(start: position, end: position + count)))
            body += text
            position += count
        }
        var article = Article(format: "text", body: body, paragraphs: places)
        article.headline = headline
        article.language = language
        return article
    }

    private func words(of entity: Entity, in article: Article) -> [String] {
        let scalars = Array(article.body.unicodeScalars)
        return entity.mentions.map { range in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[range.start..<range.end])
            return String(text)
        }
    }

    @Test func namesOfACredit_AreNamesInTheText_WhateverTheyLookLike() throws {
        var article = article([
            "As reported by Plover Ari Gross of Nothing But Rain;",
            "The lock at Oslo was opened on Monday, the port office said.",
        ])
        article.credits = [Credit(kind: .source, person: "Plover Ari Gross", outlet: "Nothing But Rain")]
        let entities = EntityFinder.entities(of: article)
        let author = try #require(entities.first { $0.name == "Plover Ari Gross" })
        #expect(author.kind == .person && words(of: author, in: article) == ["Plover Ari Gross"])
        let outlet = try #require(entities.first { $0.name == "Nothing But Rain" })
        #expect(outlet.kind == .organization && words(of: outlet, in: article) == ["Nothing But Rain"])
        #expect(entities.contains { $0.name == "Oslo" })
        article.credits = []
        #expect(!EntityFinder.entities(of: article).contains { $0.name == "Nothing But Rain" })
    }

    @Test func twoNamesThatAreJoined_AreTwo_WhereOneStandsAlone() {
        func mentions(_ text: String, _ ranges: [(Range<Int>, Int)]) -> [Range<Int>] {
            Array(text.utf8).withUnsafeBufferPointer { bytes in
                var tokenizer = EntityTokenizer()
                tokenizer.add(bytes, in: 0..<bytes.count)
                let given = ranges.map { EntityTagger.Mention(tokens: $0.0, kind: $0.1, confidence: 1) }
                return CoordinatedNames.parted(given, in: tokenizer.text).map(\.tokens)
            }
        }
        let text = "Oslo and Rabat agreed . Rabat paid ."
        #expect(mentions(text, [(0..<3, 2), (5..<6, 2)]) == [0..<1, 2..<3, 5..<6])
        #expect(mentions(text, [(0..<3, 1), (5..<6, 1)]) == [0..<3, 5..<6])
        #expect(mentions(text, [(0..<3, 2), (5..<6, 0)]) == [0..<3, 5..<6])
    }

    /// A mention that begins with an office is the name behind it.
    @Test(arguments: [
        ("Colombian Defense Minister Juan Plover", "Juan Plover"), ("Deputy Premier Ulla Lapwing", "Ulla Lapwing"),
        ("President Plover", "Plover"), ("Mr. Plover", "Plover"), ("King Plover", "Plover"),
        ("Ari King Plover", "Ari King Plover"), ("Ulla Minister", "Ulla Minister"),
        ("Ulla Ari Lapwing Dunlin Premier Plover", "Ulla Ari Lapwing Dunlin Premier Plover"),
    ]) func officeBeforeAName_IsNoPartOfIt(mention: String, name: String) throws {
        func read(kind: Int) -> String? {
            let bytes = Array(mention.utf8)
            return bytes.withUnsafeBufferPointer { buffer in
                var tokenizer = EntityTokenizer()
                tokenizer.add(buffer, in: 0..<buffer.count)
                let text = tokenizer.text
                return EntityMention(
                    EntityTagger.Mention(tokens: text.tokens.indices, kind: kind, confidence: 1), in: text, of: buffer,
                    bodyEnd: buffer.count
                ).map { String(decoding: buffer[$0.range], as: UTF8.self) }
            }
        }
        let person = try #require(EntityTag.kinds.firstIndex { $0.kind == .person })
        let organization = try #require(EntityTag.kinds.firstIndex { $0.kind == .organization })
        #expect(read(kind: person) == name)
        #expect(read(kind: organization) == mention)
    }

    @Test func theModelThatIsLinkedInIsAModelAndBelowAMebibyte() throws {
        let model = try #require(EntityModel.english)
        #expect(model.weights.checks.count { $0 != 0 } > model.weights.buckets)
        #expect(EntityModel.size(places: model.gazetteer.places, buckets: model.weights.buckets) < 1 << 20)
        #expect(model.calibration == model.calibration.sorted())
    }

    struct Named: Sendable, CustomTestStringConvertible {
        var sentence: String
        var name: String
        var kind: Entity.Kind
        var testDescription: String { name }
    }

    @Test(
        "names of news are found with their kind",
        arguments: [
            Named(
                sentence: "The lock was opened by Maria Jensen, who leads the port office in Oslo.",
                name: "Maria Jensen", kind: .person),
            Named(sentence: "The ministers of Norway and Morocco met on Monday.", name: "Morocco", kind: .place),
            Named(
                sentence: "He said that the United Nations would send observers.", name: "United Nations",
                kind: .organization),
            Named(sentence: "The Israeli government rejected the plan.", name: "Israeli", kind: .other),
        ])
    func findsNames(_ case: Named) throws {
        let article = article([`case`.sentence])
        let entity = try #require(EntityFinder.entities(of: article).first { $0.name == `case`.name })
        #expect(entity.kind == `case`.kind)
        #expect((0...1).contains(entity.confidence))
    }

    @Test func aSurnameIsThePersonWhoseFullNameStoodBefore() throws {
        let article = article([
            "The harbour master, John Walker, said on Tuesday that the pier would close in March.",
            "Mr Walker\u{2019}s office will answer questions. Walker said so in London.",
        ])
        let entities = EntityFinder.entities(of: article)
        let person = try #require(entities.first { $0.name == "John Walker" })
        #expect(words(of: person, in: article) == ["John Walker", "Walker", "Walker"])
        #expect(!entities.contains { $0.name == "Walker" })
    }

    @Test func anAcronymInBracketsIsTheOrganisationBeforeIt() throws {
        let article = article([
            "The World Health Organization (WHO) sent doctors to Kenya. The WHO said that they would stay."
        ])
        let entity = try #require(
            EntityFinder.entities(of: article).first { $0.name.hasSuffix("World Health Organization") })
        #expect(entity.kind == .organization)
        #expect(words(of: entity, in: article).filter { $0 == "WHO" }.count == 2)
    }

    @Test func anAcronymInBrackets_WhoseLettersTheNameLacks_IsAnotherName() throws {
        let article = article([
            "Judges at the Court of Justice of the European Union (CJEU) ruled on Monday. The European Union may appeal. The CJEU will not."
        ])
        for entity in EntityFinder.entities(of: article) where entity.name.hasSuffix("European Union") {
            #expect(!words(of: entity, in: article).contains("CJEU") || entity.name.contains("Court"))
        }
    }

    @Test func anAcronymStandsForItsNameWhereverItComesAgain_ButNoOtherWordInCapitalsDoes() {
        let bytes = Array("The Port Rail Board ( PRB ) met . PRB TRAINS ran . Prb said .".utf8)
        bytes.withUnsafeBufferPointer { buffer in
            var tokenizer = EntityTokenizer()
            tokenizer.add(buffer, in: 0..<buffer.count)
            let text = tokenizer.text
            func added(_ kind: Int) -> [Range<Int>] {
                AbbreviationDefinitions.added(
                    to: [EntityTagger.Mention(tokens: 1..<4, kind: kind, confidence: 1)], of: text
                ).map(\.tokens)
            }
            #expect(added(1) == [1..<4, 5..<6, 9..<10])
            #expect(added(0) == [1..<4])
        }
    }

    @Test func aPeopleIsNoPlace_AndNoOrganisationThatTheTaggerDoubts() throws {
        let gazetteer = try #require(EntityModel.english).gazetteer
        func told(_ word: String, _ kind: Int, _ confidence: Float) -> Int {
            let bytes = Array(word.utf8)
            return bytes.withUnsafeBufferPointer { buffer in
                var tokenizer = EntityTokenizer()
                tokenizer.add(buffer, in: 0..<buffer.count)
                let mention = EntityTagger.Mention(tokens: 0..<1, kind: kind, confidence: confidence)
                return Demonyms.told(in: [mention], of: tokenizer.text, gazetteer)[0].kind
            }
        }
        #expect(told("Moroccans", 2, 1) == 3 && told("Norwegian", 2, 1) == 3)
        #expect(told("Moroccans", 1, 0.5) == 3 && told("Moroccans", 1, 0.9) == 1)
        #expect(told("Norway", 2, 1) == 2 && told("Moroccans", 0, 0.1) == 0)
    }

    @Test func mentionsAreSortedAndApartInCodePointsBeyondASCII() {
        let article = article([
            "\u{201C}Très bien\u{201D}, said François Müller in Zürich \u{1F600}. Müller flew to Paris with Anna Berg of Ørsted."
        ])
        let entities = EntityFinder.entities(of: article)
        let ranges = entities.flatMap(\.mentions).sorted { $0.start < $1.start }
        #expect(!ranges.isEmpty)
        for (one, next) in zip(ranges, ranges.dropFirst()) { #expect(one.end <= next.start) }
        for entity in entities {
            for word in words(of: entity, in: article) {
                #expect(word.first?.isWhitespace == false)
                #expect(word.last?.isWhitespace == false)
            }
        }
    }

    @Test(arguments: [
        ("de", "Der Kanzler traf Maria Jensen am Montag in Berlin.", "Maria Jensen", "Berlin"),
        ("fr", "Le ministre a rencontré Claire Dubois lundi à Paris.", "Claire Dubois", "Paris"),
        ("es", "El ministro se reunió con Carmen Ruiz el lunes en Madrid.", "Carmen Ruiz", "Madrid"),
        ("pt", "O ministro reuniu-se com Ana Sousa na segunda-feira em Lisboa.", "Ana Sousa", "Lisboa"),
        ("ru", "Министр встретился с Иваном Петровым в понедельник в Москве.", "Иваном Петровым", "Москве"),
    ])
    func otherLanguagesHaveTheirNames(_ language: String, _ text: String, _ person: String, _ place: String) {
        let entities = EntityFinder.entities(of: article([text], language: language))
        #expect(entities.contains { $0.kind == .person && $0.name == person })
        #expect(entities.contains { $0.kind == .place && $0.name == place })
    }

    @Test func knownOrganizationsWithinALongerName_LeaveNoOverlap() {
        let text = EntityText(sentences: [["New", "York", "Times", "and", "BBC", "and", "CNN", "Fund", "met", "."]])
        let kind = EntityTag.kinds.firstIndex { $0.kind == .other } ?? 0
        let long = EntityTagger.Mention(tokens: 0..<8, kind: kind, confidence: 0.9)
        #expect(KnownOrganizations.told(in: [long], of: text) == [long])
        let two = EntityText(sentences: [["Islamic", "State", "and", "Hezbollah", "met", "."]])
        let joined = EntityTagger.Mention(tokens: 0..<4, kind: kind, confidence: 0.9)
        #expect(KnownOrganizations.told(in: [joined], of: two).map(\.tokens) == [0..<2, 3..<4])
        let times = EntityText(sentences: [["The", "Times", "of", "Elm", "wrote", "."]])
        let newspaper = EntityTagger.Mention(tokens: 1..<4, kind: kind, confidence: 0.9)
        #expect(KnownOrganizations.told(in: [newspaper], of: times) == [newspaper])
        let found = KnownOrganizations.told(in: [], of: text)
        #expect(found.map(\.tokens) == [0..<3, 4..<5, 6..<7])
    }

    @Test func aNameMeansOneThingInADocument() {
        let text = EntityText(sentences: [
            ["Ostrel", "sells"], ["at", "Ostrel"], ["of", "Ostrel"], ["with", "Ostrel"],
        ])
        let organization = EntityTag.kinds.firstIndex { $0.kind == .organization } ?? 0
        let place = EntityTag.kinds.firstIndex { $0.kind == .place } ?? 0
        let told = DocumentConsistency.told(
            in: [
                EntityTagger.Mention(tokens: 0..<1, kind: organization, confidence: 0.9),
                EntityTagger.Mention(tokens: 3..<4, kind: place, confidence: 0.4),
                EntityTagger.Mention(tokens: 5..<6, kind: organization, confidence: 0.95),
            ], of: text)
        #expect(told.map(\.kind) == [organization, organization, organization])
        // Where it was passed over it is added, if the others are sure.
        let sure = DocumentConsistency.told(in: [told[0], told[2]], of: text)
        #expect(sure.map(\.tokens) == [0..<1, 3..<4, 5..<6, 7..<8])
    }

    @Test func pronounsAndDiseasesAreNoNames() {
        let text = EntityText(sentences: [["We", "met", "Alzheimer", "there"]])
        let person = EntityTag.kinds.firstIndex { $0.kind == .person } ?? 0
        let mentions = [0, 2].map { EntityTagger.Mention(tokens: $0..<$0 + 1, kind: person, confidence: 0.9) }
        #expect(NonNames.removed(from: mentions, of: text).isEmpty)
    }

    @Test func aLanguageThatNothingWasLearnedOf_HasNoNames() {
        let article = article(["Statsministeren mødte Maria Jensen i København."], language: "da")
        #expect(EntityFinder.entities(of: article).isEmpty)
    }

    @Test func aNameOfTheHeadlineIsMarked() throws {
        let article = article(["The mayor of London spoke for an hour."], headline: "Strike over pay ends in London")
        let place = try #require(EntityFinder.entities(of: article).first { $0.name == "London" })
        #expect(place.isInHeadline)
        #expect(place.mentions.count == 1)
    }

    @Test(
        "a text that holds no names gives none to show",
        arguments: [
            "", " ", "\n\n", "(((", "'''s", "the cat sat on the mat and looked at the rain",
            "let x = y[0] + z; return f(x)",
            "1\t2\t3\n4\t5\t6",
        ])
    func findsNothing(_ text: String) {
        #expect(EntityFinder.entities(of: article([text])).allSatisfy { $0.confidence < 0.5 })
    }

    @Test func aBodyOfTenMegabytesIsLookedAtUpToTheLimit() {
        let sentence = "Maria Jensen met John Walker in Oslo and flew to London on Friday. "
        let article = article([String(repeating: sentence, count: 10_000_000 / sentence.utf8.count)])
        let entities = EntityFinder.entities(of: article)
        let mentions = entities.reduce(0) { $0 + $1.mentions.count }
        #expect(mentions > 0 && mentions <= EntityTokenizer.mostTokens)
        #expect(entities.count <= EntityFinder.mostEntities)
    }
}
