import ArticleQuery
import Foundation
import NewsModel
import Testing

@testable import Archive

/// Which names of the archive count as one.
struct NameGroupTests {
    /// One article for each list of names, each name with the forms in which the article has it.
    private static func desk(_ articles: [[(Entity.Kind, [String])]]) throws -> Desk {
        let desk = try Desk()
        try file(articles, desk)
        return desk
    }

    private static func file(_ articles: [[(Entity.Kind, [String])]], _ desk: Desk) throws {
        for (index, names) in articles.enumerated() {
            let text = "Report \(index). " + names.flatMap(\.1).map { "Here is \($0)." }.joined(separator: " ")
            var article = Article.make(text, headline: "Report \(index)", guid: "urn:\(index)")
            article.entities = names.map { Named.entity($0.0, $0.1[0], forms: $0.1, in: article.body) }
            try desk.deliver("\(index)", [article])
        }
    }

    private static func found(_ name: String, _ desk: Desk) throws -> String? {
        guard case .found(let known) = try ArchiveReader.open(state: desk.folder).lookUp(name: name) else { return nil }
        return "\(known.kind.rawValue) \(known.name) \(known.articles)"
    }

    struct OneName: Sendable, CustomStringConvertible {
        var description: String
        var articles: [[(Entity.Kind, [String])]]
        var typed: [String]
        var shown: String
    }

    @Test(arguments: [
        OneName(
            description: "an abbreviation that articles spell out",
            articles: [
                [(.organization, ["World Harbour Office", "WHO"])], [(.organization, ["WHO"])],
                [(.organization, ["World Harbour Office", "WHO"])],
            ],
            typed: ["who", "WHO", "world harbour office"], shown: "organization World Harbour Office 3"),
        OneName(
            description: "a long abbreviation that one article spells out",
            articles: [
                [(.organization, ["Board for the Trams of Grauhafen", "BTG"])], [(.other, ["BTG"])],
            ],
            typed: ["btg", "Board for the Trams of Grauhafen"], shown: "organization Board for the Trams of Grauhafen 2"
        ),
        OneName(
            description: "an article in front",
            articles: [
                [(.organization, ["The Grauhafen Courier"])], [(.organization, ["Grauhafen Courier"])],
                [(.organization, ["Grauhafen Courier"])],
            ],
            typed: ["the grauhafen courier", "Grauhafen Courier"], shown: "organization Grauhafen Courier 3"),
        OneName(
            description: "British and American English",
            articles: [
                [(.organization, ["Tram Organization"])], [(.organization, ["Tram Organisation"])],
                [(.organization, ["Tram Organisation"])],
            ],
            typed: ["tram organization", "tram organisation"], shown: "organization Tram Organisation 3"),
        OneName(
            description: "initials together and apart",
            articles: [[(.person, ["C. J. Hoff"])], [(.person, ["CJ Hoff"])], [(.person, ["C.J. Hoff"])]],
            typed: ["cj hoff", "c j hoff"], shown: "person CJ Hoff 3"),
        OneName(
            description: "a country that everybody abbreviates",
            articles: [[(.place, ["U.S."])], [(.place, ["United States"])], [(.place, ["the United States"])]],
            typed: ["US", "united states"], shown: "place United States 3"),
        OneName(
            description: "a kind that the tagger missed once",
            articles: (0..<4).map { _ in [(.organization, ["Lumen"])] } + [[(.other, ["Lumen"])]],
            typed: ["lumen"], shown: "organization Lumen 5"),
        OneName(
            description: "a place that a dateline writes in capitals",
            articles: [[(.place, ["GRAUHAFEN"])], [(.place, ["Grauhafen"])]],
            typed: ["grauhafen"], shown: "place Grauhafen 2"),
    ])
    func sameName_InOtherWords_IsOneEntry(_ one: OneName) throws {
        let desk = try Self.desk(one.articles)
        defer { Desk.remove(desk.folder) }
        for typed in one.typed { #expect(try Self.found(typed, desk) == one.shown, "\(typed)") }
    }

    struct TwoNames: Sendable, CustomStringConvertible {
        var description: String
        var articles: [[(Entity.Kind, [String])]]
        var typed: String
        var articlesOfTyped: Int
    }

    @Test(arguments: [
        TwoNames(
            description: "an abbreviation that two full names share",
            articles: [
                [(.organization, ["Grauhafen Tram Board", "GTB"])], [(.organization, ["Green Trade Bank", "GTB"])],
                [(.organization, ["GTB"])],
            ], typed: "gtb", articlesOfTyped: 1),
        TwoNames(
            description: "two letters that one article alone spells out",
            articles: [[(.organization, ["Tram Board", "TB"])], [(.organization, ["TB"])]], typed: "tb",
            articlesOfTyped: 1),
        TwoNames(
            description: "an alias whose letters are not the name's",
            articles: [
                [(.organization, ["European Union", "CJEU"])], [(.organization, ["European Union", "CJEU"])],
                [(.organization, ["CJEU"])],
            ], typed: "cjeu", articlesOfTyped: 1),
        TwoNames(
            description: "a band and an organisation",
            articles: [[(.organization, ["The Who"])], [(.organization, ["WHO"])]], typed: "who", articlesOfTyped: 1),
        TwoNames(
            description: "two parties of one word",
            articles: [[(.organization, ["Labour"])], [(.organization, ["Labor"])]], typed: "labor", articlesOfTyped: 1),
        TwoNames(
            description: "a person and a town",
            articles: [
                [(.person, ["Washington"])], [(.place, ["Washington"])], [(.place, ["Washington"])],
                [(.place, ["Washington"])], [(.place, ["Washington"])],
            ], typed: "washington", articlesOfTyped: 4),
    ])
    func otherNames_StayApart(_ two: TwoNames) throws {
        let desk = try Self.desk(two.articles)
        defer { Desk.remove(desk.folder) }
        let names = try ArchiveReader.open(state: desk.folder).read("look") { try $0.knownNames(two.typed) }
        let own = names.first { $0.forms.contains(NameColumns.fold(two.typed)) }
        #expect(own?.articles == two.articlesOfTyped, "\(names.map(\.name))")
    }

    @Test func abbreviationAlone_IsFoundByTheFullName() throws {
        let full: (Entity.Kind, [String]) = (.organization, ["World Harbour Office", "WHO"])
        let desk = try Self.desk([[full], [(.organization, ["WHO"])], [full]])
        defer { Desk.remove(desk.folder) }
        let reader = try ArchiveReader.open(state: desk.folder)
        #expect(
            try reader.search(SearchRequest(query: "org:\"world harbour office\"")).page.items.count == 3)
    }

    @Test func splitName_StandsAlone_UntilItIsMerged_AlsoInADatabaseMadeAgain() throws {
        let full: (Entity.Kind, [String]) = (.organization, ["World Harbour Office", "WHO"])
        let articles = [[full], [(.organization, ["WHO"])], [full]]
        let folder = Desk.makeFolder()
        defer { Desk.remove(folder) }
        let first = try Desk(folder: folder)
        try Self.file(articles, first)
        #expect(try ArchiveReader.open(state: folder).joinedKinds(ofName: "who") == [.organization])
        try first.archive.make(Correction(kind: .merge, field: "organization", value: "WHO", into: "WHO"))
        #expect(try Self.found("who", first) == "organization WHO 1")
        #expect(try Self.found("world harbour office", first) == "organization World Harbour Office 2")
        #expect(try ArchiveReader.open(state: folder).joinedKinds(ofName: "who").isEmpty)
        try first.archive.close()
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: folder + "/wiredesk.db" + end) }
        let second = try Desk(folder: folder)
        try Self.file(articles, second)
        #expect(try Self.found("who", second) == "organization WHO 1")
        try second.archive.make(
            Correction(kind: .merge, field: "organization", value: "WHO", into: "World Harbour Office"))
        #expect(try Self.found("who", second) == "organization World Harbour Office 3")
    }
}
