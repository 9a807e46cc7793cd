import Foundation
import NewsModel

extension Article {
    /// An article from a version's columns, in the order of `ReadSession.version`; what is in tables of its own (authors,
    /// credits, annotations) is left empty.
    init(row: PreparedStatement) {
        self.init(
            format: row.text(4), body: row.text(41),
            paragraphs: JSONColumns.paragraphs(row.json(30, as: [ParagraphElement].self) ?? []))
        memberPath = row.optionalText(3)
        url = row.optionalText(5)
        retrieved = row.time(6)
        headline = row.optionalText(7)
        headlineIsDerived = row.integer(8) != 0
        deck = row.optionalText(9)
        byline = row.optionalText(10)
        outlet = row.optionalText(11)
        published = row.time(12)
        modified = row.time(13)
        language = row.optionalText(14)
        section = row.optionalText(15)
        keywords = row.json(16, as: [String].self) ?? []
        dateline = row.optionalText(17).map {
            Dateline(text: $0, place: row.optionalText(18), date: row.time(19), agency: row.optionalText(20))
        }
        leadImage = row.optionalText(21).map {
            LeadImage(url: $0, caption: row.optionalText(22), creditLine: row.optionalText(23))
        }
        isPaywalled = row.integer(24) != 0
        isSummary = row.integer(25) != 0
        wordCount = Int(row.integer(26))
        confidence = row.double(27)
        subjects = (row.json(28, as: [[String?]].self) ?? []).compactMap { parts in
            guard parts.count == 3, let code = parts[1] else { return nil }
            return Subject(scheme: parts[0], code: code, name: parts[2])
        }
        links = (row.json(29, as: [[String?]].self) ?? []).compactMap { parts in
            guard parts.count == 2, let url = parts[0] else { return nil }
            return Link(url: url, text: parts[1])
        }
        wire = WireFacts(
            guid: row.optionalText(31), version: row.optionalText(32),
            publicationStatus: row.optionalText(33).flatMap { WireFacts.PublicationStatus(rawValue: $0) },
            embargo: row.time(34), urgency: row.optionalInteger(35).map { Int($0) }, located: row.optionalText(36),
            copyright: row.optionalText(37), usageTerms: row.optionalText(38), editorialNote: row.optionalText(39),
            byTitle: row.optionalText(40))
    }
}

extension PreparedStatement {
    func time(_ column: Int) -> NewsTime? { optionalText(column).flatMap { NewsTime($0) } }

    /// A range in two columns.
    func range(_ column: Int) -> CodePointRange? {
        guard let start = optionalInteger(column), let end = optionalInteger(column + 1) else { return nil }
        return CodePointRange(start: Int(start), end: Int(end))
    }

    /// A column of JSON; nil for NULL.
    func json<T: Decodable>(_ column: Int, as type: T.Type) -> T? {
        isNull(column) ? nil : try? JSONDecoder().decode(type, from: Data(bytes(column)))
    }
}
