import ArticleQuery
import Export
import NewsModel

extension ArticleMember {
    /// What `wiredesk show` tells of one version, before and behind its versions and deliveries.
    fileprivate static let shown: [ArticleMember] = [
        .path, .format, .url, .retrieved, .headline, .headlineDerived, .deck, .byline, .authors, .outlet, .published,
        .modified, .language, .section, .keywords, .dateline, .credit, .credits, .body, .paragraphs, .wordCount,
        .confidence, .paywalled, .summary, .links, .leadImage, .guid, .wireVersion, .publicationStatus, .embargo,
        .urgency, .located, .copyright, .usageTerms, .editorialNote, .byTitle, .subjects,
    ]
    fileprivate static let found: [ArticleMember] = [.annotations, .entities, .quotations]
    fileprivate static let ofOtherVersions: [ArticleMember] = [
        .headline, .wireVersion, .publicationStatus, .editorialNote, .published, .modified,
    ]
}

/// The object of `show`.
extension ArticleRecord {
    /// One version with everything that is known of it, and with what repeats it where that was looked up.
    package func json(_ version: VersionRecord, _ reuse: TextReuse?) -> JSONOutput {
        .object(members(version) + (reuse?.members ?? []))
    }

    private func members(_ version: VersionRecord) -> [(String, JSONOutput)] {
        let article = version.article
        let head: [(String, JSONOutput)] = [
            ("id", .text(id.description)), ("version", .integer(version.number)),
            ("current_version", .integer(currentVersion)), ("withdrawn", .bool(isWithdrawn)),
            ("collection", .text(collection)),
        ]
        let history: [(String, JSONOutput)] = [
            ("versions", .list(versions.map(\.jsonInList))), ("deliveries", .list(deliveries.map(\.json))),
        ]
        let said: [(String, JSONOutput)] = [
            ("tags", .texts(corrections.filter { $0.kind == .tag }.compactMap(\.value))),
            ("notes", .list(corrections.filter { $0.kind == .note }.map(\.json))),
            ("corrections", .list(corrections.filter { $0.kind == .field }.map(\.json))),
        ]
        return head + article.members(ArticleMember.shown) + history + article.members(ArticleMember.found)
            + said
    }
}

extension VersionRecord {
    /// The version in the list of an article's versions.
    package var jsonInList: JSONOutput {
        .object(
            [("version", .integer(number)), ("delivery", .integer(delivery))]
                + article.members(ArticleMember.ofOtherVersions))
    }
}
