import Bytes

/// Short lines that say what follows is not the article: readers' comments, links to other texts, notes about the author.
struct BodyLabels: Sendable {
    static let shared = BodyLabels()

    /// What follows a label.
    enum Kind: Sendable {
        /// Readers' comments: nothing after is the article's.
        case comments
        /// One or more links or teasers.
        case related
        /// A note about the author, the newsletter, the site.
        case about
        /// What the site's operator agrees with its readers.
        case terms
    }

    /// Letters (as `TextWeight` counts them) above which a line is no label.
    static let longest: Int32 = 60

    private var kinds: [[UInt8]: Kind] = [:]

    private init() {
        add(Self.comments, .comments)
        add(Self.related, .related)
        add(Self.about, .about)
        add(Self.terms, .terms)
    }

    private mutating func add(_ list: String, _ kind: Kind) {
        for line in list.split(whereSeparator: \.isNewline) {
            for label in line.split(separator: "|") {
                let fingerprint = Self.key(String(label).lowercased().utf8)
                if !fingerprint.isEmpty { kinds[fingerprint] = kind }
            }
        }
    }

    /// The letters without digits, so that numbers of comments do not matter.
    private static func key(_ text: some Sequence<UInt8>) -> [UInt8] {
        TextFingerprint(text).bytes.filter { !ASCII.isDigit($0) }
    }

    /// What a line announces, or nil for any other line.
    func kind(of text: [UInt8]) -> Kind? {
        guard text.count < 200 else { return nil }
        let isPlain = text.allSatisfy { $0 < 0x80 }
        if isPlain { return kinds[Self.key(text)] }
        return kinds[Self.key(String(decoding: text, as: UTF8.self).lowercased().utf8)]
    }
}
