import ArticleQuery
import NewsModel
import Testing

@testable import Archive

/// Searches whose words rank and are not demanded.
@Suite struct RankedSearchTests {
    private static func found(_ reader: ArchiveReader, _ query: String) throws -> [String] {
        try reader.search(SearchRequest(query: query)).page.items.compactMap(\.article.headline)
    }

    private static let bees = StoryDesk.Story(
        headline: "Bees vanish from orchards", body: "Growers count dead bees. The cold spring and a fungus are blamed."
    )
    private static let fungus = StoryDesk.Story(
        headline: "A fungus in the vineyards",
        body: "Growers fear a fungus that came with the rain, and count the dead vines.")

    @Test func articleWithAllWords_ComesBeforeThoseWithMost_AndSaysWhichItLacks() throws {
        let (desk, reader) = try StoryDesk.filled([Self.fungus, Self.bees])
        defer { Desk.remove(desk.folder) }
        let result = try reader.search(SearchRequest(query: "Why do bees die of a fungus in orchards?"))
        #expect(
            result.page.items.map(\.article.headline) == ["Bees vanish from orchards", "A fungus in the vineyards"])
        let parts = try #require(result.page.items.first?.parts)
        #expect(parts.matched == ["bees", "fungus", "orchards"])
        #expect(parts.missing == ["die"])
        #expect(abs(parts.words.map(\.score).reduce(parts.proximity + parts.complete, +) - parts.total) < 1e-9)
    }

    @Test func wordsTooCommonToScore_AreNotMissing() throws {
        let (desk, reader) = try StoryDesk.filled([
            StoryDesk.Story(
                headline: "Harbour master retires",
                body: "The council met on the matter, and the harbour report was read again beside bees.")
        ])
        defer { Desk.remove(desk.folder) }
        var bounds = SearchBounds()
        bounds.seeds = 1
        let query = "bees council met matter harbour report read again zeppelin"
        let hit = try #require(try reader.search(SearchRequest(query: query), bounds).page.items.first)
        #expect(hit.article.headline == "Harbour master retires")
        #expect(hit.parts?.missing == ["zeppelin"])
    }

    @Test func noArticleWithAllWords_IsSaid_AndOneWithAllIsNot() throws {
        let (desk, reader) = try StoryDesk.filled([Self.fungus, Self.bees])
        defer { Desk.remove(desk.folder) }
        let relaxed = try reader.search(SearchRequest(query: "bees orchards spaceship"))
        #expect(relaxed.notes.first == .relaxed(["bees", "orchards", "spaceship"], isByTime: false))
        #expect(try reader.search(SearchRequest(query: "bees orchards fungus")).notes.isEmpty)
    }

    @Test(arguments: [
        ("\"dead vines\" bees", ["A fungus in the vineyards"]), ("+vineyards bees", ["A fungus in the vineyards"]),
        ("fungus -vineyards", ["Bees vanish from orchards"]), ("growers headline:bees", ["Bees vanish from orchards"]),
        ("\"vines dead\" bees fungus", []), ("growers AND orchards", ["Bees vanish from orchards"]),
    ])
    func whatIsMarked_IsStrict(_ query: String, _ headlines: [String]) throws {
        let (desk, reader) = try StoryDesk.filled([Self.fungus, Self.bees])
        defer { Desk.remove(desk.folder) }
        #expect(try Self.found(reader, query) == headlines)
    }

    @Test func slip_FindsWhatWasMeant_AndSaysSo_UnlessQuoted() throws {
        let (desk, reader) = try StoryDesk.filled([Self.bees])
        defer { Desk.remove(desk.folder) }
        let result = try reader.search(SearchRequest(query: "orchads"))
        #expect(result.page.items.map(\.article.headline) == ["Bees vanish from orchards"])
        #expect(result.notes == [.assumed("orchads", ["orchards"], articles: 0)])
        #expect(try Self.found(reader, "\"orchads\"").isEmpty)
        #expect(try reader.search(SearchRequest(query: "orchads", isExact: true)).page.items.isEmpty)
    }

    @Test(arguments: [
        ("Penthouse Wohnung", "de", "Die Penthousewohnung steht leer."),
        ("Penthousewohnung", "de", "Penthouse Wohnung frei, Wohnung am Penthouse."),
        ("Харьков", "ru", "Харьковский завод встал."), ("харьковский завод", "ru", "В Харькове тихо."),
        ("Харьков", "ru", "Тихо в Харькове."), ("Warszawa", "pl", "Warszawski ratusz."),
        ("Italy", "en", "An Italian judge."), ("Germany", "en", "A German judge."),
        ("powódź", "pl", "Miasto po powodzi."), ("man hole fires", "en", "Two manhole fires were put out."),
        ("organise", "en", "They organize a fair."),
        ("colour", "en", "A color film."), ("seventy ferries", "en", "All 70 boats."),
    ])
    func otherWaysToWriteIt_AreFound(_ query: String, _ language: String, _ body: String) throws {
        // The parts of a compound are words that two articles have.
        let meant = StoryDesk.Story(headline: "Meant", body: body, language: language)
        let other = StoryDesk.Story(headline: "Other", body: "Ein Penthouse. Eine Wohnung.", language: language)
        let (desk, reader) = try StoryDesk.filled([meant, other])
        defer { Desk.remove(desk.folder) }
        #expect(try Self.found(reader, query).contains("Meant"))
    }

    @Test func chineseQuestion_NeedsMostOfItsPairs_NotAllAsOnePhrase() throws {
        let (desk, reader) = try StoryDesk.filled([
            StoryDesk.Story(headline: "九龍住宅遭入屋盜竊", body: "警方說首飾不見了。", language: "zh"),
            StoryDesk.Story(headline: "九龍天氣", body: "今天下雨。", language: "zh"),
        ])
        defer { Desk.remove(desk.folder) }
        #expect(try Self.found(reader, "九龍入屋盜竊").first == "九龍住宅遭入屋盜竊")
    }

    @Test func timeThatIsNamed_IsPreferred_AndNotDemanded() throws {
        let (desk, reader) = try StoryDesk.filled([
            StoryDesk.Story(headline: "Tunnel then", body: "The tunnel was dug.", published: "2012-01-20"),
            StoryDesk.Story(headline: "Tunnel later", body: "The tunnel was dug.", published: "2015-06-01"),
        ])
        defer { Desk.remove(desk.folder) }
        #expect(try Self.found(reader, "tunnel January 2012") == ["Tunnel then", "Tunnel later"])
        #expect(try Self.found(reader, "tunnel June 2015") == ["Tunnel later", "Tunnel then"])
    }

    @Test func nameInAnotherAlphabet_IsFound() throws {
        let (desk, reader) = try StoryDesk.filled([
            StoryDesk.Story(headline: "Суд", body: "Навальный выступил в суде.", language: "ru")
        ])
        defer { Desk.remove(desk.folder) }
        #expect(try Self.found(reader, "Navalny") == ["Суд"])
    }

    @Test func withoutAListOfWords_QuestionsAreAnsweredToo() throws {
        let (desk, reader) = try StoryDesk.filled([Self.fungus, Self.bees], listsWords: false)
        defer { Desk.remove(desk.folder) }
        #expect(try Self.found(reader, "Why did orchards lose bees?").first == "Bees vanish from orchards")
    }

    @Test func listOfWords_IsMadeAgain_OnlyWhenEnoughIsNewer() throws {
        let (desk, reader) = try StoryDesk.filled([Self.bees])
        defer { Desk.remove(desk.folder) }
        #expect(try !reader.renewVocabulary(whenNewer: 0))
        try desk.deliver("more", [.make("A zeppelin landed.")])
        #expect(try !reader.renewVocabulary(whenNewer: 0.5))
        #expect(try reader.renewVocabulary(whenNewer: 0))
        #expect(try reader.read("look") { $0.words?.articles(with: "zeppelin") } == 1)
    }

    /// An archive with 120 articles about a lighthouse, the later ones longer and worse, of which the first 40 are under embargo.
    private static func lighthouses() throws -> (Desk, ArchiveReader) {
        let desk = try Desk()
        let articles = (0..<120).map { number in
            let body =
                String(repeating: "Nothing was said. ", count: number) + "Then the lighthouse keeper \(number) spoke."
            var article = Article.make(body)
            article.headline = number % 7 == 0 ? "Lighthouse \(number)" : "Report \(number)"
            article.language = "en"
            article.memberPath = "#\(number)"
            if number < 40 { article.wire.embargo = NewsTime("2100-01-01T00:00:00Z") }
            return article
        }
        // The best come first, so that the later ones can be left out.
        try desk.deliver("all", articles.reversed())
        return (desk, try ArchiveReader.open(state: desk.folder))
    }

    @Test(arguments: ["lighthouse keeper", "keeper", "lighthouse spoke zeppelin"])
    func articlesThatCannotBeAmongTheBest_AreLeftOut_AndTheHitsAreTheSame(_ query: String) throws {
        let (desk, reader) = try Self.lighthouses()
        defer { Desk.remove(desk.folder) }
        let all = try reader.search(SearchRequest(query: query, limit: 1_000)).page.items
        let page = try reader.search(SearchRequest(query: query, limit: 3)).page
        #expect(all.count > 100)
        #expect(page.items == Array(all.prefix(3)))
        let next = try #require(page.next)
        let second = try reader.search(SearchRequest(query: query, limit: 3, cursor: next)).page
        #expect(second.items == Array(all[3..<6]))
        let leftOut = try reader.read("look") { session in
            let selection = try session.selection(query, ArticleFilter())
            let bounds = SearchBounds()
            let question = try #require(try session.question(selection, isExact: false, bounds))
            return try session.candidates(question, selection, bounds, best: 10).leftOut.count
        }
        #expect(leftOut > 0)
    }

    @Test func whereTheBestMayNotBeShown_TheNextAreFoundNevertheless() throws {
        let (desk, reader) = try Self.lighthouses()
        defer { Desk.remove(desk.folder) }
        let filter = ArticleFilter(availability: .publishable(at: 1_800_000_000_000))
        let all = try reader.search(SearchRequest(query: "keeper", filter: filter, limit: 1_000)).page
        #expect(all.items.count == 80)
        let page = try reader.search(SearchRequest(query: "keeper", filter: filter, limit: 3)).page
        #expect(page.items == Array(all.items.prefix(3)))
        #expect(page.next != nil)
    }
}
