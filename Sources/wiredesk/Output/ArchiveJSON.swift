import Archive
import ArticleQuery
import Export
import NewsModel

/// The lines of `list`, `search`, `deliveries` and the object of `show`, with every member that the contract names.
extension ArticleSummary {
    var members: [(String, JSONValue)] {
        let members: [(String, JSONValue)] = [
            ("id", .text(id.description)), ("version", .integer(version)), ("headline", .text(headline)),
            ("outlet", .text(outlet)), ("authors", .texts(authors)), ("published", .text(published?.description)),
            ("language", .text(language)), ("collection", .text(collection)), ("url", .text(url)),
            ("file", .text(file)),
            ("delivery", .integer(delivery)),
        ]
        // Members of articles that are only there when asked for, or marked; every other line has those of the contract.
        return members + (isWithdrawn ? [("withdrawn", .bool(true))] : [])
            + (embargo.map { [("embargo", .text($0.description))] } ?? [])
    }

    var json: JSONValue { .object(members) }
}

extension SearchHit {
    var json: JSONValue {
        .object(article.members + [("snippet", .text(snippet?.text)), ("score", .number(score))])
    }
}

extension DeliveryRecord {
    var json: JSONValue {
        .object([
            ("id", .integer(id)), ("time", .text(Timestamp.utc(received))), ("name", .text(path.text)),
            ("collection", .text(collection)), ("size", .integer(size)), ("sha256", .text(sha256?.hex)),
            ("outcome", .text(outcome?.rawValue)), ("stage", .text(stage)), ("code", .text(code?.rawValue)),
            ("message", .text(message)), ("partial", .bool(isPartial)), ("duration_ms", .integer(durationMilliseconds)),
            ("articles", .integer(articles)), ("original", .text(original)), ("retry_of", .integer(retryOf)),
        ])
    }
}

extension ArticleRecord {
    /// One version with everything that is known of it.
    func json(_ version: VersionRecord, _ reuse: TextReuse?) -> JSONValue {
        .object(members(version) + (reuse?.members ?? []))
    }

    private func members(_ version: VersionRecord) -> [(String, JSONValue)] {
        let article = version.article
        return [
            ("id", .text(id.description)), ("version", .integer(version.number)),
            ("current_version", .integer(currentVersion)),
            ("withdrawn", .bool(isWithdrawn)), ("collection", .text(collection)), ("path", .text(article.memberPath)),
            ("format", .text(article.format)), ("url", .text(article.url)),
            ("retrieved", .text(article.retrieved?.description)),
            ("headline", .text(article.headline)), ("headline_derived", .bool(article.headlineIsDerived)),
            ("deck", .text(article.deck)), ("byline", .text(article.byline)), ("authors", .texts(article.authors)),
            ("outlet", .text(article.outlet)), ("published", .text(article.published?.description)),
            ("modified", .text(article.modified?.description)), ("language", .text(article.language)),
            ("section", .text(article.section)), ("keywords", .texts(article.keywords)),
            ("dateline", .text(article.dateline?.text)), ("credit", .text(article.creditLine)),
            ("credits", .list(article.credits.map(\.json))), ("body", .text(article.body)),
            ("paragraphs", .list(article.paragraphs.map(\.json))), ("word_count", .integer(article.wordCount)),
            ("confidence", .number(article.confidence)), ("paywalled", .bool(article.isPaywalled)),
            ("summary", .bool(article.isSummary)),
            ("links", .list(article.links.map { .object([("url", .text($0.url)), ("text", .text($0.text))]) })),
            (
                "lead_image",
                article.leadImage.map { image in
                    .object([
                        ("url", .text(image.url)), ("caption", .text(image.caption)),
                        ("credit", .text(image.creditLine)),
                    ])
                } ?? .null
            ),
            ("guid", .text(article.wire.guid)), ("wire_version", .text(article.wire.version)),
            ("pubstatus", .text(article.wire.publicationStatus?.rawValue)),
            ("embargo", .text(article.wire.embargo?.description)),
            ("urgency", .integer(article.wire.urgency.map { Int64($0) })), ("located", .text(article.wire.located)),
            ("copyright", .text(article.wire.copyright)), ("usage_terms", .text(article.wire.usageTerms)),
            ("editorial_note", .text(article.wire.editorialNote)), ("by_title", .text(article.wire.byTitle)),
            (
                "subjects",
                .list(
                    article.subjects.map {
                        .object([("scheme", .text($0.scheme)), ("code", .text($0.code)), ("name", .text($0.name))])
                    })
            ),
            (
                "versions",
                .list(
                    versions.map { each in
                        .object([
                            ("version", .integer(each.number)), ("delivery", .integer(each.delivery)),
                            ("headline", .text(each.article.headline)),
                            ("wire_version", .text(each.article.wire.version)),
                            ("pubstatus", .text(each.article.wire.publicationStatus?.rawValue)),
                            ("editorial_note", .text(each.article.wire.editorialNote)),
                            ("published", .text(each.article.published?.description)),
                            ("modified", .text(each.article.modified?.description)),
                        ])
                    })
            ),
            ("deliveries", .list(deliveries.map(\.json))),
            ("annotations", .list(article.annotations.map(\.json))),
            ("entities", .list(article.entities.map(\.json))),
            ("quotations", .list(article.quotationsJSON)),
            ("tags", .texts(corrections.filter { $0.kind == .tag }.compactMap(\.value))),
            ("notes", .list(corrections.filter { $0.kind == .note }.map(\.json))),
            ("corrections", .list(corrections.filter { $0.kind == .field }.map(\.json))),
        ]
    }
}
