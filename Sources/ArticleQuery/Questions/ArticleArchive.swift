import NewsModel

/// The questions that an archive answers, whatever keeps it. Each answer is of one consistent state.
///
/// What is asked for and what comes back is told by the types; every method throws when the archive cannot be read.
public protocol ArticleArchive: Sendable {
    /// Finds articles by their words.
    func search(_ request: SearchRequest) throws -> SearchResult
    /// A page of articles that a filter takes and that have all of some words, the newest first; nil words take any article.
    func list(
        _ filter: ArticleFilter, query: String?, isExact: Bool, limit: Int, after cursor: PageCursor?
    ) throws -> Page<ArticleSummary>
    /// What a person should know of how a query is taken by what gives no notes with its answer.
    func notes(_ query: String, _ filter: ArticleFilter, isExact: Bool, for use: QueryUse) throws -> [QueryNote]
    /// Counts articles by what they have in common.
    func counts(by key: CountKey, _ filter: ArticleFilter, query: String?, isExact: Bool) throws -> [KeyCount]
    /// What the newest of the articles have in common; of more than `most` the rest is not looked at.
    func facets(_ filter: ArticleFilter, query: String?, isExact: Bool, most: Int) throws -> Facets
    /// A part of what a selection takes out, beginning behind a cursor.
    func exported(_ selection: ExportSelection, after cursor: ExportCursor?) throws -> ExportPage

    /// The article whose id begins with a text.
    func article(_ typed: String) throws -> ArticleLookup
    /// What repeats an article, and what it repeats; nil where there is no such article.
    func textReuse(of article: ArticleID) throws -> TextReuse?
    /// What people said of an article, or of all.
    func corrections(of article: ArticleID?) throws -> [Correction]

    /// A page of deliveries, the newest first.
    func deliveries(_ filter: DeliveryFilter, limit: Int, after cursor: PageCursor?) throws -> Page<DeliveryRecord>
    /// A delivery by its number; nil where there is none.
    func delivery(_ id: Int64) throws -> DeliveryRecord?
    /// The articles that a delivery brought, or that its bytes brought before; at most `limit`.
    func articles(ofDelivery id: Int64, limit: Int) throws -> [ArticleSummary]
    /// The members of a delivery that could not be read.
    func memberErrors(ofDelivery id: Int64) throws -> [MemberError]

    /// A page of stories, those with the latest article first; nil takes any time.
    func stories(includesUncertain: Bool, since: Int64?, limit: Int, after cursor: PageCursor?) throws -> Page<
        StoryRecord
    >
    /// Stories whose id, or that of an article of theirs, begins with a text.
    func stories(named typed: String) throws -> [StoryRecord]
    /// The articles of a story, the earliest first.
    func articles(ofStory story: ArticleID) throws -> [ArticleSummary]

    /// A page of quotations, those of the newest articles first.
    func quotations(_ request: QuotationRequest) throws -> Page<QuotationRecord>
    /// What a typed name stands for.
    func lookUp(name typed: String, kind: Entity.Kind?) throws -> NameLookup
    /// The kinds of which a name is merged into another.
    func mergedKinds(ofName name: String) throws -> [Entity.Kind]
    /// The kinds of which a name counts as one with others though nobody said so.
    func joinedKinds(ofName name: String) throws -> [Entity.Kind]
    /// What is known of a name.
    func profile(of name: KnownName, includesUncertain: Bool) throws -> NameProfile

    /// Every outlet that an article is of, that with the most articles first, with the names that people say are its.
    func outlets() throws -> [OutletRecord]

    /// Every saved search, by name.
    func alerts() throws -> [Alert]
    /// A page of what a saved search has found, the latest first.
    func hits(ofAlert name: String, limit: Int, after cursor: PageCursor?) throws -> Page<ArticleSummary>

    /// Versions in the order in which they were stored, behind a place.
    func versions(after cursor: FollowCursor, limit: Int) throws -> [FollowedVersion]
    /// The archive at a glance.
    func status() throws -> ArchiveStatus
}
