import Bytes
import Markup
import NewsModel
import NewsText

/// Reads back the ninjs that a desk wrote (`wiredesk export --as ninjs`): the article as it was, and not what a guess makes of it.
///
/// What ninjs has no place for stands in its member `wiredesk`, with the names of exported JSON Lines; docs/export.md lists
/// them. It is believed as far as it fits the text: where it does not, the item is read as any other.
enum NinjsExport {
    /// Members without which the object is not ours, or was cut off; the first and the last that are written of an article.
    private static let wanted = ["format", "paragraphs", "credits", "subjects", "by_title"]

    /// The article that was exported; nil for an item of another origin.
    static func article(_ item: JSONValue) -> Article? {
        guard let own = item["wiredesk"], wanted.allSatisfy({ own[$0] != nil }),
            let (body, paragraphs) = text(of: item, own)
        else { return nil }
        var article = Article(format: Format.ninjs.name, body: body, paragraphs: paragraphs)
        article.headline = variant(item["headlines"])
        article.deck = variant(item["descriptions"])
        article.headlineIsDerived = own["headline_derived"] == .bool(true)
        article.language = string(item["language"])
        article.byline = string(own["byline"])
        article.authors = strings(own["authors"])
        article.outlet = string(own["outlet"])
        article.url = string(own["url"])
        article.retrieved = time(own["retrieved"])
        article.published = time(own["published"])
        article.modified = time(own["modified"])
        article.section = string(own["section"])
        article.keywords = strings(own["keywords"])
        article.dateline = string(own["dateline"]).map {
            Dateline(
                text: $0, place: string(own["dateline_place"]), date: time(own["dateline_date"]),
                agency: string(own["dateline_agency"]))
        }
        article.credits = credits(own["credits"], length: paragraphs.last?.range.end ?? 0)
        article.leadImage = own["lead_image"].flatMap { image in
            string(image["url"]).map {
                LeadImage(url: $0, caption: string(image["caption"]), creditLine: string(image["credit"]))
            }
        }
        article.links = list(own["links"]).prefix(ReadingLimits.mostLinks).compactMap { link in
            string(link["url"]).map { Link(url: $0, text: string(link["text"])) }
        }
        article.subjects = list(own["subjects"]).prefix(ReadingLimits.mostSubjects).compactMap { subject in
            string(subject["code"]).map {
                Subject(scheme: string(subject["scheme"]), code: $0, name: string(subject["name"]))
            }
        }
        article.isPaywalled = own["paywalled"] == .bool(true)
        article.isSummary = own["summary"] == .bool(true)
        article.confidence = number(own["confidence"]).map { min(max($0, 0), 1) } ?? 0
        article.wire = wire(own)
        return article
    }

    // MARK: Text

    /// The plain body with its paragraphs; nil where the ranges are not those of its paragraphs, in order and whole.
    private static func text(of item: JSONValue, _ own: JSONValue) -> (body: String, paragraphs: [Paragraph])? {
        let bodies = list(item["bodies"])
        guard let plain = bodies.first(where: { string($0["contenttype"]) == "text/plain" }) else {
            return bodies.isEmpty ? ("", []) : nil
        }
        let body = string(plain["value"]) ?? ""
        let scalars = body.unicodeScalars
        var builder = BodyBuilder()
        var index = scalars.startIndex
        var position = 0
        for paragraph in list(own["paragraphs"]) {
            guard let kind = string(paragraph["kind"]).flatMap({ Paragraph.Kind(rawValue: $0) }),
                let range = range(paragraph), range.start >= position,
                let start = scalars.index(index, offsetBy: range.start - position, limitedBy: scalars.endIndex),
                let end = scalars.index(start, offsetBy: range.end - range.start, limitedBy: scalars.endIndex)
            else { return nil }
            builder.append(kind, String(scalars[start..<end]))
            (index, position) = (end, range.end)
        }
        let built = builder.finish()
        // A text that was changed behind the desk's back has other ranges.
        return built.body == body ? built : nil
    }

    private static func credits(_ value: JSONValue?, length: Int) -> [Credit] {
        list(value).prefix(ReadingLimits.mostSubjects).compactMap { credit in
            guard let kind = string(credit["kind"]).flatMap({ Credit.Kind(rawValue: $0) }) else { return nil }
            return Credit(
                kind: kind, person: string(credit["person"]), outlet: string(credit["outlet"]),
                range: range(credit).flatMap { $0.end <= length ? $0 : nil })
        }
    }

    private static func wire(_ own: JSONValue) -> WireFacts {
        WireFacts(
            guid: string(own["guid"]), version: string(own["wire_version"]),
            publicationStatus: string(own["pubstatus"]).flatMap { WireFacts.PublicationStatus(rawValue: $0) },
            embargo: time(own["embargo"]),
            urgency: number(own["urgency"]).flatMap { Int(exactly: $0) }.flatMap { (1...9).contains($0) ? $0 : nil },
            located: string(own["located"]), copyright: string(own["copyright"]),
            usageTerms: string(own["usage_terms"]), editorialNote: string(own["editorial_note"]),
            byTitle: string(own["by_title"]))
    }

    // MARK: Values

    /// The value of the first of several variants of a text.
    private static func variant(_ value: JSONValue?) -> String? { string(list(value).first?["value"]) }

    private static func string(_ value: JSONValue?) -> String? {
        guard case .string(let text) = value, !text.isEmpty else { return nil }
        return text
    }

    private static func strings(_ value: JSONValue?) -> [String] { list(value).compactMap { string($0) } }

    private static func list(_ value: JSONValue?) -> [JSONValue] {
        guard case .array(let values) = value else { return [] }
        return values
    }

    private static func time(_ value: JSONValue?) -> NewsTime? { string(value).flatMap { NewsTime($0) } }

    private static func number(_ value: JSONValue?) -> Double? {
        guard case .number(let digits) = value else { return nil }
        return Double(digits)
    }

    private static func range(_ value: JSONValue) -> CodePointRange? {
        guard let start = number(value["start"]).flatMap({ Int(exactly: $0) }),
            let end = number(value["end"]).flatMap({ Int(exactly: $0) }), start >= 0, end >= start
        else { return nil }
        return CodePointRange(start: start, end: end)
    }
}
