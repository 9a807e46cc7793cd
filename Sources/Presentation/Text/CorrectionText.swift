import LinuxSystem
import NewsModel

/// A correction, tag or note on one line for people.
package enum CorrectionText {
    package static func line(_ correction: Correction, withID: Bool = false) -> String {
        let words = TerminalText.line(said(correction))
        let who = "(\(TerminalText.line(correction.by)), \(LocalTime.minute(milliseconds: correction.at)))"
        return (withID ? "\(TerminalText.line(correction.article))  " : "") + words + "  "
            + TerminalText.styled(who, .dim)
    }

    private static func said(_ correction: Correction) -> String {
        let value = correction.value ?? ""
        switch correction.kind {
        case .field: return "\(correction.field ?? ""): \(value)"
        case .speaker: return "speaker \(value.isEmpty ? "nobody" : value): \(correction.field ?? "")"
        case .story: return "story without \(value)"
        case .tag, .note, .merge, .outlet: return "\(correction.kind.rawValue) \(value)"
        }
    }
}
