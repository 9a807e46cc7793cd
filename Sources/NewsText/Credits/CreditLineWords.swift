/// The words that single credit lines are told by.
package enum CreditLineWords {
    /// What opens a line that credits a source even where the source is an agency.
    static let sourceOpenings = [
        "as ", "source", "via ", "from ", "this ", "the article", "the story", "originally", "first ", "published ",
        "reprinted",
        "republished", "courtesy", "h/t", "(h/t", "hat tip", "(hat tip", "quelle", "fuente", "fonte", "dieser",
        "zuerst",
        "cet ", "comme ", "según ", "este ", "excerpted", "adapted", "syndicated", "reposted",
    ]

    /// What introduces another's words when it stands by itself.
    static let introductions = [
        "according to ", "laut ", "nach angaben von ", "selon ", "d'après ", "según ", "secondo ", "volgens ", "per ",
        "from ",
    ]

    /// What stands between a name and a publication, place or date.
    package static let links: Set<String> = [
        "of", "for", "at", "in", "with", "on", "from", "von", "vom", "für", "aus", "pour", "para",
    ]

    private static let roles: Set<String> = [
        "correspondent", "editor", "reporter", "writer", "columnist", "journalist", "contributor", "producer",
        "photographer", "analyst", "chief", "critic", "commentator", "anchor", "presenter", "blogger", "intern",
        "fellow",
        "director", "staff", "publisher", "editor-in-chief", "redakteur", "redakteurin", "korrespondent",
        "korrespondentin",
        "reporterin", "journaliste", "rédacteur", "rédactrice", "correspondant", "correspondante", "corresponsal",
        "periodista", "redactor", "redactora", "giornalista", "inviato", "verslaggever", "chefredakteur",
    ]

    /// Whether a text is an office: it holds its noun among its words.
    static func isRole(_ text: String) -> Bool {
        let words = text.lowercased().split(separator: " ")
        guard words.count <= 6, !words.contains(where: { ["is", "was", "has", "said", "says"].contains($0) }) else {
            return false
        }
        return words.contains { roles.contains(String($0.filter { $0.isLetter || $0 == "-" })) }
    }

    /// "Military Correspondent for The Evening Post" in its two parts; the publication is nil where none is named.
    static func roleAndOutlet(_ text: String) -> (role: String, outlet: String?) {
        let words = text.split(separator: " ").map(String.init)
        guard let cut = words.indices.first(where: { ["for", "at", "of", "with"].contains(words[$0]) }), cut > 0,
            cut + 1 < words.count,
            BylineReader.looksLikeOutlet(words[(cut + 1)...].joined(separator: " ")[...])
        else { return (text, nil) }
        return (
            words[..<cut].joined(separator: " "), CreditLine.withoutArticle(words[(cut + 1)...].joined(separator: " "))
        )
    }
}
