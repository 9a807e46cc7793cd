import Bytes
import NewsModel
import NewsText
import PageReading

/// Makes articles of a message.
///
/// A message is one article, a newsletter of many stories too. One that only passes another on (attached, or inline below a
/// head of its own) is that other one, with the forwarder's words as the editorial note. A digest is the messages in it.
/// Documents attached to it are articles of their own, under their names; where a message has no text, they are all it holds.
struct MailReader {
    /// Words up to which what stands above a forwarded message is a note.
    private static let noteWords = 60
    /// Bytes from which an attached plain text is a document; below are the scraps that mail gateways make.
    private static let textBytes = 1_000
    /// Bytes from which an attached page is one; the empty pages of gateways have some 300.
    private static let pageBytes = 500

    private let message: MIMEMessage
    private let context: ReadingContext

    init(_ message: MIMEMessage, in context: ReadingContext) {
        self.message = message
        self.context = context
    }

    /// Reads a message: the whole one or one within it.
    func read(_ index: Int = 0) throws {
        let content = MailContent(message, of: index)
        let subject = message.header("Subject", of: index)
        let text = try text(of: content, subject: subject)
        if content.messages.count == 1, let inner = content.messages.first,
            text.wordCount <= Self.noteWords
        {
            return try readForwarded(inner, note: text)
        }
        try readOwn(index, content, subject, text)
        try readMessages(content.messages)
    }

    /// Reads the message that another passes on.
    private func readForwarded(_ inner: Int, note: MailText) throws {
        let content = MailContent(message, of: inner)
        let subject = message.header("Subject", of: inner)
        let text = try text(of: content, subject: subject)
        // Forwarded once more: what the last one passes on is the article.
        if content.messages.count == 1, let next = content.messages.first,
            text.wordCount <= Self.noteWords
        {
            return try readForwarded(next, note: note.blocks.isEmpty ? text : note)
        }
        try readOwn(inner, content, subject, text, note: note)
        try readMessages(content.messages)
    }

    /// Reads the message itself; one without words of its own only carries what is in it.
    private func readOwn(
        _ index: Int, _ content: MailContent, _ subject: String?, _ text: MailText, note: MailText = MailText()
    ) throws {
        if content.isDigest || text.blocks.isEmpty && !content.messages.isEmpty { return }
        if text.blocks.isEmpty {
            if try !readAttachments(content.attachments) {
                if let failure = unreadText() { throw failure }
                try context.article(article(index, subject, text, note: note))
            }
            return
        }
        try context.article(article(index, subject, text, note: note))
        _ = try readAttachments(content.attachments)
    }

    /// That a message has its text in parts that are not read; nil where it has nothing but its subject, which says all.
    private func unreadText() -> ReadingFailure? {
        let parts = message.entities.filter { $0.kind == .leaf && !$0.mediaType.hasPrefix("text/") }
        guard !parts.isEmpty else { return nil }
        if parts.contains(where: { $0.mediaType == "application/ms-tnef" || $0.fileName?.lowercased() == "winmail.dat" }) {
            return ReadingFailure(
                .noText,
                "The message has its text in winmail.dat (TNEF), a form of Outlook that is not read; ask for it as plain text or HTML.")
        }
        let types = Set(parts.map(\.mediaType)).sorted().prefix(3).joined(separator: ", ")
        return ReadingFailure(.noText, "The message has no words, only its subject and what is not read: \(types).")
    }

    // MARK: Text

    private func text(of content: MailContent, subject: String?) throws(ReadingFailure) -> MailText {
        var text = MailText()
        for piece in content.pieces { text.append(try self.text(of: piece, subject: subject)) }
        return text
    }

    private func text(of piece: MailContent.Piece, subject: String?) throws(ReadingFailure) -> MailText {
        if let index = piece.html {
            let html = try HTMLMailReader.read(message.text(of: index), message.entities[index], base: nil)
            // A picture of the text is no text; the plain form may have it.
            if !html.blocks.isEmpty || piece.plain == nil { return html }
        }
        guard let index = piece.plain else { return MailText() }
        let bytes = message.text(of: index)
        // Programs that leave the type out, or are wrong about it, send pages too.
        if HTMLMailReader.isPage(bytes) {
            return try HTMLMailReader.read(bytes, message.entities[index], base: nil)
        }
        return try PlainMailReader.read(bytes, message.entities[index], subject: subject, limits: context.limits)
    }

    // MARK: Article

    private func article(
        _ index: Int, _ subject: String?, _ text: MailText, note: MailText
    ) throws(ReadingFailure) -> Article {
        var text = text
        var note = note
        var article = Article(format: Format.eml.name)
        let sender = MailSender(message, of: index)
        var (author, outlet) = (sender.author, sender.outlet)
        article.headline = subject
        article.published = sent(index)
        if let forwarded = ForwardedHead.find(in: text.blocks), isForwarded(forwarded.place, in: text, subject) {
            let before = Array(text.blocks[..<forwarded.place.lowerBound])
            if !before.isEmpty { note.blocks = before }
            text.blocks.removeSubrange(..<forwarded.place.upperBound)
            let from = forwarded.head.from.map { MailSender(forwarded: $0) }
            (author, outlet) = (from?.author, from?.outlet)
            article.headline = forwarded.head.subject ?? subject.map(MailSubject.withoutMarks)
            article.published = forwarded.head.date.flatMap { DateReader.read($0) } ?? article.published
        } else {
            article.wire.guid = message.header("Message-ID", of: index).flatMap(Self.identifier)
        }
        text.blocks = MailBoilerplate.removed(from: text.blocks, subject: article.headline)
        takeByline(&text)
        var body = BodyBuilder()
        try HTMLFragment(blocks: text.blocks).append(to: &body, limits: context.limits)
        (article.body, article.paragraphs) = body.finish()
        article.deck = text.head.deck
        article.byline = text.head.byline ?? (text.head.authors.isEmpty ? author : nil)
        article.authors = text.head.authors.isEmpty ? text.head.agencies : text.head.authors
        if article.authors.isEmpty { article.authors = [author].compactMap { $0 } }
        article.outlet = outlet
        article.url = message.header("Archived-At", of: index).flatMap(Self.address) ?? text.head.url
        article.language = message.header("Content-Language", of: index).flatMap {
            LanguageGuesser.guess(article.body, declared: $0)
        }
        article.keywords = (message.header("Keywords", of: index) ?? "").split(separator: ",")
            .map { $0.trimmingWhitespace() }
        article.links = text.links.filter { !Self.servesMailing($0) }
        article.leadImage = text.leadImage
        article.wire.editorialNote = Self.line(note.blocks)
        article.confidence = article.body.isEmpty ? 0.5 : 0.9
        return article
    }

    /// Whether a head of a forwarded message stands where it makes this message a forwarded one: its subject says so, or
    /// nothing but a note is above.
    private func isForwarded(_ place: Range<Int>, in text: MailText, _ subject: String?) -> Bool {
        guard place.upperBound < text.blocks.count else { return false }
        let words = text.blocks[..<place.lowerBound].reduce(0) { $0 + $1.text.split(separator: 0x20).count }
        return words <= Self.noteWords && (subject.map(MailSubject.isForward) ?? true)
    }

    /// Takes the byline out of the first paragraphs.
    private func takeByline(_ text: inout MailText) {
        guard text.head.byline == nil, text.head.authors.isEmpty else { return }
        let place = text.blocks.indices.prefix(4).first { place in
            let block = text.blocks[place]
            return block.text.count <= 120 && block.kind != .listItem
                && HeadLines.isByline(String(decoding: block.text, as: UTF8.self))
        }
        guard let place, text.blocks.count > 1 else { return }
        text.head.take(byline: String(decoding: text.blocks[place].text, as: UTF8.self))
        if text.head.byline != nil { text.blocks.remove(at: place) }
    }

    /// When the message was sent, by its own word; by that of the first server where it says a time before there was mail.
    private func sent(_ index: Int) -> NewsTime? {
        let said = message.header("Date", of: index).flatMap { DateReader.read($0) }
        guard let said, said.year >= Self.firstYear else { return received(index) ?? said }
        return said
    }

    /// The year of the first mail standard; clocks that were never set say 1970, or 1904.
    private static let firstYear = 1973

    /// When the first server took the message: the last `Received` header, behind its semicolon (RFC 5321, section 4.4).
    private func received(_ index: Int) -> NewsTime? {
        message.lastHeader("Received", of: index).flatMap { $0.split(separator: ";").last }.flatMap {
            DateReader.read(String($0))
        }
    }

    /// The identifier of a message as an address (RFC 2392), which is the same wherever the message is met again.
    private static func identifier(_ header: String) -> String? {
        let identifier = header.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" }
        return identifier.contains("@") ? "mid:" + identifier : nil
    }

    private static func address(_ header: String) -> String? {
        let address = String(header.drop { $0 == "<" }.prefix { $0 != ">" && $0 != " " })
        return PageAddress(address) == nil ? nil : address
    }

    private static func servesMailing(_ link: Link) -> Bool {
        let text = (link.url + " " + (link.text ?? "")).lowercased()
        return ["unsubscribe", "abmelden", "/unsub", "manage-preferences", "optout", "opt-out"].contains {
            text.contains($0)
        }
    }

    private static func line(_ blocks: [HTMLFragment.Block]) -> String? {
        let line = HTMLFragment(blocks: blocks).line
        return line.isEmpty ? nil : line
    }

    // MARK: Members

    private func readMessages(_ messages: [Int]) throws {
        for (number, index) in messages.enumerated() {
            let hint = memberHint(
                "message-\(number + 1).eml", mediaType: "message/rfc822", carrier: context.hint.carrier)
            try context.member("#\(number + 1)", hint: hint) { try MailReader(message, in: $0).read(index) }
        }
    }

    /// Reads the documents among the attachments; false where no article came of them.
    private func readAttachments(_ attachments: [Int]) throws -> Bool {
        var names: Set<String> = []
        var isRead = false
        let counting = context.observing { event in if case .article = event { isRead = true } }
        for (number, index) in attachments.enumerated() {
            let entity = message.entities[index]
            let bytes = message.content(of: index)
            guard isDocument(bytes, entity) else { continue }
            var name = entity.fileName ?? "attachment-\(number + 1)"
            if !names.insert(name).inserted { name = "#\(number + 1)-" + name }
            let hint = memberHint(name, mediaType: entity.mediaType, carrier: nil)
            try bytes.withUnsafeBufferPointer { try counting.member(name, $0, hint: hint) }
        }
        return isRead
    }

    private func memberHint(_ name: String, mediaType: String, carrier: Format?) -> ReadingHint {
        var hint = ReadingHint(name: FileName(name), mediaType: mediaType)
        hint.carrier = carrier
        return hint
    }

    /// Whether an attachment is a document of its own: no picture, no scrap, nothing that is not read.
    private func isDocument(_ bytes: [UInt8], _ entity: MIMEMessage.Entity) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            let hint = ReadingHint(name: FileName(entity.fileName ?? ""))
            guard !bytes.isEmpty,
                let format = try? context.formats.format(
                    of: FormatSample(bytes, ending: hint.ending), isWhole: bytes.count <= ReadingLimits.sniffedBytes)
            else { return false }
            switch format {
            case .text, .markdown: return bytes.count >= Self.textBytes && !TextDecoder.isBinary(bytes)
            case .html: return bytes.count >= Self.pageBytes
            default: return true
            }
        }
    }
}
