import Desk
import NewsModel

/// What the desk said of a file that a command had handed to it or asked to be read again.
enum DeliveryReply {
    /// Prints a reply for people; true when the delivery is stored or a duplicate.
    ///
    /// - Throws: the end of the command, when the desk did not carry the request out.
    static func print(_ reply: ControlReply, name: FileName?) throws -> Bool {
        let label = name.map { "\($0.display): " } ?? ""
        if let error = reply.error {
            throw Failure.message("\(label)\(error)", reply.isTemporary == true ? .waiting : .inputOutput)
        }
        guard let delivery = reply.delivery else {
            throw Failure.message("\(label)the desk gave no result", .inputOutput)
        }
        var line = "\(label)\(delivery.outcome), delivery \(delivery.id)"
        if !delivery.articles.isEmpty { line += ", " + delivery.articles.joined(separator: " ") }
        if let code = delivery.code { line += ", \(code)" }
        if let message = delivery.message { line += ": \(message)" }
        StandardOutput.line(line)
        return delivery.outcome != "rejected"
    }
}
