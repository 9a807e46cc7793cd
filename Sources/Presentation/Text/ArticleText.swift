import ArticleQuery
import NewsModel

/// An article as `wiredesk show` prints it for people.
package enum ArticleText {
    package static func text(_ record: ArticleRecord, _ version: VersionRecord, _ reuse: TextReuse? = nil) -> String {
        let article = version.article
        var lines: [String] = []
        lines.append(TerminalText.styled(TerminalText.line(article.headline ?? "(no headline)"), .bold))
        if article.headlineIsDerived { lines.append(TerminalText.styled("(headline derived from the text)", .dim)) }
        lines.append("")
        func field(_ name: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            lines.append(TerminalText.styled(name.rightPadded(15), .dim) + TerminalText.line(value))
        }
        field("id", "\(record.id), version \(version.number) of \(record.versions.count)")
        if record.isWithdrawn {
            let status = record.current?.article.wire.publicationStatus?.rawValue
            field("withdrawn", "by its provider" + (status.map { " (\($0))" } ?? ""))
        }
        if let embargo = article.wire.embargo {
            let isOver = embargo.instantMilliseconds <= Moment.present
            field("embargo", "until \(embargo)" + (isOver ? ", which is over" : ": not to be published before"))
        }
        field("note", article.wire.editorialNote)
        field("outlet", article.outlet)
        field("authors", article.authors.joined(separator: ", "))
        field("published", article.published?.description)
        field("modified", article.modified?.description)
        field("dateline", article.dateline?.text)
        field("credit", article.creditLine)
        field("section", article.section)
        field("keywords", article.keywords.joined(separator: ", "))
        field("language", article.language)
        field("collection", record.collection)
        field("url", article.url)
        field("retrieved", article.retrieved?.description)
        for (name, value) in wireFields(article) { field(name, value) }
        field("words", "\(article.wordCount)")
        field("format", "\(article.format), confidence \(percent(article.confidence))")
        if article.isPaywalled { field("paywall", "only a part is free to read") }
        if let reuse {
            field("story", reuse.story?.description)
            field("earliest", reuse.earliest.map { earliest(of: reuse, $0) })
            for related in reuse.related {
                field(
                    "copies",
                    "\(related.article.id)  \(related.kind), \(percent(related.share))  \(related.article.outlet ?? "")"
                )
            }
        }
        field("people", names(article, .person))
        field("organisations", names(article, .organization))
        field("places", names(article, .place))
        field("tags", record.corrections.filter { $0.kind == .tag }.compactMap(\.value).joined(separator: ", "))
        for each in record.corrections where each.kind != .tag {
            lines.append(
                TerminalText.styled((each.kind == .note ? "noted" : "corrected").rightPadded(15), .dim)
                    + CorrectionText.line(each))
        }
        lines.append("")
        lines.append(MarkedBody(article).terminalText)
        lines.append("")
        if record.versions.count > 1 {
            lines.append(TerminalText.styled("versions", .dim))
            for each in record.versions {
                let mark = each.number == record.currentVersion ? "*" : " "
                let time = (each.article.modified ?? each.article.published)?.description ?? ""
                lines.append(
                    " \(mark) \(each.number)  delivery \(each.delivery)  \(time.rightPadded(25))  "
                        + TerminalText.line(each.article.headline ?? "") + standing(each.article.wire))
            }
        }
        lines.append(TerminalText.styled("deliveries", .dim))
        for delivery in record.deliveries {
            lines.append(
                "   \(delivery.id)  \(LocalTime.text(delivery.received))  \(delivery.outcome?.rawValue ?? "unfinished")  "
                    + delivery.path.display)
        }
        return lines.joined(separator: "\n")
    }

    private static func earliest(of reuse: TextReuse, _ earliest: EarliestArticle) -> String {
        let article = earliest.article
        let which =
            article.id == reuse.article.id
            ? "this article"
            : [article.id.description, article.outlet, article.published?.description].compactMap { $0 }.joined(
                separator: "  ")
        return "\(which) (\(earliest.basis.words))"
    }

    /// What a wire format says beyond what every article has.
    private static func wireFields(_ article: Article) -> [(String, String?)] {
        let wire = article.wire
        return [
            ("guid", wire.guid.map { $0 + (wire.version.map { ", version \($0)" } ?? "") }),
            ("urgency", wire.urgency.map(String.init)), ("located", wire.located), ("by-title", wire.byTitle),
            ("subjects", article.subjects.map { $0.name ?? $0.code }.joined(separator: ", ")),
            ("copyright", wire.copyright), ("usage", wire.usageTerms),
        ]
    }

    /// What the provider says of one version, for the list of versions.
    private static func standing(_ wire: WireFacts) -> String {
        let status = wire.publicationStatus.flatMap { $0 == .usable ? nil : $0.rawValue }
        let words = [status, wire.editorialNote.map { TerminalText.line($0) }].compactMap { $0 }
        return words.isEmpty ? "" : "  (" + words.joined(separator: "; ") + ")"
    }

    private static func names(_ article: Article, _ kind: Entity.Kind) -> String {
        article.entities.filter { $0.kind == kind }.map(\.name).joined(separator: ", ")
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
