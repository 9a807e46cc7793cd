import ArticleQuery
import Export

/// What the archive knows of a name, for people.
package enum ProfileText {
    package static func text(_ profile: NameProfile) -> String {
        let name = profile.name
        var lines = [TerminalText.styled(TerminalText.line(name.name), .bold) + "  " + name.kind.rawValue]
        func field(_ label: String, _ value: String) {
            guard !value.isEmpty else { return }
            lines.append(TerminalText.wrapped(TerminalText.styled(label.rightPadded(12), .dim) + value, indent: 12))
        }
        field("also", TerminalText.line(name.aliases.joined(separator: ", ")))
        field("articles", "\(profile.articles)")
        field("quotations", "\(profile.quotations)")
        for (index, title) in profile.titles.enumerated() {
            let words = [title.title, title.organization].compactMap { $0 }.joined(separator: ", ")
            field(index == 0 ? "titles" : "", "\(span(title))  \(TerminalText.line(words)) (\(title.quotations))")
        }
        for (index, other) in profile.companions.prefix(listed).enumerated() {
            field(
                index == 0 ? "named with" : "",
                "\("\(other.articles)".leftPadded(5))  \(TerminalText.line(other.name)) (\(other.kind.rawValue))")
        }
        for (index, outlet) in profile.outlets.prefix(listed).enumerated() {
            field(
                index == 0 ? "outlets" : "",
                "\("\(outlet.articles)".leftPadded(5))  \(TerminalText.line(outlet.name))")
        }
        let total = Double(max(1, profile.months.map(\.articles).reduce(0, +)))
        let months = profile.months.map {
            KeyCount(key: $0.name, count: $0.articles, share: Double($0.articles) / total)
        }
        if !months.isEmpty { lines += [""] + BarChart.lines(CountedTimes.filled(months), isTime: true) }
        return lines.joined(separator: "\n")
    }

    /// Lines of each list; `--json` has more.
    private static let listed = 10

    private static func span(_ title: NameProfile.Title) -> String {
        let (first, last) = (
            UTCInstant(milliseconds: title.first).description.prefix(10),
            UTCInstant(milliseconds: title.last).description.prefix(10)
        )
        return first == last ? String(first) : "\(first) to \(last)"
    }
}
