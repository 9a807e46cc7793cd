import ArticleQuery
import NewsModel
import Testing

@testable import Archive

/// Entries of the index are taken out with what the database gives back, which must be what went in, in every field.
@Suite struct IndexedFieldTests {
    @Test func whatIsReadBack_IsWhatWentIntoTheIndex_InEveryField() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        var article = Article.make(
            "Anna Holt spoke in Oslo for UNESCO. The harbour stays open.", headline: "Harbour stays open")
        article.outlet = "The Port Courier"
        article.authors = ["Ruben Falk", "Orla Venn"]
        article.section = "Harbour"
        let kinds: [(Entity.Kind, String)] = [(.person, "Anna Holt"), (.organization, "UNESCO"), (.place, "Oslo")]
        article.entities = kinds.map { kind, name in
            Entity(kind: kind, name: name, mentions: [CodePointRange(start: 0, end: 9)], confidence: 0.9)
        }
        var quotation = Quotation(kind: .direct, content: [CodePointRange(start: 36, end: 58)], confidence: 0.9)
        quotation.speaker = "Anna Holt"
        article.quotations = [quotation]
        let id = try #require(try desk.deliver("1", [article]).articles.first).id
        try desk.archive.make(Correction(kind: .tag, article: id.description, value: "ports", by: "ann", at: 1))
        let back = try desk.archive.write("look at an entry of the index") { stores in
            let row = try #require(try stores.session.sql("SELECT id FROM articles").first() { $0.integer(0) })
            let stored = try #require(try stores.articles.stored(row))
            return try stores.articles.indexedText(of: stored).values.map(Self.bytes)
        }
        let given = IndexedText(IndexedArticle(naming: article, tags: ["ports"])).values.map(Self.bytes)
        #expect(back.count == SearchField.all.count && given.count == back.count)
        for (place, field) in SearchField.all.enumerated() {
            #expect(back[place] == given[place], "\(field.column)")
            // A field that this article leaves empty proves nothing: fill it above.
            #expect(given[place]?.isEmpty == false, "\(field.column)")
        }
    }

    private static func bytes(_ value: SQLValue) -> [UInt8]? {
        if case .textBytes(let bytes) = value { bytes } else { nil }
    }
}
