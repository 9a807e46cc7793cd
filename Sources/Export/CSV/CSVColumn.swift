import NewsModel

/// A column of exported CSV.
public enum CSVColumn: String, Sendable, CaseIterable {
    /// The article's id.
    case id
    /// The version's number.
    case version
    /// The headline.
    case headline
    /// The standfirst.
    case deck
    /// Authors, apart by `; `.
    case authors
    /// The byline as it stands in the source.
    case byline
    /// The publication.
    case outlet
    /// When it was published, as precise as the source.
    case published
    /// When it was last changed, as precise as the source.
    case modified
    /// The language, ISO 639-1.
    case language
    /// The section.
    case section
    /// Keywords, apart by `; `.
    case keywords
    /// The credit line.
    case credit
    /// The dateline.
    case dateline
    /// The collection.
    case collection
    /// The address.
    case url
    /// The delivered file.
    case file
    /// The way to the article inside of the file.
    case path
    /// The format it was read from.
    case format
    /// The number of the delivery.
    case delivery
    /// When the delivery came in, UTC.
    case delivered
    /// The provider's identifier.
    case guid
    /// Subjects by name, else by code, apart by `; `.
    case subjects
    /// The copyright notice.
    case copyright
    /// `true` when the provider has withdrawn it.
    case withdrawn
    /// The number of words.
    case wordCount = "word_count"
    /// The reader's confidence, 0 to 1.
    case confidence
    /// People that it names, apart by `; `.
    case people
    /// Organisations that it names, apart by `; `.
    case organizations
    /// Places that it names, apart by `; `.
    case places
    /// Whose words it quotes, apart by `; `.
    case speakers
    /// Tags that people gave, apart by `; `.
    case tags
    /// Notes that people wrote, apart by `; `.
    case notes
    /// The text.
    case body

    /// The columns that are written when none are named.
    public static let standard: [CSVColumn] = [
        .id, .version, .headline, .deck, .authors, .outlet, .published, .modified, .language, .section, .keywords,
        .credit, .collection, .url, .file, .delivery, .wordCount, .tags, .notes, .body,
    ]

    /// The cell's text; nil for an empty cell.
    func text(of item: ExportedArticle) -> String? {
        let article = item.article
        return switch self {
        case .id: item.id.description
        case .version: String(item.version)
        case .collection: item.collection
        case .file: item.file.text
        case .delivery: String(item.delivery)
        case .delivered: UTCInstant(milliseconds: item.delivered).description
        case .withdrawn: item.isWithdrawn ? "true" : "false"
        case .subjects: Self.list(article.subjects.map { $0.name ?? $0.code })
        case .people: Self.names(article, .person)
        case .organizations: Self.names(article, .organization)
        case .places: Self.names(article, .place)
        case .tags: Self.list(item.tags)
        case .notes: Self.list(item.notes)
        case .speakers: Self.list(Self.speakers(article))
        // Every other column is a member of the article's JSON.
        default: ArticleMember(rawValue: rawValue).flatMap { Self.text(of: $0.value(of: article)) }
        }
    }

    /// A member's value as a cell: texts of a list apart by `; `.
    private static func text(of value: JSONOutput) -> String? {
        switch value {
        case .null, .object: nil
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .number(let value): "\(value)"
        case .text(let text): text
        case .list(let values): list(values.compactMap { text(of: $0) })
        }
    }

    private static func names(_ article: Article, _ kind: Entity.Kind) -> String? {
        list(article.certainEntities.filter { $0.kind == kind }.map(\.name))
    }

    /// Each once, in the order of the text.
    private static func speakers(_ article: Article) -> [String] {
        var seen = Set<String>()
        return article.certain.quotations.compactMap(\.speaker).filter { seen.insert($0).inserted }
    }

    private static func list(_ values: [String]) -> String? {
        values.isEmpty ? nil : values.joined(separator: "; ")
    }
}
