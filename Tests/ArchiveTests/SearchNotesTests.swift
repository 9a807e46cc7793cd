import ArticleQuery
import Foundation
import NewsModel
import Testing

@testable import Archive

/// What a search says of how it took the question, and how it orders what answers it.
@Suite struct SearchNotesTests {
    private static func result(
        _ reader: ArchiveReader, _ query: String, order: SearchRequest.Order = .relevance
    ) throws -> SearchResult {
        try reader.search(SearchRequest(query: query, order: order))
    }

    private static func headlines(_ reader: ArchiveReader, _ query: String) throws -> [String] {
        try result(reader, query).page.items.compactMap(\.article.headline)
    }

    private static func listed(_ reader: ArchiveReader, _ query: String) throws -> [String] {
        try reader.list(query: query).items.compactMap(\.headline)
    }

    private static let ferries = [
        StoryDesk.Story(headline: "Night ferry returns", body: "The night ferry sails again.", published: "2024-05-03"),
        StoryDesk.Story(
            headline: "Ferry, ferry, ferry: the toll of the ferry", body: "The ferry toll and the ferry.",
            published: "2019-02-01"),
        StoryDesk.Story(headline: "Old boats", body: "The ferries of May 2024 were old.", published: "2025-01-01"),
    ]

    @Test func namedTime_IsNoWordOfTheQuestion_AndIsSaid() throws {
        let (desk, reader) = try StoryDesk.filled(Self.ferries)
        defer { Desk.remove(desk.folder) }
        let result = try Self.result(reader, "night ferry May 2024")
        #expect(result.page.items.first?.article.headline == "Night ferry returns")
        #expect(result.page.items.first?.parts?.matched == ["night", "ferry"])
        #expect(result.page.items.first?.parts?.missing == [])
        #expect(result.notes.contains { if case .timePreferred("May 2024", _) = $0 { true } else { false } })
        #expect(!result.notes.contains { if case .relaxed = $0 { true } else { false } })
        let exact = try reader.search(SearchRequest(query: "night ferry May 2024", isExact: true))
        #expect(exact.notes.allSatisfy { if case .timePreferred = $0 { false } else { true } })
    }

    @Test func listOfANamedTime_HasItsArticles_AndThoseThatSayIt() throws {
        let (desk, reader) = try StoryDesk.filled(Self.ferries)
        defer { Desk.remove(desk.folder) }
        #expect(try Self.listed(reader, "ferry May 2024") == ["Old boats", "Night ferry returns"])
        #expect(try Self.listed(reader, "3 May 2024") == ["Night ferry returns"])
        #expect(try Self.headlines(reader, "May 3, 2024") == ["Night ferry returns"])
        let notes = try reader.notes("ferry May 2024", ArticleFilter(), isExact: false, for: .list)
        #expect(notes.contains { if case .timeTaken("May 2024", _) = $0 { true } else { false } })
    }

    @Test func smallWordBeforeATime_BelongsToIt() throws {
        let (desk, reader) = try StoryDesk.filled(Self.ferries)
        defer { Desk.remove(desk.folder) }
        #expect(try Self.listed(reader, "ferry in May 2024") == Self.listed(reader, "ferry May 2024"))
        #expect(try Self.listed(reader, "im Mai 2024") == Self.listed(reader, "Mai 2024"))
    }

    @Test func yearAlone_IsAWordInLists_AndIsNotSaidToBeATime() throws {
        let (desk, reader) = try StoryDesk.filled(
            Self.ferries + [
                StoryDesk.Story(headline: "Plans", body: "They were made in 2019.", published: "2024-01-01")
            ])
        defer { Desk.remove(desk.folder) }
        #expect(try Self.listed(reader, "2019") == ["Plans"])
        #expect(try reader.notes("2019", ArticleFilter(), isExact: false, for: .list).isEmpty)
    }

    @Test func rareWord_HasNoForms_ByTheRulesOfALanguageThatHasNoneOfThem() throws {
        let polish = (0..<6).map {
            StoryDesk.Story(headline: "Piękne lato \($0)", body: "Przez pięć lat i jedno lato \($0).", language: "pl")
        }
        let (desk, reader) = try StoryDesk.filled(
            polish + [StoryDesk.Story(headline: "Theo wins", body: "Theo rowed across.")])
        defer { Desk.remove(desk.folder) }
        #expect(try Self.listed(reader, "Theo") == ["Theo wins"])
        #expect(try Self.listed(reader, "lat").count == 6)
    }

    @Test func articleWithEveryWord_ComesBeforeAnyWithMost() throws {
        let (desk, reader) = try StoryDesk.filled([
            StoryDesk.Story(
                headline: "Zeppelin, zeppelin, zeppelin over the lighthouse", body: "Zeppelin. Lighthouse."),
            StoryDesk.Story(
                headline: "Minutes",
                body: String(repeating: "Nothing was decided. ", count: 200) + "A zeppelin, a lighthouse, and walnuts."),
        ])
        defer { Desk.remove(desk.folder) }
        let result = try Self.result(reader, "zeppelin lighthouse walnuts")
        #expect(result.page.items.first?.article.headline == "Minutes" && result.page.items.count == 2)
        #expect(result.page.items.map(\.score) == result.page.items.map(\.score).sorted(by: >))
    }

    @Test func relaxedQuestion_InOrderOfTime_SaysThatTheNewestComeFirst() throws {
        let (desk, reader) = try StoryDesk.filled(Self.ferries)
        defer { Desk.remove(desk.folder) }
        let notes = try Self.result(reader, "ferry toll zeppelin", order: .date).notes
        #expect(notes.contains(.relaxed(["ferry", "toll", "zeppelin"], isByTime: true)))
        #expect(notes.first?.description.contains("the newest come first") == true)
    }

    @Test(arguments: [
        ("recieve", "recieve", "receive"), ("fery", "fery", "ferry"), ("+recieve", "recieve", "receive"),
        ("headline:recieve", "headline:recieve", "receive"), ("recieve AND parcels", "recieve", "receive"),
    ])
    func slipThatAnArticleHasToo_IsMended_AndSaid(_ query: String, _ typed: String, _ meant: String) throws {
        var stories = (0..<8).map {
            StoryDesk.Story(
                headline: "We receive parcels \($0)", body: "The ferry brings parcels that we receive \($0).")
        }
        stories.append(StoryDesk.Story(headline: "They recieve", body: "The fery has parcels that they recieve."))
        let (desk, reader) = try StoryDesk.filled(stories)
        defer { Desk.remove(desk.folder) }
        let result = try Self.result(reader, query)
        #expect(result.page.items.count == 9)
        #expect(result.notes.contains(.assumed(typed, [meant], articles: 1)), "\(result.notes)")
        #expect(result.page.items.allSatisfy { $0.parts?.missing == [] && $0.parts?.matched.isEmpty == false })
        // A set is not made larger where it has what was typed.
        #expect(try Self.listed(reader, query).count == 1)
    }

    @Test func wordThatNoArticleHas_IsSaidToBeInNone_AlsoWhereAFormOfItIs() throws {
        let (desk, reader) = try StoryDesk.filled([
            StoryDesk.Story(headline: "Working remote", body: "Remote work is common."),
            StoryDesk.Story(headline: "Ward", body: "A ward for diabetes and the diabetes ward."),
        ])
        defer { Desk.remove(desk.folder) }
        for (typed, meant) in [("remotly", "remote"), ("diabetis", "diabetes")] {
            let notes = try Self.result(reader, typed).notes
            #expect(notes == [.assumed(typed, [meant], articles: 0)], "\(notes)")
            #expect(notes.first?.description.hasPrefix("\(typed) is in no article; \(meant) was looked for") == true)
        }
    }

    @Test func wordsOfOtherLanguages_AreNoFormsOrSlipsOfAKnownOne() throws {
        var stories = (0..<14).map { StoryDesk.Story(headline: "Late tide \($0)", body: "The tide came late \($0).") }
        stories += (0..<14).map {
            StoryDesk.Story(headline: "Piękne lato \($0)", body: "Przez pięć lat i jedno lato \($0).", language: "pl")
        }
        stories.append(StoryDesk.Story(headline: "В пути", body: "Поезд в пути.", language: "ru"))
        stories.append(StoryDesk.Story(headline: "An iron bridge", body: "Iron and steel."))
        stories.append(StoryDesk.Story(headline: "Wives", body: "The wife of the keeper."))
        stories.append(StoryDesk.Story(headline: "Ιράν", body: "Το Ιράν σήμερα.", language: "el"))
        stories.append(StoryDesk.Story(headline: "Iran today", body: "Iran today."))
        let (desk, reader) = try StoryDesk.filled(stories)
        defer { Desk.remove(desk.folder) }
        #expect(try Self.headlines(reader, "late").allSatisfy { $0.hasPrefix("Late") })
        #expect(try Self.headlines(reader, "Putin").isEmpty)
        #expect(try Self.headlines(reader, "wifi").isEmpty)
        #expect(Set(try Self.headlines(reader, "Ιράν")) == ["Ιράν", "Iran today"])
        #expect(Set(try Self.headlines(reader, "Iran")) == ["Ιράν", "Iran today"])
    }

    @Test func wordInTwoParts_IsFoundByOne_AndNamesOfCountriesAcrossAlphabets() throws {
        let (desk, reader) = try StoryDesk.filled([
            StoryDesk.Story(headline: "Net", body: "The Wi-Fi works on the ferry."),
            StoryDesk.Story(headline: "Manila", body: "The Philippines vote."),
        ])
        defer { Desk.remove(desk.folder) }
        #expect(try Self.headlines(reader, "wifi") == ["Net"])
        #expect(try Self.headlines(reader, "Филиппины") == ["Manila"])
    }

    @Test(arguments: [
        ("\"night ferry\"", ["night ferry"]), ("+ferry", ["ferry"]), ("headline:ferry", ["headline:ferry"]),
        ("night AND ferry", ["night", "ferry"]), ("near(night ferry, 2)", ["night", "ferry"]),
    ])
    func strictQueries_SayWhatMatched(_ query: String, _ matched: [String]) throws {
        let (desk, reader) = try StoryDesk.filled(Self.ferries)
        defer { Desk.remove(desk.folder) }
        let hits = try Self.result(reader, query).page.items
        let hit = try #require(hits.first { $0.article.headline == "Night ferry returns" })
        #expect(hit.parts?.matched == matched && hit.parts?.missing == [])
        #expect(hit.score > 0)
    }

    @Test(arguments: [
        ("headline:ferry zeppelin", ["headline:ferry", "zeppelin"]), ("(toll OR night) zeppelin", ["zeppelin"]),
        ("near(night ferry) zeppelin", ["night", "ferry", "zeppelin"]),
    ])
    func wordBesideWhatIsStrict_IsSaidToBeMissing(_ query: String, _ words: [String]) throws {
        let (desk, reader) = try StoryDesk.filled(Self.ferries)
        defer { Desk.remove(desk.folder) }
        #expect(try Self.result(reader, query).notes.contains(.relaxed(words, isByTime: false)))
    }

    @Test(arguments: ["+ferry", "ferry AND", "OR ferry", "headline:ferry OR body:ferry"])
    func exactWordInTheHeadline_ComesFirst_AlsoWhereItIsDemanded(_ query: String) throws {
        let (desk, reader) = try StoryDesk.filled([
            StoryDesk.Story(headline: "Boats", body: "Ferries, ferries and ferries, and one ferry to the ferries."),
            StoryDesk.Story(headline: "A ferry", body: "It sailed on Tuesday with forty people and a dog."),
        ])
        defer { Desk.remove(desk.folder) }
        #expect(try Self.headlines(reader, query).first == "A ferry")
    }

    @Test func listWithoutAnArticleOfAllWords_GoesOnWithoutSmallOnes_AndSaysSo() throws {
        let (desk, reader) = try StoryDesk.filled(Self.ferries)
        defer { Desk.remove(desk.folder) }
        #expect(try Self.listed(reader, "why does the nigth ferry return") == ["Night ferry returns"])
        let notes = try reader.notes("why does the nigth ferry return", ArticleFilter(), isExact: false, for: .list)
        #expect(notes == [.smallWordsLeftOut(["why", "does", "the"]), .assumed("nigth", ["night"], articles: 0)])
        #expect(try reader.notes("the night ferry", ArticleFilter(), isExact: false, for: .list).isEmpty)
        let alert = try reader.notes("why nigth", ArticleFilter(), isExact: false, for: .alert)
        #expect(alert == [.unknownWord("nigth", ["night"]), .smallWordsDemanded(["why"])])
    }

    @Test func addressOfAnArticle_FindsIt_AndNoOther() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        var article = Article.make("The harbour is closed.")
        article.url = "https://courier.example/news/harbour-closed"
        try desk.deliver("page", [article])
        let reader = try ArchiveReader.open(state: desk.folder)
        #expect(
            try Self.result(reader, " HTTP://Courier.example/news/harbour-closed/?utm_source=x").page.items.count == 1)
        #expect(try Self.result(reader, "https://courier.example/news/harbour").page.items.isEmpty)
    }

    @Test(arguments: [0, 1]) func damagedListOfWords_IsSaid_AndSearchGoesOnWithoutIt(_ kind: Int) throws {
        let (desk, reader) = try StoryDesk.filled(Self.ferries)
        defer { Desk.remove(desk.folder) }
        let file = URL(fileURLWithPath: desk.folder + "/analysis/vocabulary")
        var bytes = try Data(contentsOf: file)
        if kind == 0 { bytes.removeLast(bytes.count / 2) } else { bytes[bytes.count / 2] ^= 4 }
        try bytes.write(to: file, options: .atomic)
        let result = try Self.result(reader, "ferries toll")
        #expect(result.notes.contains(.vocabularyDamaged))
        #expect(result.page.items.first?.article.headline == "Ferry, ferry, ferry: the toll of the ferry")
        #expect(try reader.renewVocabulary(whenNewer: 0.5), "it is made again")
        #expect(try !Self.result(reader, "ferries toll").notes.contains(.vocabularyDamaged))
    }
}
