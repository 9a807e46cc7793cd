import NewsModel

/// The name of an author as bibliographies want it: family name and given names, or one name as a whole.
struct PersonName: Equatable {
    /// The family name with its particles; the whole name of an organisation, and of a person with one name.
    var family: String
    /// The given names; nil for a name that is taken as a whole.
    var given: String?
    /// `Jr.`, `III` and the like.
    var suffix: String?

    /// A whole name.
    init(whole: String) { family = whole }

    /// A person's name in natural order.
    ///
    /// The last word is the family name, together with particles in lower case before it (`van`, `de la`, `bin`); a rule of
    /// thumb, as names tell no more. A name of one word, or with a comma or digits, is taken as a whole.
    init(natural name: String) {
        var words = name.split(separator: " ").map(String.init)
        guard words.count > 1, !name.utf8.contains(where: { $0 == UInt8(ascii: ",") || (0x30...0x39).contains($0) })
        else {
            family = name
            return
        }
        if words.count > 2, let last = words.last, Self.suffixes.contains(last) {
            suffix = last
            words.removeLast()
        }
        var start = words.count - 1
        while start > 1, Self.isParticle(words[start - 1]) { start -= 1 }
        family = words[start...].joined(separator: " ")
        given = words[..<start].joined(separator: " ")
    }

    /// The authors of an article; agencies, desks and the publication itself are taken as a whole.
    static func authors(of article: Article) -> [PersonName] {
        let organisations = Set(
            (article.credits.filter { $0.kind == .agency || $0.person == nil }.compactMap(\.outlet)
                + [article.outlet].compactMap { $0 }).map { $0.lowercased() })
        return article.authors.map { name in
            organisations.contains(name.lowercased()) || isOrganisation(name)
                ? PersonName(whole: name) : PersonName(natural: name)
        }
    }

    /// Words of which the name of a desk, a newsroom or a house has one, and no person's.
    private static let organisationWords: Set<String> = [
        "agencies", "agency", "association", "board", "bureau", "correspondent", "correspondents", "council", "desk",
        "editor", "editorial", "editors", "foundation", "institute", "magazine", "media", "ministry", "network", "news",
        "newsdesk", "newspaper", "newsroom", "office", "redacción", "redaktion", "reporter", "reporters",
        "rédaction", "staff", "team", "tribune", "university", "writer", "writers", "zeitung",
    ]

    /// Whether a name is that of a desk or a house by its words.
    private static func isOrganisation(_ name: String) -> Bool {
        name.lowercased().split { !$0.isLetter }.contains { organisationWords.contains(String($0)) }
    }

    /// Such as `van Dyke, Anna`, `Smith, Jr., John` or `Reuters`.
    var inverted: String { [family, suffix, given].compactMap { $0 }.joined(separator: ", ") }

    private static let suffixes: Set<String> = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"]

    private static func isParticle(_ word: String) -> Bool {
        word.unicodeScalars.allSatisfy { $0.properties.isLowercase || $0 == "'" || $0 == "’" }
    }
}
