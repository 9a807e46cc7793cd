import DeskProtocol
import NewsModel

/// What the desk said of a file that a command had handed to it or asked to be read again.
enum DeliveryReply {
    /// Prints a reply for people, errors to standard error; tells how the command should end for it.
    static func print(_ reply: ControlReply, name: FileName?) -> ExitStatus {
        let label = name.map { "\($0.display): " } ?? ""
        switch reply {
        case .delivery(let delivery):
            var line = "\(label)\(delivery.outcome.rawValue), delivery \(delivery.id)"
            if !delivery.articles.isEmpty { line += ", " + delivery.articles.joined(separator: " ") }
            if let code = delivery.code { line += ", \(code)" }
            if let message = delivery.message { line += ": \(TerminalText.line(message))" }
            StandardOutput.line(line)
            return delivery.outcome == .rejected ? .negative : .fine
        case .failed(let failure): return print(failure, name: name)
        default:
            StandardError.line("wiredesk: \(label)the desk gave no result")
            return .inputOutput
        }
    }

    /// The same of a failure.
    static func print(_ failure: ControlFailure, name: FileName?) -> ExitStatus {
        let label = name.map { "\($0.display): " } ?? ""
        StandardError.line("wiredesk: \(label)\(TerminalText.line(failure.description))")
        return ExitStatus(failure.kind)
    }
}

extension ExitStatus {
    /// How a command ends when the desk did not carry its request out.
    init(_ kind: ControlFailure.Kind) {
        self =
            switch kind {
            case .unknown: .negative
            case .temporary: .waiting
            case .refused: .configuration
            case .failed, .notAllowed: .inputOutput
            }
    }

    /// The graver of two ends: what failed before what is to be tried again before what was merely rejected.
    func or(_ other: ExitStatus) -> ExitStatus {
        let gravity: [ExitStatus] = [.fine, .negative, .waiting, .inputOutput]
        let own = gravity.firstIndex(of: self) ?? gravity.count
        let others = gravity.firstIndex(of: other) ?? gravity.count
        return own >= others ? self : other
    }
}
