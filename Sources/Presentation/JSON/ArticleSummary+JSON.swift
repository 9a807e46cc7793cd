import ArticleQuery
import Export

/// The lines of `list`, with every member that the contract names.
extension ArticleSummary {
    /// Names and values in order.
    package var members: [(String, JSONOutput)] {
        let members: [(String, JSONOutput)] = [
            ("id", .text(id.description)), ("version", .integer(version)), ArticleMember.headline.with(.text(headline)),
            ArticleMember.outlet.with(.text(outlet)), ArticleMember.authors.with(.texts(authors)),
            ArticleMember.published.with(.text(published?.description)), ArticleMember.language.with(.text(language)),
            ("collection", .text(collection)), ArticleMember.url.with(.text(url)), ("file", .text(file)),
            ("delivery", .integer(delivery)),
        ]
        // Members of articles that are only there when asked for, or marked; every other line has those of the contract.
        return members + (isWithdrawn ? [("withdrawn", .bool(true))] : [])
            + (embargo.map { [ArticleMember.embargo.with(.text($0.description))] } ?? [])
    }

    /// The article as one object.
    package var json: JSONOutput { .object(members) }
}

/// The lines of `search`.
extension SearchHit {
    /// The article with what was found in it.
    package var json: JSONOutput {
        .object(
            article.members + [
                ("snippet", .text(snippet?.text)), ("score", .number(score)), ("matched", .texts(parts?.matched ?? [])),
                ("missing", .texts(parts?.missing ?? [])),
            ])
    }

    /// A line of `search`: the same with what was assumed and left out of the question, where anything was, and with the parts of its score where they are wanted.
    package func json(notes: [String], isExplained: Bool) -> JSONOutput {
        guard case .object(var members) = isExplained ? explainedJSON : json, !notes.isEmpty else {
            return isExplained ? explainedJSON : json
        }
        members.append(("notes", .texts(notes)))
        return .object(members)
    }

    /// The same with the parts of its score.
    private var explainedJSON: JSONOutput {
        guard case .object(let members) = json, let parts else { return json }
        let words = parts.words.map {
            JSONOutput.object([("word", .text($0.typed)), ("weight", .number($0.weight)), ("score", .number($0.score))])
        }
        return .object(
            members + [
                (
                    "explanation",
                    .object([
                        ("words", .list(words)), ("proximity", .number(parts.proximity)),
                        ("complete", .number(parts.complete)), ("total", .number(parts.total)),
                    ])
                )
            ])
    }
}

/// The lines of `follow`.
extension FollowedVersion {
    /// What `list` tells, and when it came in and where to go on.
    package var json: JSONOutput {
        .object(
            article.members + [
                ("time", .text(UTCInstant(milliseconds: received).description)), ("cursor", .text(cursor.description)),
            ])
    }
}

/// The lines of `--count-by`.
extension KeyCount {
    /// The key with its number and share.
    package var json: JSONOutput {
        .object([("key", .text(key)), ("count", .integer(count)), ("share", .number(share))])
    }
}
