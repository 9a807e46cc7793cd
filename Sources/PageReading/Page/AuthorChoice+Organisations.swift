import Bytes
import Markup
import NewsModel
import NewsText

/// Names that are no person's: agencies, desks, companies, the house.
extension AuthorChoice {
    /// Who is named where no person is: the agency or desk that is stated in the place of the author, else the house or the account that is.
    func organisation(in stated: [[String]]) -> (names: [String], byline: String?) {
        let texts = stated.joined().filter {
            $0.utf8.count < 80 && !$0.isEmpty && !$0.hasPrefix("http") && !$0.holds("@")
        }
        for text in texts {
            let (rest, _) = BylineReader.withoutLabel(Substring(text), isField: true)
            let read = BylineReader.read(text, isField: true)
            if read.agencies.isEmpty, !Self.isDesk(rest) { continue }
            // An agency alone is named as the page names it, with its article.
            let isWhole = AgencyNames.agency(rest) != nil && rest.lowercased().hasPrefix("the ")
            return (read.agencies.isEmpty || isWhole ? [String(rest)] : read.agencies, text)
        }
        let house = texts.first { text in
            let lowered = text.lowercased()
            return text.contains(where: \.isLetter) && !isWord(text, allowsSignature: true)
                && !Self.namelessAccounts.contains(lowered)
                && !Self.isRegistered(lowered)
        }
        if let house {
            return ([String(BylineReader.withoutLabel(Substring(house), isField: true).rest)], house)
        }
        return (agencies, agencies.isEmpty ? nil : agencies.joined(separator: ", "))
    }

    /// Legal forms: a name with one is that of an owner in a register, which nobody writes over an article.
    static let legalForms = [
        " inc", " llc", " ltd", " limited", " gmbh", " ag", " s.a", " corp", " corporation", " o.o", " plc", "有限公司",
    ]

    static func isRegistered(_ lowered: String) -> Bool {
        let bare = lowered.hasSuffix(".") ? lowered.dropLast() : lowered[...]
        return legalForms.contains { bare.hasSuffix($0) }
    }

    /// Accounts that programs make, behind which nobody is named.
    static let namelessAccounts: Set<String> = [
        "admin", "administrator", "webmaster", "root", "user", "guest", "author", "editor", "wpadmin", "superuser",
        "anonymous", "unknown", "undefined", "null", "none",
    ]

    /// Words of which a desk has one: "City Desk", "Redaktion", "Courier staff reporter".
    static let deskWords: Set<String> = [
        "staff", "desk", "newsdesk", "newsroom", "team", "redaktion", "editors", "editorial", "reporters", "redacción",
        "redaccion", "rédaction",
        "redazione", "redação", "redakcja", "редакция", "agencies", "correspondent", "reporter", "bureau",
    ]

    static func isDesk(_ text: Substring) -> Bool {
        text.lowercased().split { !$0.isLetter }.contains { deskWords.contains(String($0)) }
    }

    /// Legal forms and words of companies: what ends in one is no person.
    private static let companies: Set<String> = [
        "inc", "llc", "ltd", "limited", "gmbh", "ag", "sa", "corp", "corporation", "company", "group", "media",
        "verlag", "foundation",
        "institute", "university", "ministry", "association", "news", "magazine", "zeitung", "online", "tv", "radio",
        "o.o", "e.v", "plc",
        "press", "global", "network", "studio", "studios", "agency", "publishing", "holding", "holdings", "kreuz",
        "verein", "stiftung",
    ]
    private static let paperEndings = [
        "blatt", "zeitung", "nachrichten", "presse", "verlag", "rundschau", "anzeiger", "redaktion",
    ]
    private static let companySigns = ["株式会社", "新聞社", "通信社", "日报", "日報", "编辑部", "編集部", "杂志社", "新闻网"]

    /// Whether a text is the name of a company or an institution.
    static func isOrganisation(_ text: String) -> Bool {
        guard !text.contains(where: { ",|;/".contains($0) }) || text.lowercased().hasSuffix("inc.") else {
            return false
        }
        let (rest, _) = BylineReader.withoutLabel(Substring(text), isField: true)
        let words = rest.lowercased().split { $0 == " " || $0 == "(" || $0 == ")" }
        guard words.count > 1 else { return companySigns.contains { text.hasSuffix($0) } }
        if words.count < 5, paperEndings.contains(where: { words[words.count - 1].hasSuffix($0) }) { return true }
        let last = words[words.count - 1].drop { $0 == "." }
        let bare = last.hasSuffix(".") ? last.dropLast() : last
        if words.count < 6, companies.contains(String(bare)) || companies.contains(bare.filter { $0 != "." }) {
            return true
        }
        return companySigns.contains { text.hasSuffix($0) }
    }
}
