import NewsModel
import Testing

@testable import Bytes

/// The samples of wire formats say what they were written to say.
@Suite struct WireSeedTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var file: String
        var format: String
        var headline: String
        var author: String?
        var published: String?
        var language: String
        var paragraphs: Int
        var testDescription: String { file }
    }

    static let examples = [
        Example(
            file: "lock-gates.nitf.xml", format: "nitf", headline: "New gates for the café lock at Eastlock",
            author: "Ines Holloway", published: "2024-05-03T14:15:00+01:00", language: "en", paragraphs: 9),
        Example(
            file: "quay-market-1.xml", format: "newsml-g2", headline: "Quay market to move indoors",
            author: "Teo Harrow", published: "2024-05-06T08:00:00+01:00", language: "en", paragraphs: 2),
        Example(
            file: "tide-mill.newsml1.xml", format: "newsml-1.2",
            headline: "Le moulin à marée de l'anse noire tourne à nouveau", author: "Maëlle Kerbrat",
            published: "2024-05-12T10:00:00+02:00", language: "fr", paragraphs: 2),
        Example(
            file: "harvest-embargo.ninjs.json", format: "ninjs",
            headline: "Salt-marsh lamb harvest largest since the flood", author: "Ines Holloway",
            published: "2024-08-30T16:00:00+01:00", language: "en", paragraphs: 3),
        Example(
            file: "night-bus.iptc7901.txt", format: "iptc7901",
            headline: "Night buses to cross the sound again from June", author: "Teo Harrow",
            published: "2024-05-10T15:30:00Z", language: "en", paragraphs: 2),
        Example(
            file: "oyster-race.anpa.txt", format: "anpa-1312", headline: "Late tide decides the oyster boat race",
            author: "Ines Holloway", published: "2024-05-18T17:32:00Z", language: "en", paragraphs: 3),
        Example(
            file: "ice-house.xml", format: "xml", headline: "Das Eishaus am Kai wird Museum", author: "Marten Brook",
            published: "2024-05-20T07:30:00+02:00", language: "de", paragraphs: 3),
    ]

    @Test(arguments: examples) func `A sample is read by its content, whatever its name`(_ example: Example) throws {
        for name in [example.file, "a.txt", "item"] {
            // Plain XML is told by its declaration.
            let article = try readArticle(try Seeds.bytes("wire/" + example.file), name: name)
            #expect(article.format == example.format)
            #expect(article.headline == example.headline)
            #expect(article.authors == [example.author].compactMap { $0 })
            #expect(article.published?.description == example.published)
            #expect(article.language == example.language)
            #expect(article.paragraphs.count == example.paragraphs)
        }
    }

    @Test(arguments: examples) func `A sample that is cut off is no article`(_ example: Example) throws {
        let bytes = try Seeds.bytes("wire/" + example.file)
        for length in [bytes.count / 3, bytes.count / 2, bytes.count - 40] {
            #expect(throws: ReadingFailure.self) { try readArticle(Array(bytes[..<length]), name: example.file) }
        }
    }

    @Test func `NITF gives the facts of the item`() throws {
        let article = try readArticle(try Seeds.bytes("wire/lock-gates.nitf.xml"))
        #expect(article.wire.guid == "marsh-20240503-0017")
        #expect(article.wire.version == "2")
        #expect(article.wire.publicationStatus == .usable)
        #expect(article.wire.urgency == 4)
        #expect(article.wire.located == "EASTLOCK")
        #expect(article.wire.byTitle == "Waterways Correspondent")
        #expect(article.wire.copyright == "2024 Marsh Wire")
        #expect(article.wire.editorialNote == "Adds the cost in the third paragraph.")
        #expect(
            article.subjects == [
                Subject(scheme: "IPTC", code: "04015001", name: "Waterway and maritime transport"),
                Subject(scheme: "medtop", code: "04000000", name: "economy, business and finance"),
            ])
        #expect(article.keywords == ["canals", "repairs"])
        #expect(article.outlet == "Marsh Wire")
        #expect(article.deck == "Boats have to take the long way round until autumn")
        #expect(
            article.paragraphs.map(\.kind) == [
                .paragraph, .paragraph, .paragraph, .heading, .paragraph, .listItem, .listItem, .caption, .paragraph,
            ])
        #expect(article.leadImage?.url == "https://marshwire.example/p/lock.jpg")
    }

    @Test func `NewsML-G2 gives the facts of the item, and its kill`() throws {
        let article = try readArticle(try Seeds.bytes("wire/quay-market-2-correction.xml"))
        #expect(article.wire.guid == "urn:newsml:marshwire.example:20240506:quay-market")
        #expect(article.wire.version == "2")
        #expect(article.wire.editorialNote == "Correction: The figures of the vote were wrong.")
        #expect(article.wire.usageTerms == "Not for use on hoardings.")
        #expect(article.subjects == [Subject(scheme: "medtop", code: "20000202", name: "market and exchange")])
        #expect(article.modified?.description == "2024-05-07T09:00:00+01:00")
        let kill = try readArticle(try Seeds.bytes("wire/quay-market-3-kill.xml"))
        #expect(kill.wire.publicationStatus == .cancelled)
        #expect(kill.wire.guid == article.wire.guid)
    }

    @Test func `ninjs gives the embargo and what the provider asks for`() throws {
        let article = try readArticle(try Seeds.bytes("wire/harvest-embargo.ninjs.json"))
        #expect(article.wire.embargo?.description == "2099-09-01T06:00:00+01:00")
        #expect(article.wire.usageTerms == "Embargoed until 1 September 2099, 6 am.")
        #expect(article.wire.editorialNote == "Note the embargo.")
        #expect(article.subjects == [Subject(scheme: "medtop", code: "20000210", name: "agriculture")])
        #expect(article.deck == "The marsh farmers expect some nine thousand animals.")
    }

    @Test func `The transmission formats give priority, category and notes`() throws {
        let bus = try readArticle(try Seeds.bytes("wire/night-bus.iptc7901.txt"))
        #expect(bus.wire.urgency == 4)
        #expect(bus.subjects.first?.code == "i")
        #expect(bus.keywords == ["Transport", "buses"])
        #expect(bus.wire.editorialNote == "- updates throughout")
        let race = try readArticle(try Seeds.bytes("wire/oyster-race.anpa.txt"))
        #expect(race.subjects == [Subject(scheme: "anpa", code: "s", name: "sport")])
        #expect(race.wire.editorialNote == "Eds: Adds quotes.")
        #expect(race.wire.byTitle == "Marsh Wire Sports Writer")
        #expect(race.body.contains("“We had given it up"))
        #expect(race.dateline?.place == "NORTHQUAY")
    }
}
