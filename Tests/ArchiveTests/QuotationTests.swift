import ArticleQuery
import NewsModel
import Testing

@testable import Archive

/// Who said what, and who someone is.
struct QuotationTests {
    private static func desk() throws -> Desk {
        let desk = try Desk()
        try desk.deliver("1", [Named.harbour(guid: "urn:1", published: "2024-05-03", outlet: "The Courier")])
        try desk.deliver(
            "2",
            [
                Named.harbour(
                    Named.harbourText + "More to follow.", headline: "Trams", guid: "urn:2", published: "2024-06-01",
                    outlet: "The Post")
            ])
        let text = Named.harbourText.replacingOccurrences("Clara Hoff", "Peter Hoff")
        try desk.deliver(
            "3", [Named.harbour(text, headline: "Other", guid: "urn:3", published: "2024-07-01", speaker: "Peter Hoff")]
        )
        return desk
    }

    struct Wanted: Sendable, CustomStringConvertible {
        var request: QuotationRequest
        var speakers: [String]
        var description: String { "\(request)" }
    }

    @Test(arguments: [
        Wanted(request: QuotationRequest(), speakers: ["Peter Hoff", "Clara Hoff", "Clara Hoff"]),
        Wanted(request: QuotationRequest(speaker: "clara hoff"), speakers: ["Clara Hoff", "Clara Hoff"]),
        Wanted(request: QuotationRequest(speaker: "Hoff"), speakers: ["Peter Hoff", "Clara Hoff", "Clara Hoff"]),
        Wanted(request: QuotationRequest(speaker: "Hof"), speakers: []),
        Wanted(
            request: QuotationRequest(organization: "harbour off"),
            speakers: ["Peter Hoff", "Clara Hoff", "Clara Hoff"]),
        Wanted(request: QuotationRequest(speaker: "Peter", about: "tram carried"), speakers: ["Peter Hoff"]),
        Wanted(request: QuotationRequest(speaker: "Peter", about: "tram bus"), speakers: []),
        Wanted(request: QuotationRequest(about: "grauhafen"), speakers: []),
        Wanted(
            request: QuotationRequest(about: "\"new bridge\""), speakers: ["Peter Hoff", "Clara Hoff", "Clara Hoff"]),
        Wanted(request: QuotationRequest(filter: ArticleFilter(outlet: "post")), speakers: ["Clara Hoff"]),
    ])
    func quotations_AreThoseOfTheRequest(_ wanted: Wanted) throws {
        let desk = try Self.desk()
        defer { Desk.remove(desk.folder) }
        let page = try ArchiveReader.open(state: desk.folder).quotations(wanted.request)
        #expect(page.items.map(\.quotation.speaker) == wanted.speakers)
    }

    @Test func sameQuotation_TellsWhoCarriedItFirst() throws {
        let desk = try Self.desk()
        defer { Desk.remove(desk.folder) }
        let page = try ArchiveReader.open(state: desk.folder).quotations(QuotationRequest())
        #expect(page.items.map(\.articles) == [3, 3, 3])
        #expect(page.items.map { $0.earliest?.article.outlet } == ["The Courier", "The Courier", "The Courier"])
    }

    @Test func pages_GoOnWhereTheyEnded() throws {
        let desk = try Self.desk()
        defer { Desk.remove(desk.folder) }
        let reader = try ArchiveReader.open(state: desk.folder)
        var seen: [String?] = []
        var cursor: PageCursor?
        repeat {
            let page = try reader.quotations(QuotationRequest(limit: 1, cursor: cursor))
            seen += page.items.map(\.article.headline)
            cursor = page.next
        } while cursor != nil
        #expect(seen == ["Other", "Trams", "Trams to cross the bridge"])
    }

    @Test func uncertainQuotation_IsHidden_UnlessAskedFor() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        var article = Named.harbour()
        article.quotations[0].confidence = 0.4
        try desk.deliver("1", [article])
        let reader = try ArchiveReader.open(state: desk.folder)
        #expect(try reader.quotations(QuotationRequest()).items.isEmpty)
        #expect(try reader.quotations(QuotationRequest(includesUncertain: true)).items.count == 1)
    }

    @Test func surname_OfTwoPeople_IsAmbiguous_AndAFullNameIsNot() throws {
        let desk = try Self.desk()
        defer { Desk.remove(desk.folder) }
        let reader = try ArchiveReader.open(state: desk.folder)
        guard case .ambiguous(let names) = try reader.lookUp(name: "hoff") else {
            Issue.record("not ambiguous")
            return
        }
        #expect(names.map(\.name) == ["Clara Hoff", "Peter Hoff"])
        guard case .found(let clara) = try reader.lookUp(name: "CLARA HOFF") else {
            Issue.record("not found")
            return
        }
        let profile = try reader.profile(of: clara)
        #expect(profile.articles == 2 && profile.quotations == 2)
        #expect(profile.titles.map(\.title) == ["head of the Harbour Office"])
        #expect(profile.companions.map(\.name) == ["Transport Board"])
        #expect(profile.outlets.map(\.name) == ["The Courier", "The Post"])
        #expect(profile.months.map(\.name) == ["2024-05", "2024-06"])
        #expect(try reader.lookUp(name: "nobody at all") == .none)
    }

    @Test func mergedName_IsOneWithTheOther_UntilItIsTakenBack_AlsoAfterTheDatabaseIsMadeAnew() throws {
        let desk = try Self.desk()
        defer { Desk.remove(desk.folder) }
        let reader = try ArchiveReader.open(state: desk.folder)
        let merge = Correction(kind: .merge, field: "person", value: "Peter Hoff", into: "Clara Hoff", by: "ann", at: 1)
        try desk.archive.make(merge)
        guard case .found(let hoff) = try reader.lookUp(name: "hoff") else {
            Issue.record("not found")
            return
        }
        #expect(hoff.name == "Clara Hoff" && hoff.articles == 3 && hoff.aliases.contains("Peter Hoff"))
        #expect(try reader.quotations(QuotationRequest(speaker: "Clara Hoff")).items.count == 3)
        #expect(try reader.search(SearchRequest(query: "person:\"clara hoff\"")).page.items.count == 3)
        #expect(try reader.search(SearchRequest(query: "speaker:peter")).page.items.count == 3)
        #expect(try reader.search(SearchRequest(query: "org:\"clara hoff\"")).page.items.isEmpty)
        let filter = ArticleFilter(names: [NameCondition(.person, "Peter Hoff")])
        #expect(try reader.list(filter, limit: 9).items.count == 3)
        var back = merge
        (back.value, back.into) = ("Clara Hoff", "Peter Hoff")
        #expect(throws: CorrectionRefusal.self) { try desk.archive.make(back) }
        try desk.archive.make(
            Correction(kind: .merge, field: "person", value: "Peter Hoff", isUndone: true, by: "ann", at: 2))
        #expect(try reader.quotations(QuotationRequest(speaker: "Clara Hoff")).items.count == 2)
        #expect(try reader.search(SearchRequest(query: "person:\"clara hoff\"")).page.items.count == 2)
        #expect(try reader.search(SearchRequest(query: "speaker:peter")).page.items.count == 1)
    }

    struct Filtered: Sendable, CustomTestStringConvertible {
        var names: [NameCondition]
        var headlines: [String]
        var testDescription: String { names.map { "\($0.role) \($0.name)" }.joined(separator: ", ") }
    }

    @Test(arguments: [
        Filtered(names: [NameCondition(.person, "clara HOFF")], headlines: ["Trams", "Trams to cross the bridge"]),
        Filtered(names: [NameCondition(.person, "Hoff")], headlines: ["Other", "Trams", "Trams to cross the bridge"]),
        Filtered(names: [NameCondition(.person, "Hof")], headlines: []),
        Filtered(names: [NameCondition(.organization, "Clara Hoff")], headlines: []),
        Filtered(
            names: [NameCondition(.organization, "transport board"), NameCondition(.speaker, "Peter")],
            headlines: ["Other"]),
        // A guess of low confidence does not count.
        Filtered(names: [NameCondition(.place, "Grauhafen")], headlines: []),
        Filtered(names: [NameCondition(.person, "%"), NameCondition(.speaker, "'")], headlines: []),
    ])
    func list_KeepsToArticlesWithTheNames(_ filtered: Filtered) throws {
        let desk = try Self.desk()
        defer { Desk.remove(desk.folder) }
        let page = try ArchiveReader.open(state: desk.folder).list(ArticleFilter(names: filtered.names), limit: 9)
        #expect(page.items.map(\.headline) == filtered.headlines)
    }
}

extension String {
    fileprivate func replacingOccurrences(_ part: String, _ other: String) -> String { replacing(part, with: other) }
}
