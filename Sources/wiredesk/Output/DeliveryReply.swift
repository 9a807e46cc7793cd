import Desk
import NewsModel

/// What the desk said of a file that a command had handed to it or asked to be read again.
enum DeliveryReply {
    /// Prints a reply for people, errors to standard error; tells how the command should end for it.
    static func print(_ reply: ControlReply, name: FileName?) -> ExitStatus {
        let label = name.map { "\($0.display): " } ?? ""
        if let error = reply.error {
            StandardError.line("wiredesk: \(label)\(TerminalText.line(error))")
            if reply.isUnknown == true { return .negative }
            return reply.isTemporary == true ? .waiting : .inputOutput
        }
        guard let delivery = reply.delivery else {
            StandardError.line("wiredesk: \(label)the desk gave no result")
            return .inputOutput
        }
        var line = "\(label)\(delivery.outcome), delivery \(delivery.id)"
        if !delivery.articles.isEmpty { line += ", " + delivery.articles.joined(separator: " ") }
        if let code = delivery.code { line += ", \(code)" }
        if let message = delivery.message { line += ": \(TerminalText.line(message))" }
        StandardOutput.line(line)
        return delivery.outcome == "rejected" ? .negative : .fine
    }
}

extension ExitStatus {
    /// The graver of two ends: what failed before what is to be tried again before what was merely rejected.
    func or(_ other: ExitStatus) -> ExitStatus {
        let gravity: [ExitStatus] = [.fine, .negative, .waiting, .inputOutput]
        let own = gravity.firstIndex(of: self) ?? gravity.count
        let others = gravity.firstIndex(of: other) ?? gravity.count
        return own >= others ? self : other
    }
}
