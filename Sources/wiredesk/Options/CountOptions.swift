import Archive
import ArgumentParser
import ArticleQuery

extension CountKey: ExpressibleByArgument {}

/// Counting articles in place of listing them.
struct CountOptions: ParsableArguments {
    /// Characters of the longest bar.
    private static let barWidth = 40
    /// Characters of a key on a terminal; longer ones are cut.
    private static let keyWidth = 32

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Count articles in place of listing them: by day, month, outlet, language, collection or author.",
            valueName: "key"))
    var countBy: CountKey?

    /// Counts are no pages.
    func validate(beside page: PageOptions) throws {
        guard countBy == nil || page.after == nil else {
            throw ValidationError("--after goes on with a list; --count-by counts it all")
        }
    }

    /// Shows counts as a bar chart, or as JSON Lines.
    func show(_ counts: [KeyCount], _ page: PageOptions) throws {
        let isByTime = countBy == .day || countBy == .month
        let limit = page.limit ?? .max
        // Of times the latest, of everything else the most frequent.
        let shown = isByTime ? counts.suffix(limit) : counts.prefix(limit)
        if page.json {
            for count in shown {
                let line = JSONValue.object([
                    ("key", .text(count.key)), ("count", .integer(count.count)), ("share", .number(count.share)),
                ])
                StandardOutput.line(line.line)
            }
        } else {
            for line in Self.chart(Array(shown)) { StandardOutput.line(line) }
        }
        if shown.isEmpty { throw ExitCode(ExitStatus.negative.rawValue) }
    }

    static func chart(_ counts: [KeyCount]) -> [String] {
        let keys = counts.map { cut(TerminalText.line($0.key ?? "(none)")) }
        let width = keys.map(\.count).max() ?? 0
        let digits = counts.map { "\($0.count)".count }.max() ?? 0
        let largest = max(1, counts.map(\.count).max() ?? 1)
        return zip(keys, counts).map { key, count in
            let permille = Int((count.share * 1000).rounded())
            let share = "\(permille / 10).\(permille % 10) %"
            let eighths = max(1, count.count * barWidth * 8 / largest)
            let bar = String(repeating: "█", count: eighths / 8) + (eighths % 8 == 0 ? "" : parts[eighths % 8 - 1])
            return key.rightPadded(width) + "  " + "\(count.count)".leftPadded(digits) + "  " + share.leftPadded(7)
                + "  " + TerminalText.styled(bar, .dim)
        }
    }

    private static let parts = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    private static func cut(_ key: String) -> String {
        key.count > keyWidth ? key.prefix(keyWidth - 1) + "…" : key
    }
}
