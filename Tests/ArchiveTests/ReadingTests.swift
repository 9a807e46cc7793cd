import ArticleQuery
import NewsModel
import SearchText
import Testing

@testable import Archive

/// What commands read.
struct ReadingTests {
    private static func day(_ text: String) -> Int64 { NewsTime(text)?.instantMilliseconds ?? 0 }

    /// Three articles: one with a byline and a time, one with a day, one that is known by its delivery only.
    private static func filledDesk() throws -> (Desk, ArchiveReader) {
        let desk = try Desk()
        try desk.deliver(
            "1",
            [
                .make(
                    Copy.bridge, url: "https://courier.example/bridge", published: "2024-05-03T14:05:00+02:00",
                    authors: ["Ann Lee", "Bo Öst"], outlet: "The Harbour Courier")
            ], name: "bridge.html", received: day("2024-05-04"))
        try desk.deliver(
            "2", [.make(Copy.budget, headline: "Budget passed", published: "2024-06-01", outlet: "Evening Post")],
            name: "budget.html", received: day("2024-06-02"))
        try desk.deliver(
            "3", [.make("The bridge will be closed at night.", headline: "Notice")], name: "notice.txt",
            received: day("2024-01-01"))
        return (desk, try ArchiveReader.open(state: desk.folder))
    }

    @Test func list_IsNewestFirst_WithEveryField() throws {
        let (desk, reader) = try Self.filledDesk()
        defer { Desk.remove(desk.folder) }
        let page = try reader.list()
        #expect(page.items.map(\.headline) == ["Budget passed", "Harbour bridge opens", "Notice"])
        #expect(page.next == nil)
        let bridge = page.items[1]
        #expect(bridge.authors == ["Ann Lee", "Bo Öst"])
        #expect(bridge.outlet == "The Harbour Courier")
        #expect(bridge.published?.description == "2024-05-03T14:05:00+02:00")
        #expect(bridge.url == "https://courier.example/bridge")
        #expect(bridge.file == "bridge.html" && bridge.delivery == 1 && bridge.version == 1)
    }

    struct FilterCase: Sendable {
        var name: String
        var filter: ArticleFilter
        var headlines: [String]
    }

    @Test(arguments: [
        FilterCase(
            name: "since", filter: ArticleFilter(since: day("2024-05-03T12:05:00Z")),
            headlines: ["Budget passed", "Harbour bridge opens"]),
        FilterCase(
            name: "until, on the delivery's time where none is published",
            filter: ArticleFilter(until: day("2024-05-03T12:04:59Z")), headlines: ["Notice"]),
        FilterCase(
            name: "part of the outlet in another case", filter: ArticleFilter(outlet: "harBOUR"),
            headlines: ["Harbour bridge opens"]),
        FilterCase(
            name: "part of an author in another case", filter: ArticleFilter(author: "ÖST"),
            headlines: ["Harbour bridge opens"]),
        FilterCase(name: "no such collection", filter: ArticleFilter(collection: "sub"), headlines: []),
        FilterCase(
            name: "a name with the syntax of SQL", filter: ArticleFilter(outlet: "%' OR '1'='1"), headlines: []),
    ])
    func filter_TakesWhatItSays(_ table: FilterCase) throws {
        let (desk, reader) = try Self.filledDesk()
        defer { Desk.remove(desk.folder) }
        #expect(try reader.list(table.filter).items.map(\.headline) == table.headlines, "\(table.name)")
        #expect(try reader.count(table.filter) == table.headlines.count)
    }

    @Test func pages_CoverTheWhole_OnceEach() throws {
        let (desk, reader) = try Self.filledDesk()
        defer { Desk.remove(desk.folder) }
        var seen: [String?] = []
        var cursor: PageCursor?
        repeat {
            let page = try reader.list(limit: 1, after: cursor.flatMap { PageCursor($0.description) })
            seen += page.items.map(\.headline)
            cursor = page.next
        } while cursor != nil
        #expect(seen == ["Budget passed", "Harbour bridge opens", "Notice"])
        for order in [SearchRequest.Order.relevance, .date] {
            var found: [String?] = []
            var cursor: PageCursor?
            repeat {
                let page = try reader.search(
                    SearchRequest(query: "bridge", order: order, limit: 1, cursor: cursor)
                ).page
                found += page.items.map(\.article.headline)
                cursor = page.next
            } while cursor != nil
            #expect(found == ["Harbour bridge opens", "Notice"])
        }
    }

    @Test func search_RanksHeadlinesFirst_AndHonoursFilters() throws {
        let (desk, reader) = try Self.filledDesk()
        defer { Desk.remove(desk.folder) }
        let result = try reader.search(SearchRequest(query: "bridge"))
        #expect(result.page.items.map(\.article.headline) == ["Harbour bridge opens", "Notice"])
        #expect(result.page.items.allSatisfy { $0.score > 0 })
        #expect(!result.isBounded)
        let snippet = try #require(result.page.items.first?.snippet)
        #expect(snippet.pieces.filter(\.isHighlighted).map { String($0.text) } == ["bridge"])
        #expect(result.page.items.first?.headlineHighlights == [8..<14])
        let filtered = try reader.search(SearchRequest(query: "bridge", filter: ArticleFilter(outlet: "courier")))
        #expect(filtered.page.items.count == 1)
        #expect(try reader.search(SearchRequest(query: "submarine")).page.items.isEmpty)
    }

    @Test func commonWords_RankTheNewestMatchesOnly_AndSaySo() throws {
        let (desk, reader) = try Self.filledDesk()
        defer { Desk.remove(desk.folder) }
        let request = SearchRequest(query: "bridge")
        let bounded = try reader.search(request, SearchBounds(ranked: 1))
        #expect(bounded.isBounded)
        #expect(bounded.page.items.map(\.article.headline) == ["Notice"])
        #expect(try reader.search(request, SearchBounds(ranked: 2)).isBounded == false)
    }

    @Test func search_FindsInflectedForms_UnlessExact() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        var article = Article.make("The ministry said nothing.")
        article.language = "en"
        try desk.deliver("1", [article])
        let reader = try ArchiveReader.open(state: desk.folder)
        #expect(try reader.search(SearchRequest(query: "ministries")).page.items.count == 1)
        #expect(try reader.search(SearchRequest(query: "ministries", isExact: true)).page.items.isEmpty)
        let nothing = try reader.search(SearchRequest(query: "?!"))
        #expect(nothing.page.items.isEmpty && nothing.notes == [.nothingToSearch])
    }

    @Test(arguments: ["\"", "bridge\" OR *", "(((", "NEAR(", "body:", "-", "a\0b", "' ; DROP TABLE articles", ""])
    func anyTyping_IsAQuery(_ query: String) throws {
        let (desk, reader) = try Self.filledDesk()
        defer { Desk.remove(desk.folder) }
        _ = try reader.search(SearchRequest(query: query))
        #expect(try reader.count(ArticleFilter()) == 3)
    }

    @Test func article_IsFoundByPrefix_WithVersionsDeliveriesAndEveryField() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        var full = Article.make(
            Copy.bridge, guid: "urn:1", member: "a.mbox!#1", published: "2024-05-03", authors: ["Ann Lee"],
            outlet: "The Courier")
        full.deck = "A \"crossing\""
        full.byline = "By Ann Lee"
        full.keywords = ["bridge", "tram\u{1}"]
        full.dateline = Dateline(text: "PORT, May 3", place: "Port", date: NewsTime("2024-05-03"), agency: "AA")
        full.credits = [Credit(kind: .source, person: "Jo", outlet: "Post", range: CodePointRange(start: 0, end: 3))]
        full.leadImage = LeadImage(url: "https://i.example/1.jpg", caption: "c", creditLine: "d")
        full.links = [Link(url: "https://l.example/"), Link(url: "https://m.example/", text: "M")]
        full.wire.urgency = 3
        full.wire.embargo = NewsTime("2024-05-04T00:00:00Z")
        full.wire.publicationStatus = .cancelled
        full.subjects = [Subject(scheme: "medtop", code: "04000000", name: "economy"), Subject(code: "x")]
        full.annotations = [
            Annotation(
                kind: "quotation", range: CodePointRange(start: 1, end: 2), confidence: 0.5, extractor: "quotes",
                extractorVersion: 2, values: ["speaker": "Jo \"J\""])
        ]
        full.retrieved = NewsTime("2024-05-05T10:00:00Z")
        full.paragraphs[1].kind = .preformatted
        let first = try desk.deliver("1", [full], name: "1.mbox")
        try desk.deliver("1", [full], name: "copy.mbox")
        try desk.deliver("2", [.make(Copy.bridgeUpdated, guid: "urn:1", published: "2024-05-04")], name: "2.html")
        try desk.deliver("3", [full], name: "3.mbox")
        let id = try #require(first.articles.first?.id)
        let reader = try ArchiveReader.open(state: desk.folder)
        guard case .found(let record) = try reader.article(String(id.description.prefix(6)).uppercased()) else {
            Issue.record("not found")
            return
        }
        #expect(record.id == id)
        #expect(record.versions.map(\.number) == [1, 2])
        #expect(record.currentVersion == 2 && !record.isWithdrawn)
        #expect(record.versions[0].article == full)
        #expect(record.deliveries.map(\.id) == [1, 2, 3, 4])
        #expect(record.deliveries.map(\.outcome) == [.stored, .duplicate, .stored, .duplicate])
        guard case .none = try reader.article("zzzzzzzzzzzz"), case .none = try reader.article("%") else {
            Issue.record("found what is not there")
            return
        }
    }

    @Test func prefixOfSeveralIds_IsAmbiguous() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let portions = (0..<40).map { number in
            DeliveryPortion(
                facts: desk.facts("\(number)"), articles: [PreparedArticle(.make("Text \(number)"))], end: .read)
        }
        let ids = try desk.archive.commit(portions).flatMap { $0.articles.map(\.id.description) }
        let shared = try #require(Dictionary(grouping: ids) { $0.prefix(1) }.first { $0.value.count > 1 })
        guard case .ambiguous(let some) = try ArchiveReader.open(state: desk.folder).article(String(shared.key)) else {
            Issue.record("not ambiguous")
            return
        }
        #expect(some.map(\.description).sorted() == Array(shared.value.sorted().prefix(10)))
    }

    @Test func deliveries_AreNewestFirst_ByOutcomeTimeAndPage() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try desk.deliver("1", [.make(Copy.bridge)], received: 1_000)
        let rejection = Rejection(stage: .reading, code: .undecodable, message: "no character set")
        let rejected = try desk.deliver("2", [], received: 2_000, end: .rejected(rejection))
        try desk.deliver("1", [], name: "c.html", received: 3_000, end: .sameBytes)
        try desk.deliver("2", [.make(Copy.budget)], received: 4_000, retryOf: rejected.delivery)
        let reader = try ArchiveReader.open(state: desk.folder)
        #expect(try reader.deliveries().items.map(\.id) == [4, 3, 2, 1])
        #expect(try reader.deliveries(DeliveryFilter(since: 3_000)).items.map(\.id) == [4, 3])
        let record = try #require(try reader.deliveries(DeliveryFilter(outcome: .rejected)).items.first)
        #expect(record.id == 2 && record.isReplaced && record.code == .undecodable && record.stage == "reading")
        #expect(record.message == "no character set")
        #expect(record.sha256 == .of(Array("2".utf8)))
        #expect(record.original == "originals/d4/d4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35.zst")
        #expect(try reader.deliveries(DeliveryFilter(outcome: .rejected, leavesOutReplaced: true)).items.isEmpty)
        #expect(try reader.delivery(4)?.retryOf == 2)
        let page = try reader.deliveries(limit: 3)
        #expect(try reader.deliveries(limit: 3, after: page.next).items.map(\.id) == [1])
        let status = try reader.status()
        #expect(status.counters.stored == 2 && status.counters.duplicate == 1 && status.counters.rejected == 0)
        #expect(status.last?.headline == "Harbour bridge opens" && status.last?.received == 4_000)
        #expect(status.databaseBytes > 0)
    }

    @Test func readerBesideTheWriter_SeesWhatIsCommitted_AndHoldsNoLog() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let reader = try ArchiveReader.open(state: desk.folder)
        try desk.deliver("1", [.make(Copy.bridge)])
        #expect(try reader.search(SearchRequest(query: "tram")).page.items.count == 1)
        try desk.archive.checkpoint()
        #expect(try reader.status().logBytes == 0)
        try desk.deliver("2", [.make(Copy.budget)])
        #expect(try reader.list().items.count == 2)
    }

    @Test func languageOfHardlyAnyArticle_JoinsNoWords() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        func article(_ text: String, _ language: String) -> Article {
            var article = Article.make(text, headline: nil)
            article.language = language
            return article
        }
        try desk.deliver("0", [article("Le journal", "fr")])
        let reader = try ArchiveReader.open(state: desk.folder)
        let plural = SearchRequest(query: "journaux")
        #expect(try reader.search(plural).page.items.count == 1)
        for number in 1...60 { try desk.deliver("\(number)", [article("Text number \(number)", "de")]) }
        #expect(try reader.search(plural).page.items.isEmpty)
        let french = SearchRequest(query: "journaux", filter: ArticleFilter(language: "fr"))
        #expect(try reader.search(french).page.items.count == 1)
    }
}
