/// How the notices begin that sites and agencies put around articles; by form, never by publisher.
enum NoticePhrases {
    /// Code points of the longest notice.
    static let longest = 400

    /// Whether a paragraph is a notice.
    static func isBoilerplate(_ text: [UInt8]) -> Bool {
        guard !text.isEmpty else { return false }
        let start = text.firstIndex { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 } ?? text.count
        let lowered = text[start...].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        return openings.contains { lowered.starts(with: $0) }
            || whole.contains { lowered == $0 || lowered == $0 + [0x2E] }
    }

    private static let openings: [[UInt8]] = [
        "sign up for our", "sign up to our", "sign up here", "subscribe to our", "subscribe now", "subscribe today",
        "click here to", "follow us on", "follow us @", "like us on", "join us on", "share this", "read more:",
        "read also:",
        "see also:", "also read:", "related:", "related topics", "related articles", "our standards:",
        "all rights reserved",
        "this material may not be published", "comments are closed", "continue reading below",
        "this story has been corrected",
        "get the latest news", "download our app", "support our journalism", "to read the full", "have a news tip",
        "abonnieren sie", "newsletter abonnieren", "folgen sie uns", "lesen sie auch", "mehr zum thema",
        "alle rechte vorbehalten",
        "abonnez-vous", "suivez-nous", "lire aussi", "à lire aussi", "tous droits réservés", "suscríbete", "suscríbase",
        "síguenos",
        "lea también", "lee también", "todos los derechos reservados",
    ].map { (text: String) in Array(text.utf8) }

    private static let whole: [[UInt8]] = [
        "advertisement", "advertising", "anzeige", "publicité", "publicidad", "comments", "loading", "share",
        "newsletter",
    ].map { (text: String) in Array(text.utf8) }
}
