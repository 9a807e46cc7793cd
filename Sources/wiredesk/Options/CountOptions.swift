import ArgumentParser
import ArticleQuery
import Presentation

extension CountKey: ExpressibleByArgument {}

/// Counting articles in place of listing them.
struct CountOptions: ParsableArguments {
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
                StandardOutput.line(count.json.line)
            }
        } else {
            for line in BarChart.lines(Array(shown)) { StandardOutput.line(line) }
        }
        if shown.isEmpty { throw ExitCode(ExitStatus.negative.rawValue) }
    }
}
