import ArticleQuery

/// What differs between two versions, as `wiredesk show --diff` tells it.
package enum DifferenceText {
    /// Words that are compared one by one inside a changed place at most; the colours of more say nothing.
    private static let mostWords = 20_000
    /// Paragraphs that stand around a change for orientation.
    private static let context = 1

    /// A unified difference of paragraphs: ` ` both, `-` the first, `+` the second, `…` where equal paragraphs are left out. On
    /// a terminal the words that differ stand out.
    package static func lines(_ difference: VersionDifference, _ old: VersionRecord, _ new: VersionRecord) -> [String] {
        var lines = [
            TerminalText.styled("--- " + title(old), .bold), TerminalText.styled("+++ " + title(new), .bold),
        ]
        for field in difference.fields {
            if let old = field.old { lines.append(TerminalText.styled("- \(field.name): \(one(old))", .red)) }
            if let new = field.new { lines.append(TerminalText.styled("+ \(field.name): \(one(new))", .green)) }
        }
        if difference.paragraphs.isEmpty { return lines + ["  (the text is the same)"] }
        return lines + paragraphs(difference.paragraphs.edits)
    }

    private static func title(_ version: VersionRecord) -> String {
        let time = (version.article.modified ?? version.article.published).map { ", \($0)" } ?? ""
        return "version \(version.number), delivery \(version.delivery)\(time)"
    }

    private static func one(_ text: String) -> String { TerminalText.line(text) }

    private static func paragraphs(_ edits: [SequenceDifference<String>.Edit]) -> [String] {
        var lines: [String] = []
        var kept: [String] = []
        var removed: [String] = []
        var added: [String] = []
        var isFirst = true
        func flushKept(isLast: Bool) {
            let leading = isFirst ? 0 : context
            let trailing = isLast ? 0 : context
            if kept.count > leading + trailing {
                lines += kept.prefix(leading).map { "  " + one($0) } + ["  …"]
                lines += kept.suffix(trailing).map { "  " + one($0) }
            } else {
                lines += kept.map { "  " + one($0) }
            }
            kept.removeAll()
        }
        func flushChange() {
            guard !removed.isEmpty || !added.isEmpty else { return }
            let (old, new) = marked(removed, added)
            lines += old.map { "- " + $0 } + new.map { "+ " + $0 }
            removed.removeAll()
            added.removeAll()
            isFirst = false
        }
        for edit in edits {
            switch edit {
            case .keep(let text):
                flushChange()
                kept.append(text)
            case .remove(let text):
                if !kept.isEmpty { flushKept(isLast: false) }
                removed.append(text)
            case .add(let text):
                if !kept.isEmpty { flushKept(isLast: false) }
                added.append(text)
            }
        }
        flushChange()
        if !kept.isEmpty { flushKept(isLast: true) }
        return lines
    }

    /// Both sides of a change, with the words that differ in colour where there are colours.
    private static func marked(_ removed: [String], _ added: [String]) -> (old: [String], new: [String]) {
        let old = removed.flatMap(words)
        let new = added.flatMap(words)
        guard TerminalText.hasColours, old.count + new.count <= mostWords else {
            return (removed.map(one), added.map(one))
        }
        let edits = SequenceDifference(from: old, to: new).edits
        let left = coloured(edits, .red) { if case .remove(let word) = $0 { word } else { nil } }
        let right = coloured(edits, .green) { if case .add(let word) = $0 { word } else { nil } }
        return (paragraphs(left), paragraphs(right))
    }

    /// One side of a change: the words that both have, and its own ones, runs of which are coloured.
    private static func coloured(
        _ edits: [SequenceDifference<String>.Edit], _ style: TerminalText.Style,
        own: (SequenceDifference<String>.Edit) -> String?
    ) -> String {
        var text = ""
        var run = ""
        func endRun() {
            if !run.isEmpty { text += TerminalText.styled(run, style) }
            run = ""
        }
        for edit in edits {
            if let word = own(edit) {
                if word == "\n" {
                    endRun()
                    text += "\n"
                } else {
                    run += one(word)
                }
            } else if case .keep(let word) = edit {
                endRun()
                text += word == "\n" ? "\n" : one(word)
            }
        }
        endRun()
        return text
    }

    private static func paragraphs(_ text: String) -> [String] {
        text.split(separator: "\n").map(String.init)
    }

    /// Words with the space behind them, then the end of the paragraph.
    package static func words(_ paragraph: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in paragraph {
            word.append(character)
            if character == " " {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words + ["\n"]
    }
}
