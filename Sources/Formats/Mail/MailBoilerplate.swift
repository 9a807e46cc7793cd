import Bytes
import NewsModel
import PageReading

/// Leaves out what only serves the mailing: the link to the version in the browser, how to unsubscribe, why one gets this.
///
/// Such text is looked for among the first and the last paragraphs only, and in short ones: an article may well speak of
/// unsubscribing.
enum MailBoilerplate {
    /// Paragraphs from the start and from the end that are looked at.
    private static let headBlocks = 6
    private static let tailBlocks = 30
    /// Bytes of the longest paragraph that only serves the mailing.
    private static let longest = 900
    /// Bytes from which a paragraph behind a footer's first is text again.
    private static let runningText = 250

    /// The paragraphs that are left.
    ///
    /// - Parameter subject: the headline, which is left out where the text opens with it.
    static func removed(from blocks: [HTMLFragment.Block], subject: String?) -> [HTMLFragment.Block] {
        var blocks = blocks
        removeHead(&blocks)
        removeTail(&blocks)
        if let subject = subject.map({ TextFingerprint($0) }), !subject.isEmpty,
            let place = blocks.prefix(headBlocks).firstIndex(where: { TextFingerprint($0.text).isSame(subject) }),
            blocks.count > 1
        {
            blocks.remove(at: place)
        }
        return blocks
    }

    private static func removeHead(_ blocks: inout [HTMLFragment.Block]) {
        let head = blocks.prefix(headBlocks).enumerated().filter { holds(headPhrases, $0.element) }.map(\.offset)
        // A message of one paragraph is its text.
        guard head.count < blocks.count else { return }
        for place in head.reversed() { blocks.remove(at: place) }
    }

    private static func removeTail(_ blocks: inout [HTMLFragment.Block]) {
        let first = max(1, blocks.count - tailBlocks)
        guard first < blocks.count else { return }
        var cut = blocks.count
        for place in (first..<blocks.count).reversed() {
            let block = blocks[place]
            if holds(tailPhrases, block) || holds(headPhrases, block) {
                cut = place
            } else if block.text.count >= runningText, block.linkDensity < 0.5 {
                break
            }
        }
        blocks.removeSubrange(cut...)
    }

    private static func holds(_ phrases: [String], _ block: HTMLFragment.Block) -> Bool {
        guard block.text.count <= longest else { return false }
        let text = String(decoding: block.text, as: UTF8.self).lowercased()
        return phrases.contains { text.contains($0) }
    }

    private static let headPhrases = [
        "view in browser", "view in your browser", "view this email in", "view this e-mail in", "view online",
        "view it in your browser", "read in browser", "read online", "web version", "having trouble viewing",
        "trouble reading this", "can't see this email", "can't read this email", "cannot read this email",
        "to unsubscribe", "email not displaying", "add us to your address book",
        "im browser ansehen", "im browser anzeigen", "im browser öffnen", "im browser lesen", "online-version",
        "webversion", "nicht richtig angezeigt", "nicht korrekt angezeigt", "voir dans le navigateur",
        "version en ligne", "ver en el navegador", "ver en navegador", "ver no navegador", "visualizza nel browser",
        "bekijk in browser", "bekijk de webversie", "visa i webbläsare", "se i browser", "открыть в браузере",
        "посмотреть в браузере", "在浏览器中", "ブラウザで表示",
    ]

    private static let tailPhrases = [
        "unsubscribe", "opt out of", "opt-out", "because you subscribed", "because you signed up",
        "because you are subscribed", "you are receiving this", "you're receiving this", "you received this message",
        "you received this email", "you received this mail", "you have received this", "this email was sent to",
        "this e-mail was sent to", "this message was sent to", "manage preferences", "manage your preferences",
        "update your preferences", "email preferences", "subscription preferences", "manage your subscription",
        "forward to a friend", "forward this email", "sent to you by", "mailing list", "/listinfo/", "/unsub",
        "add us to your address book", "abmelden", "abbestellen", "newsletter abbestellen", "austragen",
        "sie erhalten diese", "sie erhalten diesen", "weil sie sich angemeldet", "se désabonner", "se désinscrire",
        "désinscription", "vous recevez ce", "vous recevez cet", "darse de baja", "cancelar suscripción",
        "cancelar la suscripción", "ha recibido este", "recibe este correo", "cancelar inscrição",
        "cancelar a subscrição", "descadastrar", "annulla iscrizione", "cancellarsi", "disiscriviti", "ricevi questa",
        "afmelden", "uitschrijven", "u ontvangt deze", "avsluta prenumeration", "avregistrera", "avmeld", "afmeld",
        "wypisz się", "zrezygnować z subskrypcji", "odhlásit", "leiratkozás", "отписаться", "отменить подписку",
        "вы получили это", "відписатися", "退订", "退訂", "取消订阅", "配信停止", "購読解除", "수신거부", "abonelikten çık",
        "إلغاء الاشتراك", "לביטול הרישום", "להסרה",
    ]
}
