import NewsModel

/// A member of an article's JSON: one name and one value, wherever the article is read, shown or exported.
public enum ArticleMember: String, Sendable, CaseIterable {
    /// The format that it was read from.
    case format
    /// The way to it inside of its file.
    case path
    /// Its address.
    case url
    /// When it was retrieved.
    case retrieved
    /// The headline.
    case headline
    /// Whether the headline was made from the text.
    case headlineDerived = "headline_derived"
    /// The standfirst.
    case deck
    /// The byline as it stands in the source.
    case byline
    /// The authors' names.
    case authors
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
    /// Keywords.
    case keywords
    /// The dateline.
    case dateline
    /// The dateline's place.
    case datelinePlace = "dateline_place"
    /// The dateline's date.
    case datelineDate = "dateline_date"
    /// The agency in the dateline.
    case datelineAgency = "dateline_agency"
    /// The credit line.
    case credit
    /// The credit's parts.
    case credits
    /// The text.
    case body
    /// The kinds and places of the paragraphs.
    case paragraphs
    /// The number of words.
    case wordCount = "word_count"
    /// The reader's confidence, 0 to 1.
    case confidence
    /// Whether only a part is free to read.
    case paywalled
    /// Whether it is a summary.
    case summary
    /// Links in the text.
    case links
    /// The lead image.
    case leadImage = "lead_image"
    /// The provider's identifier.
    case guid
    /// The provider's version.
    case wireVersion = "wire_version"
    /// The provider's word on its use.
    case publicationStatus = "pubstatus"
    /// Until when it must not be published.
    case embargo
    /// The urgency, 1 to 9.
    case urgency
    /// Where it was written.
    case located
    /// The copyright notice.
    case copyright
    /// The terms of use.
    case usageTerms = "usage_terms"
    /// The note to editors.
    case editorialNote = "editorial_note"
    /// The author's title.
    case byTitle = "by_title"
    /// Coded subjects.
    case subjects
    /// What extractors found.
    case annotations
    /// The people, organisations and places that it names.
    case entities
    /// What it quotes.
    case quotations

    /// What the member says of an article.
    func value(of article: Article) -> JSONOutput {
        switch self {
        case .format: .text(article.format)
        case .path: .text(article.memberPath)
        case .url: .text(article.url)
        case .retrieved: .text(article.retrieved?.description)
        case .headline: .text(article.headline)
        case .headlineDerived: .bool(article.headlineIsDerived)
        case .deck: .text(article.deck)
        case .byline: .text(article.byline)
        case .authors: .texts(article.authors)
        case .outlet: .text(article.outlet)
        case .published: .text(article.published?.description)
        case .modified: .text(article.modified?.description)
        case .language: .text(article.language)
        case .section: .text(article.section)
        case .keywords: .texts(article.keywords)
        case .dateline: .text(article.dateline?.text)
        case .datelinePlace: .text(article.dateline?.place)
        case .datelineDate: .text(article.dateline?.date?.description)
        case .datelineAgency: .text(article.dateline?.agency)
        case .credit: .text(article.creditLine)
        case .credits: .list(article.credits.map(\.json))
        case .body: .text(article.body)
        case .paragraphs: .list(article.paragraphs.map(\.json))
        case .wordCount: .integer(article.wordCount)
        case .confidence: .number(article.confidence)
        case .paywalled: .bool(article.isPaywalled)
        case .summary: .bool(article.isSummary)
        case .links: .list(article.links.map(\.json))
        case .leadImage: article.leadImage?.json ?? .null
        case .guid: .text(article.wire.guid)
        case .wireVersion: .text(article.wire.version)
        case .publicationStatus: .text(article.wire.publicationStatus?.rawValue)
        case .embargo: .text(article.wire.embargo?.description)
        case .urgency: .integer(article.wire.urgency.map { Int64($0) })
        case .located: .text(article.wire.located)
        case .copyright: .text(article.wire.copyright)
        case .usageTerms: .text(article.wire.usageTerms)
        case .editorialNote: .text(article.wire.editorialNote)
        case .byTitle: .text(article.wire.byTitle)
        case .subjects: .list(article.subjects.map(\.json))
        case .annotations: .list(article.annotations.map(\.json))
        case .entities: .list(article.entities.map(\.json))
        case .quotations: .list(article.quotationsJSON)
        }
    }

    /// What `wiredesk read` tells of an article.
    public static let reading: [ArticleMember] = [
        .format, .url, .headline, .headlineDerived, .deck, .authors, .outlet, .published, .modified, .language,
        .section,
        .keywords, .credit, .credits, .body, .paragraphs, .wordCount, .confidence,
    ]

    /// What the archive knows beyond that.
    static let further: [ArticleMember] = [
        .byline, .retrieved, .dateline, .datelinePlace, .datelineDate, .datelineAgency, .leadImage, .links, .paywalled,
        .summary, .subjects, .guid, .wireVersion, .publicationStatus, .embargo, .urgency, .located, .copyright,
        .usageTerms, .editorialNote, .byTitle, .annotations, .entities, .quotations,
    ]
}

extension Article {
    /// Some members of the article with their values, in the order that is asked for.
    public func members(_ members: [ArticleMember]) -> [(String, JSONOutput)] {
        members.map { ($0.rawValue, $0.value(of: self)) }
    }
}

extension ArticleMember {
    /// The member with a value of one's own.
    public func with(_ value: JSONOutput) -> (String, JSONOutput) { (rawValue, value) }
}
