import Bytes
import NewsModel
import PageReading

/// The head that mail programs put above a message that is forwarded inline: who wrote it, when, about what.
struct ForwardedHead {
    var from: String?
    var date: String?
    var subject: String?

    /// Finds the first such head in the paragraphs of a message.
    ///
    /// A head is a marker ("Begin forwarded message:") or a sender's label, with the labels of subject and sender near it;
    /// programs set it as one paragraph or one for each line.
    /// - Returns: the head and the paragraphs that it takes; nil where there is none.
    static func find(in blocks: [HTMLFragment.Block]) -> (head: ForwardedHead, place: Range<Int>)? {
        for start in blocks.indices.prefix(searchedBlocks) {
            let text = line(blocks[start])
            let isMarker = markers.contains { text.lowercased().contains($0) } && text.utf8.count <= longestHead
            guard isMarker || label(at: text.startIndex, in: text)?.field == .from else { continue }
            var end = start
            var joined = ""
            while end < min(blocks.count, start + headBlocks) {
                let next = line(blocks[end])
                guard next.utf8.count <= longestHead,
                    end == start || label(at: next.startIndex, in: next) != nil
                else { break }
                joined += (joined.isEmpty ? "" : " ") + next
                end += 1
            }
            guard let head = ForwardedHead(joined) else { continue }
            return (head, start..<end)
        }
        return nil
    }

    /// Paragraphs from the start in which a head is looked for: a forwarder's note is short.
    private static let searchedBlocks = 12
    /// Paragraphs that a head may take: marker, sender, date, subject, and up to four kinds of recipients.
    private static let headBlocks = 9
    /// Bytes of a paragraph that may be a head; a list of recipients is long.
    private static let longestHead = 2_000

    private enum Field { case from, date, subject, other }

    /// Reads a head in one line; nil unless it names a sender and a subject or date.
    private init?(_ text: String) {
        var fields: [(field: Field, value: Substring)] = []
        var index = text.startIndex
        var isWordStart = true
        while index < text.endIndex {
            if isWordStart, let (field, end) = Self.label(at: index, in: text) {
                if let last = fields.indices.last { fields[last].value = fields[last].value.prefix(upTo: index) }
                fields.append((field, text[end...]))
                index = end
                continue
            }
            let character = text[index]
            isWordStart = character == " " || character == "*" || character == ">"
            index = text.index(after: index)
        }
        func value(_ field: Field) -> String? {
            fields.first { $0.field == field }.map { $0.value.trimmingSigns() }.flatMap { $0.isEmpty ? nil : $0 }
        }
        from = value(.from)
        date = value(.date)
        subject = value(.subject)
        guard from != nil, subject != nil || date != nil else { return nil }
    }

    private static func line(_ block: HTMLFragment.Block) -> String {
        let text = String(decoding: block.text.prefix(longestHead + 1), as: UTF8.self).foldedSpace
        return String(text.drop { $0 == "*" || $0 == ">" || $0 == " " })
    }

    /// The label that starts at a place, and where its value begins.
    private static func label(at start: String.Index, in text: String) -> (field: Field, end: String.Index)? {
        let window = text[start...].prefix(longestLabel)
        guard let colon = window.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        let word = window[..<colon].lowercased().filter { $0 != "*" && $0 != "\u{A0}" }.trimmingWhitespace()
        guard let field = labels[word] else { return nil }
        return (field, text.index(after: colon))
    }

    private static let longestLabel = 16

    private static let labels: [String: Field] = {
        var labels: [String: Field] = [:]
        for word in "from,von,de,da,van,fra,från,od,от,от кого,发件人,寄件者,差出人,보낸 사람".split(separator: ",") {
            labels[String(word)] = .from
        }
        for word
            in "date,sent,datum,gesendet,envoyé,fecha,enviado,enviado el,data,inviato,verzonden,skickat,sendt,wysłano,дата,отправлено,日期,发送时间,日時,送信日時"
            .split(separator: ",")
        {
            labels[String(word)] = .date
        }
        for word in "subject,betreff,objet,asunto,oggetto,assunto,onderwerp,ämne,emne,temat,předmět,тема,主题,主旨,件名,제목"
            .split(
                separator: ",")
        {
            labels[String(word)] = .subject
        }
        for word in "to,cc,bcc,an,kopie,à,para,a,aan,till,til,do,кому,копия,收件人,抄送,宛先,reply-to,importance,attachments"
            .split(separator: ",")
        {
            labels[String(word)] = .other
        }
        return labels
    }()

    private static let markers = [
        "forwarded message", "begin forwarded", "weitergeleitete nachricht", "anfang der weitergeleiteten",
        "message transféré", "début du message", "mensaje reenviado", "inicio del mensaje reenviado",
        "messaggio inoltrato", "inizio messaggio inoltrato", "doorgestuurd bericht", "begin doorgestuurd",
        "mensagem encaminhada", "vidarebefordrat", "videresendt", "wiadomość przekazana", "пересылаемое сообщение",
        "转发的邮件", "转发邮件", "転送メッセージ", "original message", "ursprüngliche nachricht", "message d'origine",
        "mensaje original", "messaggio originale", "oorspronkelijk bericht", "mensagem original",
    ]
}
