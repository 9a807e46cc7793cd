import ArticleQuery

/// Counts as bars, for people.
package enum BarChart {
    /// Characters of the longest bar.
    private static let barWidth = 40
    /// Characters of a key on a terminal; longer ones are cut.
    private static let keyWidth = 32

    /// A line for each count: the key, the number, the share and a bar.
    ///
    /// - Parameter isTime: whether the keys are days or months; the present one is marked.
    package static func lines(_ counts: [KeyCount], isTime: Bool = false) -> [String] {
        let keys = counts.map { TerminalText.line($0.key ?? "(none)").cut(to: keyWidth) }
        let width = keys.map(DisplayWidth.of).max() ?? 0
        let digits = counts.map { "\($0.count)".count }.max() ?? 0
        let largest = max(1, counts.map(\.count).max() ?? 1)
        // Key, number and share take their columns; the bars what a narrow window leaves.
        let barWidth = max(1, min(barWidth, (TerminalText.width ?? .max) - width - digits - 13))
        return zip(keys, counts).map { key, count in
            let permille = Int((count.share * 1000).rounded())
            let share = "\(permille / 10).\(permille % 10) %"
            let eighths = count.count == 0 ? 0 : max(1, count.count * barWidth * 8 / largest)
            let bar = String(repeating: "█", count: eighths / 8) + (eighths % 8 == 0 ? "" : parts[eighths % 8 - 1])
            return key.rightPadded(width) + "  " + "\(count.count)".leftPadded(digits) + "  " + share.leftPadded(7)
                + "  " + TerminalText.styled(bar, .dim)
                + (isTime && CountedTimes.isUnfinished(key) ? " not over yet" : "")
        }
    }

    private static let parts = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
}
