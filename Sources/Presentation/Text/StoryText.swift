import ArticleQuery
import LinuxSystem

/// A story as it is shown to people.
package enum StoryText {
    package static func line(_ story: StoryRecord) -> String {
        let outlets = story.outlets == 1 ? "1 outlet" : "\(story.outlets) outlets"
        let facts = [
            TerminalText.styled(story.id.description, .yellow), "\(story.articles) articles, \(outlets)",
            LocalTime.minute(milliseconds: story.firstSeen) + " to " + LocalTime.minute(milliseconds: story.lastSeen),
        ]
        let doubt = story.isSure ? "" : "  " + TerminalText.styled("perhaps not one event", .dim)
        let headline = TerminalText.line(story.lead.headline ?? story.lead.file)
        return facts.joined(separator: "  ") + doubt + "\n  " + TerminalText.styled(headline, .bold)
    }

    /// An article in the timeline of its story.
    package static func entry(_ article: ArticleSummary, isLead: Bool) -> String {
        let mark = isLead ? "●" : "○"
        let outlet = article.outlet.map { TerminalText.line($0) } ?? ""
        let facts = [
            LocalTime.minute(milliseconds: article.sortTime), TerminalText.styled(article.id.description, .yellow),
            outlet,
        ]
        // Continued lines stand beside the line that joins the articles.
        let headline = WrappedText.text(
            TerminalText.line(article.headline ?? article.file), width: TerminalText.width.map { $0 - 5 }, indent: 0)
        return " \(mark) " + facts.filter { !$0.isEmpty }.joined(separator: "  ")
            + headline.split(separator: "\n").map { "\n │   " + $0 }.joined()
    }
}
