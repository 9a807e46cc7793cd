import DeskProtocol
import NewsModel
import Presentation

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
