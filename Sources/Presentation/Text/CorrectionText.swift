import LinuxSystem
import NewsModel

/// A correction, tag or note on one line for people.
package enum CorrectionText {
    package static func line(_ correction: Correction, withID: Bool = false) -> String {
        let what =
            correction.kind == .field ? "\(correction.field ?? ""): " : "\(correction.kind.rawValue) "
        let words = TerminalText.line(what + (correction.value ?? ""))
        let who = "(\(TerminalText.line(correction.by)), \(LocalTime.minute(milliseconds: correction.at)))"
        return (withID ? "\(TerminalText.line(correction.article))  " : "") + words + "  "
            + TerminalText.styled(who, .dim)
    }
}
