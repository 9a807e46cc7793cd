import ArticleQuery
import LinuxSystem
import NewsModel

/// An article as `wiredesk show` prints it for people.
package enum ArticleText {
    package static func text(_ record: ArticleRecord, _ version: VersionRecord, _ reuse: TextReuse? = nil) -> String {
        let article = version.article
        var lines = [TerminalText.styled(TerminalText.line(article.headline ?? "(no headline)"), .bold)]
        if article.headlineIsDerived { lines.append(TerminalText.styled("(headline derived from the text)", .dim)) }
        lines.append("")
        var fields = standing(of: record, version)
        fields += facts(of: article, collection: record.collection)
        fields += relations(reuse)
        fields.append(tags(of: record))
        lines += Self.lines(fields) + corrections(of: record)
        lines += ["", TerminalText.wrapped(MarkedBody(article).terminalText), ""]
        // Behind the text, in which they are marked.
        let named = Self.lines(names(of: article))
        if !named.isEmpty { lines += named + [""] }
        if record.versions.count > 1 { lines += versions(of: record) }
        return (lines + deliveries(of: record)).joined(separator: "\n")
    }

    private typealias Field = (name: String, value: String?)

    /// Columns of the names of fields.
    private static let nameColumns = 15

    private static func lines(_ fields: [Field]) -> [String] {
        fields.compactMap { name, value in
            guard let value, !value.isEmpty else { return nil }
            return TerminalText.wrapped(
                TerminalText.styled(name.rightPadded(nameColumns), .dim) + TerminalText.line(value), indent: nameColumns
            )
        }
    }

    /// Which version it is, and whether it may be published.
    private static func standing(of record: ArticleRecord, _ version: VersionRecord) -> [Field] {
        let article = version.article
        let embargo = article.wire.embargo.map { embargo in
            let isOver = embargo.instantMilliseconds <= Moment.present
            return "until \(embargo)" + (isOver ? ", which is over" : ": not to be published before")
        }
        return [
            ("id", "\(record.id), version \(version.number) of \(record.versions.count)"),
            ("withdrawn", record.isWithdrawn ? withdrawal(of: record) : nil),
            ("embargo", embargo), ("note", article.wire.editorialNote),
        ]
    }

    /// Who has withdrawn an article.
    private static func withdrawal(of record: ArticleRecord) -> String {
        let decision = record.corrections.last { $0.field == CorrectableField.withdrawn.rawValue }
        if let decision { return "by \(decision.by)" }
        let status = record.current?.article.wire.publicationStatus?.rawValue
        return "by its provider" + (status.map { " (\($0))" } ?? "")
    }

    /// What the article says of itself.
    private static func facts(of article: Article, collection: String) -> [Field] {
        let source: [Field] = [
            ("outlet", article.outlet), ("authors", article.authors.joined(separator: ", ")),
            ("published", article.published?.description), ("modified", article.modified?.description),
            ("dateline", article.dateline?.text), ("credit", article.creditLine), ("section", article.section),
            ("keywords", article.keywords.joined(separator: ", ")), ("language", article.language),
            ("collection", collection), ("url", article.url), ("retrieved", article.retrieved?.description),
        ]
        let text: [Field] = [
            ("words", "\(article.wordCount)"),
            ("format", "\(article.format), confidence \(percent(article.confidence))"),
            ("paywall", article.isPaywalled ? "only a part is free to read" : nil),
        ]
        return source + wireFields(article) + text
    }

    /// What it shares with others.
    private static func relations(_ reuse: TextReuse?) -> [Field] {
        guard let reuse else { return [] }
        var fields: [Field] = [("story", reuse.story?.description)]
        fields.append(("earliest", reuse.earliest.map { earliest(of: reuse, $0) }))
        for related in reuse.related {
            let outlet = related.article.outlet ?? ""
            fields.append(("copies", "\(related.article.id)  \(related.kind), \(percent(related.share))  \(outlet)"))
        }
        return fields
    }

    private static func names(of article: Article) -> [Field] {
        [
            ("people", names(article, .person)), ("organisations", names(article, .organization)),
            ("places", names(article, .place)),
        ]
    }

    private static func tags(of record: ArticleRecord) -> Field {
        ("tags", record.corrections.filter { $0.kind == .tag }.compactMap(\.value).joined(separator: ", "))
    }

    private static func corrections(of record: ArticleRecord) -> [String] {
        record.corrections.filter { $0.kind != .tag }.map { each in
            TerminalText.wrapped(
                TerminalText.styled((each.kind == .note ? "noted" : "corrected").rightPadded(nameColumns), .dim)
                    + CorrectionText.line(each), indent: nameColumns)
        }
    }

    private static func versions(of record: ArticleRecord) -> [String] {
        [TerminalText.styled("versions", .dim)]
            + record.versions.map { each in
                let mark = each.number == record.currentVersion ? "*" : " "
                let time = (each.article.modified ?? each.article.published)?.description ?? ""
                return " \(mark) \(each.number)  delivery \(each.delivery)  \(time.rightPadded(25))  "
                    + TerminalText.line(each.article.headline ?? "") + standing(each.article.wire)
            }
    }

    private static func deliveries(of record: ArticleRecord) -> [String] {
        [TerminalText.styled("deliveries", .dim)]
            + record.deliveries.map { delivery in
                "   \(delivery.id)  \(LocalTime.minute(milliseconds: delivery.received))  \(delivery.outcome?.rawValue ?? "unfinished")  "
                    + delivery.path.display
            }
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
    private static func wireFields(_ article: Article) -> [Field] {
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
