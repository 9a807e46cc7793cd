import ArticleQuery
import LinuxSystem

/// A delivery in lists for people.
package enum DeliveryText {
    /// When it came, how it ended, its name, and why it was rejected.
    package static func line(_ delivery: DeliveryRecord) -> String {
        let outcome = delivery.outcome
        let style: TerminalText.Style =
            switch outcome {
            case .stored: .green
            case .duplicate: .dim
            case .rejected: .red
            case nil: .yellow
            }
        let word = outcome?.rawValue ?? "unfinished"
        var line = "\(delivery.id)".leftPadded(6) + "  " + LocalTime.minute(milliseconds: delivery.received) + "  "
        line += TerminalText.styled(word.rightPadded(9), style) + "  " + delivery.path.display
        if delivery.articles > 1 { line += "  \(delivery.articles) articles" }
        if delivery.isPartial { line += "  partial" }
        if let retried = delivery.retryOf { line += "  retry of \(retried)" }
        if delivery.isReplaced { line += "  replaced by a retry" }
        if let code = delivery.code { line += "\n        \(code): \(TerminalText.line(delivery.message ?? ""))" }
        return line
    }
}
