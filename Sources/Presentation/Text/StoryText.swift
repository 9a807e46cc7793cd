import ArticleQuery
import LinuxSystem

/// A story as it is shown to people.
package enum StoryText {
    private static func span(_ first: String, _ last: String) -> String {
        first == last ? first : "\(first) to \(last)"
    }

    package static func line(_ story: StoryRecord) -> String {
        let outlets = story.outlets == 1 ? "1 outlet" : "\(story.outlets) outlets"
        let facts = [
            TerminalText.styled(story.id.description, .yellow), "\(story.articles) articles, \(outlets)",
            // Days alone: of some articles no more is known.
            (story.isDated ? "" : "undated, came ")
                + span(LocalTime.day(milliseconds: story.firstSeen), LocalTime.day(milliseconds: story.lastSeen)),
        ]
        let doubt = story.isSure ? "" : "  " + TerminalText.styled("perhaps not one event", .dim)
        let headline = TerminalText.line(story.lead.headline ?? story.lead.file)
        return facts.joined(separator: "  ") + doubt + "\n  " + TerminalText.styled(headline, .bold)
    }

    /// Which article was first here, by what that is known, and how sure it is.
    package static func first(_ story: StoryRecord) -> String {
        let words: String
        if let first = story.first {
            let article = first.article
            let which = [
                ArticleLine.date(of: article), article.id.description, article.outlet.map(TerminalText.line) ?? "",
            ]
            let sureness =
                story.confidence.map { ", \(Int(($0 * 100).rounded(.down))) % sure that all tell of one event" } ?? ""
            words =
                "first here (\(first.basis.words)\(sureness)): "
                + which.filter { !$0.isEmpty }.joined(separator: "  ")
        } else if story.isSure {
            words = "who was first is not known: none of its articles is dated"
        } else {
            words = "who was first is not told: these may be more events than one"
        }
        return "  " + TerminalText.styled(words, .dim)
    }

    /// What stands before the articles of a timeline that have no date.
    package static let undatedHeading = " │\n" + TerminalText.styled("   without a date, as they came", .dim)

    /// When an article was published, as exactly as it says: a date stays a date.
    private static func time(of article: ArticleSummary) -> String {
        guard let published = article.published else { return ArticleLine.date(of: article) }
        let text = published.description
        return text.contains("T") ? LocalTime.minute(milliseconds: article.sortTime) : text
    }

    /// An article in the timeline of its story.
    package static func entry(_ article: ArticleSummary, isLead: Bool) -> String {
        let mark = isLead ? "●" : "○"
        let outlet = article.outlet.map { TerminalText.line($0) } ?? ""
        let facts = [
            time(of: article), TerminalText.styled(article.id.description, .yellow), outlet,
        ]
        // Continued lines stand beside the line that joins the articles.
        let headline = WrappedText.text(
            TerminalText.line(article.headline ?? article.file), width: TerminalText.width.map { $0 - 5 }, indent: 0)
        return " \(mark) " + facts.filter { !$0.isEmpty }.joined(separator: "  ")
            + headline.split(separator: "\n").map { "\n │   " + $0 }.joined()
    }
}
