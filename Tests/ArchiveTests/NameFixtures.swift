import NewsModel

@testable import Archive

/// Articles with people and quotations, as a reader would have found them.
enum Named {
    static let harbourText = """
        "The new bridge will carry the trams from May on," said Clara Hoff, head of the Harbour Office.
        Hoff spoke in Grauhafen. The Transport Board agreed.
        """

    /// Names found in a text, at each place where one of the forms stands.
    static func entity(
        _ kind: Entity.Kind, _ name: String, forms: [String]? = nil, in body: String, confidence: Double = 0.9
    ) -> Entity {
        var mentions: [CodePointRange] = []
        for form in forms ?? [name] { mentions += ranges(of: form, in: body) }
        return Entity(
            kind: kind, name: name, mentions: mentions.sorted { $0.start < $1.start }, confidence: confidence)
    }

    static func ranges(of part: String, in body: String) -> [CodePointRange] {
        let (body, part) = (Array(body.unicodeScalars), Array(part.unicodeScalars))
        guard !part.isEmpty, body.count >= part.count else { return [] }
        return (0...(body.count - part.count)).filter { Array(body[$0..<($0 + part.count)]) == part }.map {
            CodePointRange(start: $0, end: $0 + part.count)
        }
    }

    /// The harbour story: a person with a surname alone, a body, a place, and one direct quotation.
    static func harbour(
        _ text: String = harbourText, headline: String = "Trams to cross the bridge", guid: String? = nil,
        published: String? = "2024-05-03", outlet: String? = "The Courier", speaker: String = "Clara Hoff"
    ) -> Article {
        var article = Article.make(text, headline: headline, guid: guid, published: published, outlet: outlet)
        article.language = "en"
        let surname = speaker.split(separator: " ").last.map(String.init) ?? speaker
        let full = ranges(of: speaker, in: article.body)
        let short = ranges(of: surname, in: article.body).filter { range in
            !full.contains { $0.start <= range.start && range.end <= $0.end }
        }
        article.entities = [
            Entity(
                kind: .person, name: speaker, mentions: (full + short).sorted { $0.start < $1.start }, confidence: 0.95),
            entity(.organization, "Transport Board", in: article.body),
            entity(.place, "Grauhafen", in: article.body, confidence: 0.3),
        ]
        var quotation = Quotation(
            kind: .direct, content: ranges(of: "The new bridge will carry the trams from May on,", in: article.body),
            cue: ranges(of: "said", in: article.body).first, source: full.first, confidence: 0.9)
        quotation.speaker = speaker
        quotation.entity = 0
        quotation.title = "head of the Harbour Office"
        quotation.organization = "Harbour Office"
        article.quotations = [quotation]
        return article
    }
}
