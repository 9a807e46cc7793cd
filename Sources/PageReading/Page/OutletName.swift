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
        var name = written.foldedSpace
        guard name.utf8.count <= Self.longest * 2 else { return nil }
        for scheme in ["https://", "http://", "www."] where name.lowercased().hasPrefix(scheme) {
            name = String(name.dropFirst(scheme.count))
        }
        if name.hasSuffix("/") { name.removeLast() }
        name = Self.withoutSlogan(name, host)
        name = Self.withoutLinkWords(name)
        if name.hasSuffix(")"), let open = name.lastIndex(of: "("), name[..<open].contains(where: \.isLetter) {
            name = String(name[..<open]).foldedSpace
        }
        name = Self.withoutLegalForm(name)
        let lowered = name.lowercased()
        guard name.utf8.count <= Self.longest, name.contains(where: \.isLetter),
            name.split(separator: " ").count <= Self.mostWords, !Self.generic.contains(lowered),
            !["@", "{", "}", "%", "$", "<", ">", "=", "/", "©", "(c)"].contains(where: { name.contains($0) }),
            !["copyright", "all rights", "rights reserved", "cookie", "javascript"].contains(where: lowered.contains)
        else { return nil }
        text = name
        isHost = Self.isHost(name)
        let isArticled = lowered.hasPrefix("the ") && lowered.utf8.count > 8
        stem = TextFingerprint(
            isHost ? String(HostLabel(name)?.text ?? lowered) : isArticled ? String(name.dropFirst(4)) : name)
        guard stem.count >= 2 else { return nil }
    }

    private static func isHost(_ name: String) -> Bool {
        guard !name.contains(" "), let dot = name.lastIndex(of: "."), dot > name.startIndex else { return false }
        let ending = name[dot...].dropFirst()
        return (2...6).contains(ending.utf8.count) && ending.utf8.allSatisfy(ASCII.isLetter)
            && name.utf8.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    }

    // MARK: Cleaning

    private static let sloganSeparators = [
        " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", "｜", " : ", ": ",
    ]

    /// The part of a name with a slogan that the host is called by, else its first part.
    private static func withoutSlogan(_ name: String, _ host: HostLabel?) -> String {
        guard let separator = sloganSeparators.first(where: { name.contains($0) }) else { return name }
        let parts = name.split(separator: separator).map { String($0).foldedSpace }.filter { !$0.isEmpty }
        guard let first = parts.first, parts.count > 1 else { return name.foldedSpace }
        let own = host.flatMap { host in parts.first { host.isShort(for: $0) } }
        return withoutSlogan(own ?? first, host)
    }

    /// Words around a name in the alternative text of a logo and in the title of a feed.
    private static let leading = [
        "logo of ", "logo ", "welcome to ", "go to ", "back to ", "zur startseite von ", "the logo of ", "rss ",
        "home ",
    ]
    private static let trailing = [
        " logo", "-logo", " icon", " rss feed", " rss", " atom", " feed", " news feed", " home page", " homepage",
        " startseite", " suche", " search", " home", "®", "™", ".", "!",
    ]

    private static func withoutLinkWords(_ name: String) -> String {
        var name = name
        var isCut = true
        while isCut {
            isCut = false
            let lowered = name.lowercased()
            for word in leading where lowered.hasPrefix(word) {
                name = String(name.dropFirst(word.count)).foldedSpace
                isCut = true
                break
            }
            for word in trailing where !isCut && lowered.hasSuffix(word) && lowered.count > word.count {
                // A full stop or an exclamation mark may belong to the name; it is no letter that would tell names apart.
                if word == "." || word == "!", name.dropLast().contains(word) || name.count < 6 { continue }
                if word == "!" { continue }
                name = String(name.dropLast(word.count)).foldedSpace
                isCut = true
                break
            }
        }
        return name
    }

    private static let legalForms = [
        ", inc", " inc", ", llc", " llc", ", ltd", " ltd", " limited", " gmbh", " gmbh & co. kg", " ag", " s.a",
        " s.a.", " sa", " sp. z o.o",
        " e.v", " corp", " corporation", " b.v", " s.r.l", " s.p.a", " spa", " pty", " plc", " co", ", co", " a/s",
        " oy", " ab",
    ]

    private static func withoutLegalForm(_ name: String) -> String {
        let lowered = name.lowercased()
        for form in legalForms {
            for ending in [form, form + "."] where lowered.hasSuffix(ending) && lowered.count > ending.count + 3 {
                // "Nation SA" and "Der Spiegel AG" write their forms in capitals or with a capital.
                return String(name.dropLast(ending.count)).foldedSpace
            }
        }
        return name
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
