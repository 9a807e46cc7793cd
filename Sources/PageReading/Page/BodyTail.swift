import Bytes

/// What stands under an article without being part of it: notes about the author, invitations, notices.
struct BodyTail: Sendable {
    static let shared = BodyTail()

    /// Blocks at the end that are looked at.
    static let reach = 4
    /// Letters above which a block is text, whatever words are in it.
    static let longest: Int32 = 250

    /// The phrases by their first byte, so that a text is gone through once for all of them.
    private let phrases: [[[UInt8]]]
    private let openings: [[UInt8]]

    private init() {
        var table: [[[UInt8]]] = Array(repeating: [], count: 256)
        for phrase in Self.list(Self.phraseList) { table[Int(phrase[0])].append(phrase) }
        phrases = table
        openings = Self.list(Self.openingList)
    }

    private static func list(_ text: String) -> [[UInt8]] {
        text.split(whereSeparator: { $0 == "|" || $0.isNewline }).map { Array($0.utf8) }.filter { !$0.isEmpty }
    }

    /// True for a block that invites, promotes or disclaims.
    func isNotice(_ text: [UInt8]) -> Bool {
        let lowered = Self.lowered(text)
        if openings.contains(where: { lowered.starts(with: $0) }) { return true }
        return holdsPhrase(lowered)
    }

    /// True for a line that tells who holds the rights, and nothing else.
    func isRights(_ text: [UInt8]) -> Bool {
        let lowered = Self.lowered(text)
        return Self.rights.contains { lowered.starts(with: $0.utf8) }
    }

    private static let rights = ["©", "(c) ", "copyright", "follow us"]

    /// True for a block that begins with the name of one of the authors and tells of them.
    func isAboutAuthor(_ text: [UInt8], authors: [String]) -> Bool {
        let start = TextFingerprint(text.prefix(160))
        return authors.contains { name in
            let fingerprint = TextFingerprint(name)
            guard fingerprint.count >= 6, name.utf8.contains(32) || name.utf8.contains(where: { $0 >= 0x80 }) else {
                return false
            }
            // A title or a dash may stand before the name.
            for skip in [0, 2, 4, 9] where start.count > skip + fingerprint.count {
                if start.bytes[skip...].starts(with: fingerprint.bytes) { return true }
            }
            return false
        }
    }

    private static func lowered(_ text: [UInt8]) -> [UInt8] {
        if text.allSatisfy({ $0 < 0x80 }) { return text.map(ASCII.lowered) }
        return Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
    }

    private func holdsPhrase(_ text: [UInt8]) -> Bool {
        for start in text.indices {
            for phrase in phrases[Int(text[start])] where phrase.count <= text.count - start {
                // The second byte decides nearly always.
                if phrase.count > 1, text[start + 1] != phrase[1] { continue }
                if text[start..<start + phrase.count].elementsEqual(phrase) { return true }
            }
        }
        return false
    }

    private static let phraseList = """
        newsletter|subscribe to|subscribe now|subscribe today|subscribe for|sign up for|sign up to|sign up here|signing up for|follow us on|follow him on|follow her on|follow me on|follow them on|like us on facebook|join us on
        all rights reserved|this material may not be|may not be published, broadcast|is not intended to replace|not a substitute for professional|affiliate link|affiliate commission|earn a commission|earn from qualifying purchases|this article was originally published on|this post was originally
        free trial|book a demo|schedule a demo|request a demo|get in touch with|contact us today|contact us for|download our app|download the app|get our app|join our community|join our telegram|whatsapp channel|our podcast|leave a comment|in the comments below|in the comment section|share this article|share this post|let us know in the|have a story|story tip|email us at|send us an email|send an email to|reach out to us|support our work|become a member|make a donation|donate today|letter to the editor|letters to the editor
        newsletter abonnieren|jetzt abonnieren|hier abonnieren|folgen sie uns|folgt uns|alle rechte vorbehalten|ohne gewähr|jetzt anmelden|kostenlos testen|leserbrief
        abonnez-vous|inscrivez-vous|suivez-nous|suivez nous|tous droits réservés|notre lettre d'information
        suscríbete|suscríbase|suscribirse a|síguenos en|síganos en|todos los derechos reservados|únete a nuestro|boletín
        inscreva-se|assine|siga-nos|siga o |todos os direitos reservados|receba as notícias
        iscriviti|seguici|tutti i diritti riservati|riproduzione riservata
        obserwuj nas|polub nas|wszelkie prawa zastrzeżone|zapisz się do|dołącz do nas
        подписывайтесь|подпишитесь|подписаться на|все права защищены|при использовании материалов|при перепечатке|читайте нас|следите за нами|нашли ошибку|выделите ее|нашем telegram|підписуйтесь|підписуйся
        ακολουθήστε|εγγραφείτε|ακολούθησε|με επιφύλαξη παντός|google news και
        abone ol|bültenimiz|takip edin|tüm hakları saklıdır
        版权所有|版權所有|转载请注明|未经授权|關注我們|关注我们|訂閱|無断転載|無断複製|メルマガ|フォロー|무단전재|무단 전재|재배포 금지|구독
        ikuti kami|ikuti whatsapp|cek berita|theo dõi chúng tôi|đăng ký nhận
        """

    private static let openingList = """
        disclaimer|disclosure|©|(c) |copyright|click here|tap here|want to know more|want more|do you have |have you |got a tip|tags:|tags |filed under|share this|photo credit|image credit|photos by|photo by|image by|images by|featured image|feature image|header image|cover image|hero image|editor's note:|editor’s note:|read more|read also|related:|see also|more:|also read|watch:|listen:|join |follow |subscribe|reviewed by|fact checked|fact-checked|medically reviewed|last updated|updated on|published on|posted in|this article was |this post was |this story was |this post may contain|this page contains|note: this|foto:|fotos:|bild:|quelle:|source:|sources:|источник|фото|źródło|fot.|来源|來源|责任编辑|責任編輯|编辑|(责任编辑|（责任编辑
        """
}
