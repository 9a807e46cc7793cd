import NewsModel
import Testing

@testable import Archive

/// When copy is a version of a known article, and which version is the current one.
struct VersionTests {
    @Test func otherText_WithTheSameKey_IsANewVersion() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let first = try desk.deliver("1", [.make(Copy.bridge, url: "https://news.example/bridge")])
        let second = try desk.deliver(
            "2", [.make(Copy.bridgeUpdated, url: "http://NEWS.example:80/bridge/?utm_source=x#top")])
        #expect(second.articles.map(\.id) == first.articles.map(\.id))
        #expect(second.articles.map(\.version) == [2])
        #expect(second.articles.map(\.isCurrent) == [true])
        let counters = try desk.archive.counters()
        #expect(counters.articles == 1 && counters.versions == 2 && counters.stored == 2)
        #expect(try desk.sqlite3("SELECT count(*) FROM article_index WHERE article_index MATCH 'six'") == "1")
        #expect(try desk.sqlite3("SELECT count(*) FROM article_index WHERE article_index MATCH 'four'") == "0")
        #expect(
            try Desk.sqlite3(
                desk.database, "INSERT INTO article_index(article_index, rank) VALUES ('integrity-check', 1)",
                readOnly: false) == "")
    }

    @Test func changedSpacingAndPunctuation_AreNoNewVersion() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try desk.deliver("1", [.make(Copy.bridge, guid: "urn:1")])
        let spaced = Copy.bridge.split(separator: " ").joined(separator: "  ").uppercased()
        let second = try desk.deliver("2", [.make(spaced, headline: "“Harbour bridge” opens", guid: "urn:1")])
        #expect(second.outcome == .duplicate)
    }

    @Test func anOlderTextAgain_IsKnown() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try desk.deliver("1", [.make(Copy.bridge, guid: "urn:1")])
        try desk.deliver("2", [.make(Copy.bridgeUpdated, guid: "urn:1")])
        #expect(try desk.deliver("3", [.make(Copy.bridge, guid: "urn:1")]).outcome == .duplicate)
    }

    @Test func unrelatedText_WithTheSameKey_IsAnotherArticle_UnlessTheHeadlineIsTheSame() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let first = try desk.deliver("1", [.make(Copy.bridge, url: "https://news.example/live")])
        let other = try desk.deliver(
            "2", [.make(Copy.budget, headline: "Budget passed", url: "https://news.example/live")])
        #expect(other.articles.first?.id != first.articles.first?.id)
        #expect(other.articles.first?.version == 1)
        let edited = try desk.deliver(
            "3", [.make("Wholly rewritten words stand here now.", url: "https://news.example/live")])
        #expect(edited.articles.first?.id == first.articles.first?.id)
        #expect(edited.articles.first?.version == 2)
    }

    @Test func fullPage_AfterAFeedsSummary_IsTheFullerVersion_AndALaterSummaryIsNot() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let url = "https://news.example/bridge"
        var summary = Article.make("Traffic rolls.", headline: "Bridge", url: url, published: "2024-05-03T12:00:00Z")
        summary.isSummary = true
        let first = try desk.deliver("feed", [summary])
        let page = try desk.deliver("page", [.make(Copy.bridge, url: url, published: "2024-05-03T11:55:00Z")])
        #expect(page.articles.map(\.id) == first.articles.map(\.id))
        #expect(page.articles.map(\.version) == [2])
        #expect(page.articles.map(\.isCurrent) == [true])
        summary.body += " Again."
        summary.published = NewsTime("2024-05-04T12:00:00Z")
        let later = try desk.deliver("feed again", [summary])
        #expect(later.articles.map(\.version) == [3])
        #expect(later.articles.map(\.isCurrent) == [false])
    }

    struct Turn: Sendable {
        var name: String
        var old: VersionOrder
        var new: VersionOrder
        var replaces: Bool
    }

    @Test(arguments: [
        Turn(
            name: "later time", old: .make("2024-05-03T10:00:00Z"), new: .make("2024-05-03T11:00:00Z"), replaces: true),
        Turn(
            name: "earlier time", old: .make("2024-05-03T11:00:00Z"), new: .make("2024-05-03T10:00:00Z"),
            replaces: false),
        Turn(
            name: "offsets are instants", old: .make("2024-05-03T11:00:00Z"), new: .make("2024-05-03T12:00:00+02:00"),
            replaces: false),
        Turn(
            name: "a day against a time that day", old: .make("2024-05-03T11:00:00Z"), new: .make("2024-05-03"),
            replaces: true),
        Turn(name: "an earlier day", old: .make("2024-05-03T11:00:00Z"), new: .make("2024-05-02"), replaces: false),
        Turn(name: "unknown time", old: .make("2024-05-03T11:00:00Z"), new: .make(nil), replaces: true),
        Turn(
            name: "stub of the same time", old: .make("2024-05-03"), new: .make("2024-05-03", isStub: true),
            replaces: false),
        Turn(
            name: "full text of the same time", old: .make("2024-05-03", isStub: true), new: .make("2024-05-03"),
            replaces: true),
        Turn(
            name: "later stub", old: .make("2024-05-03"), new: .make("2024-05-04", isStub: true), replaces: true),
        Turn(
            name: "what a kill names, after it, at the same time", old: .make("2024-05-03", status: "cancelled"),
            new: .make("2024-05-03"), replaces: false),
        Turn(
            name: "what a kill names, after it, without a time", old: .make("2024-05-03", status: "cancelled"),
            new: .make(nil), replaces: false),
        Turn(
            name: "a release with a later time", old: .make("2024-05-03T10:00:00Z", status: "withheld"),
            new: .make("2024-05-03T11:00:00Z"), replaces: true),
        Turn(
            name: "a release with a higher number at the same time",
            old: .make("2024-05-03", status: "withheld", version: "2"), new: .make("2024-05-03", version: "3"),
            replaces: true),
        Turn(
            name: "an old number with a later time", old: .make("2024-05-03", status: "cancelled", version: "2"),
            new: .make("2024-05-04", version: "1"), replaces: false),
        Turn(
            name: "a kill dated by the first publication", old: .make("2024-05-03T11:00:00Z"),
            new: .make("2024-05-03T10:00:00Z", status: "cancelled"), replaces: true),
        Turn(
            name: "a kill of an older number", old: .make("2024-05-03", version: "10"),
            new: .make("2024-05-03", status: "cancelled", version: "9"), replaces: false),
        Turn(
            name: "a kill with an earlier time of its own", old: .make("2024-05-03T11:00:00Z"),
            new: .make("2024-05-03T10:00:00Z", status: "cancelled", isTimeItsOwn: true), replaces: false),
    ])
    func currentVersion_FollowsTimeThenFullnessThenDelivery(_ turn: Turn) {
        #expect(turn.new.replaces(turn.old) == turn.replaces, "\(turn.name)")
    }

    struct Later: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var date: String
        var isPaywalled = false
        var replaces: Bool
    }

    private static let sentences = [
        "The harbour bridge reopened on Friday after two years of repairs.",
        "Buses cross it again every ten minutes, and lorries wait until the autumn.",
        "The port authority paid for the rails, and the county for the road.",
        "A brass band played while the first cyclists rode over the new planks.",
        "Engineers will come back in October to measure the piers once more.",
    ]

    /// What comes later under the address of a full text.
    @Test(arguments: [
        Later(
            testDescription: "teaser with a later date", text: "\(sentences[0])\n\n\(sentences[1].prefix(40))…",
            date: "2024-05-06", replaces: false),
        Later(
            testDescription: "what is free before a wall, with the wall's line",
            text: "\(sentences[0])\n\n\(sentences[1])\n\nSubscribe to continue reading.", date: "2024-05-06",
            replaces: false),
        Later(
            testDescription: "short text that is said to be paywalled",
            text: "The bridge is open, and more is told inside.",
            date: "2024-05-06", isPaywalled: true, replaces: false),
        Later(
            testDescription: "correction without the last paragraph", text: sentences[..<4].joined(separator: "\n\n"),
            date: "2024-05-06", replaces: true),
        Later(
            testDescription: "rewritten and shorter",
            text:
                "Correction: the bridge has not reopened. \(sentences[2]) The port authority regrets the mistake of its clerk.",
            date: "2024-05-06", replaces: true),
        Later(
            testDescription: "fuller text with an earlier date",
            text: (sentences + sentences.map { "\($0) So it was said on the quay." }).joined(separator: "\n\n"),
            date: "2024-05-02", replaces: true),
    ])
    func fullerText_StaysCurrent_WhenACutCopyComesLater(_ later: Later) throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let url = "https://news.example/bridge"
        try desk.deliver(
            "full",
            [.make(Self.sentences.joined(separator: "\n\n"), headline: "Bridge", url: url, published: "2024-05-03")])
        var copy = Article.make(later.text, headline: "Bridge", url: url, published: later.date)
        copy.isPaywalled = later.isPaywalled
        let second = try desk.deliver("later", [copy])
        #expect(second.articles.map(\.version) == [2])
        #expect(second.articles.map(\.isCurrent) == [later.replaces])
        if !later.replaces {
            #expect(try desk.sqlite3("SELECT count(*) FROM article_index WHERE article_index MATCH 'piers'") == "1")
        }
    }

    @Test func earlierEdition_DeliveredLate_IsStoredButNotCurrent() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try desk.deliver("2", [.make(Copy.bridgeUpdated, guid: "urn:1", published: "2024-05-03T12:00:00Z")])
        let late = try desk.deliver("1", [.make(Copy.bridge, guid: "urn:1", published: "2024-05-03T10:00:00Z")])
        #expect(late.articles.map(\.isCurrent) == [false])
        #expect(try desk.sqlite3("SELECT count(*) FROM article_index WHERE article_index MATCH 'six'") == "1")
        #expect(try desk.sqlite3("SELECT version FROM version_list WHERE is_current") == "1")
    }
}

extension VersionOrder {
    static func make(
        _ time: String?, isStub: Bool = false, status: String? = nil, version: String? = nil, isTimeItsOwn: Bool = false
    ) -> VersionOrder {
        VersionOrder(
            time: time.flatMap { NewsTime($0) }, isStub: isStub, wordCount: 100,
            standing: Standing(status: status, embargo: nil, version: version), isTimeItsOwn: isTimeItsOwn)
    }
}
