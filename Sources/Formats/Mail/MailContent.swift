/// Which parts of a message are its text, and what else stands in it.
///
/// Of alternatives (RFC 2046, section 5.1.4) both the HTML and the plain form are kept, to choose from; of related parts
/// (RFC 2387) the first, which the others are pictures of. Parts that are called attachments, and named ones behind the text,
/// are attachments.
struct MailContent {
    /// A piece of the text in one or both of its forms.
    struct Piece {
        var html: Int?
        var plain: Int?
    }

    /// The pieces of the text in order.
    private(set) var pieces: [Piece] = []
    /// Messages inside of it.
    private(set) var messages: [Int] = []
    /// Files attached to it.
    private(set) var attachments: [Int] = []
    /// Whether it says of itself that it is a collection of messages (multipart/digest).
    private(set) var isDigest = false

    private let message: MIMEMessage

    /// Looks at the parts of a message.
    ///
    /// - Parameter index: the message: the whole one or one within it.
    init(_ message: MIMEMessage, of index: Int) {
        self.message = message
        for child in message.children(of: index) { visit(child) }
    }

    // GMime nests at most 1,024 deep.
    private mutating func visit(_ index: Int) {
        let entity = message.entities[index]
        switch entity.kind {
        case .message: messages.append(index)
        case .multipart: visitMultipart(index, entity.mediaType)
        case .leaf: visitLeaf(index, entity)
        }
    }

    private mutating func visitMultipart(_ index: Int, _ mediaType: String) {
        let children = message.children(of: index)
        switch mediaType {
        case "multipart/alternative":
            pieces += alternative(children)
        case "multipart/related":
            if let first = children.first { visit(first) }
        case "multipart/encrypted": break
        case "multipart/digest":
            isDigest = true
            for child in children { visit(child) }
        default:
            for child in children { visit(child) }
        }
    }

    /// The pieces of the best of several forms of one text: the last in HTML, else the first in plain text.
    ///
    /// Where both are one piece each, both are kept to choose from. Apple's programs write text and pictures by turns as several
    /// pieces of one form.
    private mutating func alternative(_ children: [Int]) -> [Piece] {
        let before = pieces
        var forms: [[Piece]] = []
        for child in children {
            pieces = []
            visit(child)
            forms.append(pieces)
        }
        pieces = before
        let html = forms.last { $0.contains { $0.html != nil } } ?? []
        let plain = forms.first { $0.contains { $0.plain != nil } } ?? []
        if html.isEmpty { return plain }
        guard html.count == 1, plain.count <= 1 else { return html }
        return [Piece(html: html[0].html, plain: html[0].plain ?? plain.first?.plain)]
    }

    private mutating func visitLeaf(_ index: Int, _ entity: MIMEMessage.Entity) {
        let isText = entity.mediaType == "text/html" || entity.mediaType.hasPrefix("text/plain")
        guard isText, !entity.isAttachment, entity.fileName == nil || pieces.isEmpty else {
            // Inline pictures and signatures are no files of their own.
            if !Self.isPassedOver(entity.mediaType) { attachments.append(index) }
            return
        }
        pieces.append(entity.mediaType == "text/html" ? Piece(html: index) : Piece(plain: index))
    }

    private static func isPassedOver(_ mediaType: String) -> Bool {
        ["image/", "audio/", "video/", "font/", "text/calendar", "text/x-vcard", "text/vcard", "text/css"].contains {
            mediaType.hasPrefix($0)
        }
            || mediaType.hasSuffix("-signature") || mediaType.hasPrefix("application/pgp")
            || mediaType.hasPrefix("message/")
    }
}
