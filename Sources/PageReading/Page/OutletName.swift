import Bytes

/// A name by which a page may call its publication, brought into the form in which it is cited.
struct OutletName {
    /// The name without slogan, legal form and words of the link that it stood in.
    let text: String
    /// What names of one publication have in common: letters and digits, without the ending of a host name and the article before a name.
    let stem: TextFingerprint
    /// Whether it is the name of a host, such as `paper.example`.
    let isHost: Bool

    /// Bytes of a name; what is longer is a sentence.
    private static let longest = 100
    /// Words of a name.
    private static let mostWords = 9

    /// - Parameter host: the label of the site's own host, which decides which part of a name with a slogan is the name.
    /// - Returns: nil for what is no name: an address, a copyright line, a template that was not filled, a word such as "Home".
    init?(_ written: String, host: HostLabel?) {
        var name = Array(written.foldedSpace.utf8)
        guard name.count <= Self.longest * 2 else { return nil }
        for scheme in Self.schemes where Self.begins(name, with: scheme) { name.removeFirst(scheme.count) }
        if name.last == UInt8(ascii: "/") { name.removeLast() }
        name = Self.withoutSlogan(name[...], host)
        Self.cutLinkWords(&name)
        Self.cutBracket(&name)
        Self.cutLegalForm(&name)
        guard name.count <= Self.longest, Self.holdsLetter(name),
            name.split(separator: UInt8(ascii: " ")).count <= Self.mostWords,
            !name.contains(where: Self.isForeignSign), !Self.foreignWords.contains(where: { Self.holds(name, $0) })
        else { return nil }
        text = String(decoding: name, as: UTF8.self)
        guard !Self.generic.contains(text.lowercased()) else { return nil }
        isHost = Self.isHost(name)
        if isHost, let label = HostLabel(text) {
            stem = TextFingerprint(label.text)
        } else {
            let isArticled = name.count > 8 && Self.begins(name, with: Self.article)
            stem = TextFingerprint(isArticled ? name.dropFirst(Self.article.count) : name[...])
        }
        guard stem.count >= 2 else { return nil }
    }

    private static let schemes = byteStrings(["https://", "http://", "www."])
    private static let article = Array("the ".utf8)

    private static func isHost(_ name: [UInt8]) -> Bool {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return false }
        let ending = name[dot...].dropFirst()
        return (2...6).contains(ending.count) && ending.allSatisfy(ASCII.isLetter)
            && name.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    }

    private static func holdsLetter(_ name: [UInt8]) -> Bool {
        name.contains(where: ASCII.isLetter) || String(decoding: name, as: UTF8.self).contains(where: \.isLetter)
    }

    /// Signs of addresses, of templates that were not filled and of markup.
    private static func isForeignSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "@"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "%"), UInt8(ascii: "$"),
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "/"):
            true
        default: false
        }
    }

    /// What stands in copyright lines and notices, and in no name.
    private static let foreignWords = byteStrings([
        "©", "(c)", "copyright", "all rights", "rights reserved", "cookie", "javascript",
    ])

    // MARK: Bytes

    private static func byteStrings(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

    /// Whether a name begins with a text in lower case, whatever the case of its own letters of ASCII.
    private static func begins(_ name: [UInt8], with text: [UInt8]) -> Bool {
        name.count >= text.count && isSame(name, from: 0, text)
    }

    private static func ends(_ name: [UInt8], with text: [UInt8]) -> Bool {
        name.count >= text.count && isSame(name, from: name.count - text.count, text)
    }

    private static func holds(_ name: [UInt8], _ text: [UInt8]) -> Bool {
        guard name.count >= text.count else { return false }
        return (0...name.count - text.count).contains { isSame(name, from: $0, text) }
    }

    private static func isSame(_ name: [UInt8], from start: Int, _ text: [UInt8]) -> Bool {
        for place in text.indices where ASCII.lowered(name[start + place]) != text[place] { return false }
        return true
    }

    /// Takes spaces at the ends away.
    private static func trim(_ name: inout [UInt8]) { name = Array(trimmed(name[...])) }

    private static func trimmed(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var name = name.drop { $0 == UInt8(ascii: " ") }
        while name.last == UInt8(ascii: " ") { name.removeLast() }
        return name
    }

    // MARK: Cleaning

    private static let sloganSeparators = byteStrings([
        " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", "｜", " : ", ": ",
    ])

    /// The part of a name with a slogan that the host is called by, else its first part.
    private static func withoutSlogan(_ written: ArraySlice<UInt8>, _ host: HostLabel?) -> [UInt8] {
        let name = Array(trimmed(written))
        guard let separator = sloganSeparators.first(where: { holds(name, $0) }) else { return name }
        let parts = parts(of: name, separator)
        guard let first = parts.first, parts.count > 1 else { return name }
        let own = host.flatMap { host in parts.first { host.isShort(for: String(decoding: $0, as: UTF8.self)) } }
        return withoutSlogan(own ?? first, host)
    }

    /// The parts of a name between separators, without empty ones.
    private static func parts(of name: [UInt8], _ separator: [UInt8]) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var start = 0
        var place = 0
        while place + separator.count <= name.count {
            if isSame(name, from: place, separator) {
                parts.append(trimmed(name[start..<place]))
                place += separator.count
                start = place
            } else {
                place += 1
            }
        }
        parts.append(trimmed(name[start...]))
        return parts.filter { !$0.isEmpty }
    }

    /// Words around a name in the alternative text of a logo and in the title of a feed.
    private static let leading = byteStrings([
        "logo of ", "logo ", "homepage of ", "home page of ", "startseite von ", "welcome to ", "go to ", "back to ",
        "zur startseite von ", "the logo of ", "rss ",
        "home ",
    ])
    private static let trailing = byteStrings([
        " logo", "-logo", " icon", " rss feed", " rss", " atom", " feed", " news feed", " home page", " homepage",
        " startseite", " suche", " search", " home", "®", "™",
    ])
    /// Letters of a name from which a full stop behind it is none of its own.
    private static let namesWithoutStop = 6

    private static func cutLinkWords(_ name: inout [UInt8]) {
        var isCut = true
        while isCut {
            isCut = true
            if let word = leading.first(where: { begins(name, with: $0) }) {
                name.removeFirst(word.count)
            } else if let word = trailing.first(where: { name.count > $0.count && ends(name, with: $0) }) {
                name.removeLast(word.count)
            } else if name.last == UInt8(ascii: "."), name.count >= namesWithoutStop,
                name.firstIndex(of: UInt8(ascii: ".")) == name.count - 1
            {
                // A full stop may belong to the name; it is no letter that would tell names apart.
                name.removeLast()
            } else {
                isCut = false
            }
            if isCut { trim(&name) }
        }
    }

    /// Takes off what stands in brackets at the end.
    private static func cutBracket(_ name: inout [UInt8]) {
        guard name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: UInt8(ascii: "(")),
            case let head = Array(name[..<open]), holdsLetter(head)
        else { return }
        name = head
        trim(&name)
    }

    private static let legalForms = byteStrings([
        ", inc", " inc", ", llc", " llc", ", ltd", " ltd", " limited", " gmbh", " gmbh & co. kg", " ag", " s.a",
        " s.a.", " sa", " sp. z o.o",
        " e.v", " corp", " corporation", " b.v", " s.r.l", " s.p.a", " spa", " pty", " plc", " co", ", co", " a/s",
        " oy", " ab",
    ])

    private static func cutLegalForm(_ name: inout [UInt8]) {
        let end = name.count - (name.last == UInt8(ascii: ".") ? 1 : 0)
        for form in legalForms where end > form.count + 3 && isSame(name, from: end - form.count, form) {
            name.removeSubrange((end - form.count)...)
            return trim(&name)
        }
    }

    /// Words that links, sections and feeds are called by, and no publication.
    static let generic: Set<String> = [
        "home", "homepage", "home page", "start", "startseite", "zur startseite", "accueil", "inicio", "início",
        "portada", "hem", "hjem",
        "forside", "etusivu", "index", "main", "main page", "logo", "site logo", "menu", "rss", "atom", "feed",
        "rss 2.0", "atom 1.0",
        "rss feed", "news feed", "news", "nachrichten", "noticias", "actualités", "notizie", "aktualności", "новости",
        "blog", "blogs", "website",
        "site", "web", "untitled", "subscribe", "login", "log in", "sign in", "search", "articles", "article", "press",
        "magazine", "hosted",
        "subscriptions", "skip to content", "read more", "strona główna", "главная", "首页", "首頁", "ホーム", "홈",
        "trang chủ", "beranda",
        "anasayfa", "ana sayfa", "αρχική", "الرئيسية", "wordpress", "my blog", "my site", "sales information",
        "page not found", "brand",
        "comments feed", "here", "click here", "image", "header", "banner", "english", "deutsch", "français", "español",
        "mobile",
    ]
}
