import ArticleQuery
import LinuxSystem

/// An outlet for people: its name with the number of its articles, and below it its other names with who said so.
package enum OutletText {
    package static func text(_ outlet: OutletRecord) -> String {
        let line = "\("\(outlet.articles)".leftPadded(7))  \(TerminalText.line(outlet.name))"
        let others = outlet.otherNames.map { other in
            let who = "(\(TerminalText.line(other.by)), \(LocalTime.minute(milliseconds: other.at)))"
            return "         \(other.isHost ? "host" : "also") \(TerminalText.line(other.name))  "
                + TerminalText.styled(who, .dim)
        }
        return ([line] + others).joined(separator: "\n")
    }
}
