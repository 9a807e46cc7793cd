import Bytes
import NewsModel

/// A line by itself that says who wrote a text, where it comes from or when it was published, and what it names.
///
/// The terms follow IPTC ninjs (`byline`, `creditline`, `dateline`, `copyrightnotice`). Names and dates stand as in the line.
package struct CreditLine: Sendable, Hashable {
    /// What a line is.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// "By NAME, ROLE", "NAME | OUTLET".
        case byline
        /// "RABAT, Nov. 24 (Reuters) - Text".
        case dateline
        /// "As reported by NAME of OUTLET;", "Source: OUTLET".
        case sourceCredit = "source_credit"
        /// "(Reuters)", "AGENCY contributed to this report."
        case agency
        /// "© 2024 OUTLET".
        case copyright
        /// "Updated 3 May 2024".
        case updated
    }

    /// What the line is.
    package var kind: Kind
    /// The people it names, in natural order of words.
    package var authors: [String] = []
    /// The publication it names, or nil.
    package var outlet: String?
    /// The news agency it names, or nil.
    package var agency: String?
    /// The place of a dateline or byline, or nil.
    package var place: String?
    /// The author's office, such as `Political Editor`, or nil.
    package var role: String?
    /// The date as it is written, or nil.
    package var date: String?

    package init(_ kind: Kind) { self.kind = kind }

    /// Lines of more bytes are prose.
    private static let longest = 400

    /// Reads a line; nil where it credits nobody and dates nothing.
    package static func read(_ line: String) -> CreditLine? {
        let text = TextNormalizer.normalized(line)
        guard !text.isEmpty, text.utf8.count <= longest else { return nil }
        if let line = updated(text) { return line }
        let credit = CreditFinder.credit(ofLine: text)
        return copyright(credit) ?? dateline(text) ?? credited(text, credit) ?? byline(text)
    }

    // MARK: Dates, rights, wire heads

    private static let dateLabels: [String] = [
        "first published", "originally published", "last updated", "last modified", "last edited", "date published",
        "publication date", "published", "updated", "posted", "modified", "issued", "released", "created", "date",
        "zuletzt aktualisiert", "aktualisiert", "veröffentlicht", "erstellt", "stand", "datum",
        "mis à jour", "mise à jour", "modifié", "publié", "paru", "última actualización", "actualizado", "publicado",
        "aggiornato", "pubblicato", "bijgewerkt", "gepubliceerd", "atualizado",
    ]
    private static let dateLinks = [
        "on", "at", "am", "le", "el", "il", "op", "em", "um", "vom", "la", ":", "-", "–", "—",
    ]

    private static func updated(_ text: String) -> CreditLine? {
        let lowered = text.lowercased()
        guard
            let label = dateLabels.first(where: {
                lowered.hasPrefix($0) && !isLetter(lowered.dropFirst($0.count).first)
            })
        else { return nil }
        var rest = trimmed(text.dropFirst(label.count))
        while let link = dateLinks.first(where: {
            rest.lowercased().hasPrefix($0) && !isLetter(rest.dropFirst($0.count).first)
        }) {
            rest = trimmed(rest.dropFirst(link.count))
        }
        guard CreditDate.isDate(rest) else { return nil }
        var line = CreditLine(.updated)
        line.date = String(rest)
        return line
    }

    private static func copyright(_ credit: Credit?) -> CreditLine? {
        guard let credit, credit.kind == .copyright, let name = credit.outlet else { return nil }
        var line = CreditLine(.copyright)
        let owner = name.lowercased().hasPrefix("by ") ? String(name.dropFirst(3)) : name
        if AgencyNames.agency(owner) != nil { line.agency = owner } else { line.outlet = owner }
        return line
    }

    private static func dateline(_ text: String) -> CreditLine? {
        guard let (dateline, textStart) = DatelineReader.find(text), textStart < text.unicodeScalars.count else {
            return nil
        }
        var line = CreditLine(.dateline)
        line.place = dateline.place
        line.agency = dateline.agency
        return line
    }

    // MARK: Credits

    private static func credited(_ text: String, _ credit: Credit?) -> CreditLine? {
        if let line = introduced(text) { return line }
        guard let credit else { return nil }
        let isSource =
            credit.kind == .source || CreditLineWords.sourceOpenings.contains { text.lowercased().hasPrefix($0) }
        var line = CreditLine(isSource ? .sourceCredit : .agency)
        if let person = credit.person { line.authors = [person] }
        if isSource { line.outlet = credit.outlet } else { line.agency = credit.outlet }
        return line
    }

    /// "According to NAME at OUTLET," by itself: it introduces what follows. Within a sentence the same words attribute a
    /// statement, and are no credit.
    static func introduced(_ text: String) -> CreditLine? {
        guard let last = text.last, ",:;–—".contains(last), case let lowered = text.lowercased(),
            let opening = CreditLineWords.introductions.first(where: { lowered.hasPrefix($0) })
        else { return nil }
        let words = trimmed(text.dropFirst(opening.count).dropLast()).split(separator: " ").map(String.init)
        guard
            let cut = words.indices.dropFirst().first(where: { CreditPhrases.between.contains(words[$0].lowercased()) })
        else {
            return nil
        }
        let person = words[..<cut].joined(separator: " ")
        let outlet = withoutArticle(words[(cut + 1)...].joined(separator: " "))
        guard BylineReader.isName(person), !BylineReader.looksLikeOutlet(person[...]), cut >= 2,
            outlet.first?.isUppercase ?? false, words.count <= 14
        else { return nil }
        var line = CreditLine(.sourceCredit)
        line.authors = [person]
        line.outlet = outlet
        return line
    }

    static func withoutArticle(_ name: String) -> String {
        for article in ["the ", "der ", "die ", "das ", "le ", "la ", "el "] where name.hasPrefix(article) {
            return String(name.dropFirst(article.count))
        }
        return name
    }

    package static func isLetter(_ character: Character?) -> Bool { character?.isLetter ?? false }

    package static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == ":" || $0 == "," || $0 == "|" }
        while let last = text.last, last == " " || last == "," || last == "|" { text.removeLast() }
        return text
    }
}
