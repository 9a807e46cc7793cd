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

    @Flag(name: .long, help: "With --count-by: the share of all articles under the same filters that have the words.")
    var share = false

    /// Counts are no pages.
    func validate(beside page: PageOptions) throws {
        guard countBy == nil || page.after == nil else {
            throw ValidationError("--after goes on with a list; --count-by counts it all")
        }
        guard !share || countBy != nil else { throw ValidationError("--share wants --count-by") }
    }

    /// Counts what has the words, and with --share of which part of all articles under the same filters each count is.
    func counts(
        by key: CountKey, _ filter: ArticleFilter, query: String?, isExact: Bool, _ archive: any ArticleArchive
    ) throws -> [KeyCount] {
        share
            ? try archive.shares(by: key, filter, query: query, isExact: isExact)
            : try archive.counts(by: key, filter, query: query, isExact: isExact)
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
            let plotted = isByTime ? CountedTimes.filled(Array(shown)) : Array(shown)
            for line in BarChart.lines(plotted, isTime: isByTime) { StandardOutput.line(line) }
        }
        if shown.isEmpty { throw ExitCode(ExitStatus.negative.rawValue) }
    }
}
