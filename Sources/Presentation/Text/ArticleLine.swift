import ArticleQuery
import LinuxSystem

/// An article in lists for people.
package enum ArticleLine {
    /// The day on which an article was published, as it says; one that says none has only come on a day.
    package static func date(of article: ArticleSummary) -> String {
        article.published.map { String($0.description.prefix(10)) }
            ?? "undated, came \(LocalTime.minute(milliseconds: article.sortTime))"
    }

    /// Two lines: where it is from, and its headline.
    package static func text(_ article: ArticleSummary) -> String {
        var parts = [TerminalText.styled(article.id.description, .yellow)]
        parts.append(date(of: article))
        if let outlet = article.outlet { parts.append(TerminalText.line(outlet)) }
        if !article.authors.isEmpty { parts.append(TerminalText.line(article.authors.joined(separator: ", "))) }
        if !article.collection.isEmpty { parts.append(TerminalText.line("[\(article.collection)]")) }
        if article.version > 1 { parts.append("version \(article.version)") }
        if article.isWithdrawn { parts.append(TerminalText.styled("WITHDRAWN", .red)) }
        if let embargo = article.embargo, embargo.instantMilliseconds > Moment.present {
            parts.append(TerminalText.styled("EMBARGO until \(embargo)", .red))
        }
        let headline = TerminalText.line(article.headline ?? article.file)
        return parts.joined(separator: "  ") + "\n  " + TerminalText.styled(headline, .bold)
    }
}
