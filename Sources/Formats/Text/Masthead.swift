import NewsModel
import NewsText

/// Lines of a copied newspaper page above its text that name the paper: "The Ostvale Post", or
/// "The Ostvale Post · 2 Jul 2024 · A3 · RUNA FELD".
enum Masthead {
    /// Code points up to which a line may be one.
    private static let longest = 120
    /// Words that the name of a publication has at most.
    private static let mostWords = 7

    /// Whether a line by itself can be the name of a publication: few words, one of which names a paper.
    static func isOutlet(_ line: String) -> Bool {
        guard line.unicodeScalars.count <= longest / 2, let first = line.first, first.isUppercase || !first.isCased
        else {
            return false
        }
        let words = line.split(separator: " ")
        guard words.count <= mostWords, words.count > 1, !words.contains(where: { $0.contains(where: \.isNumber) })
        else {
            return false
        }
        return BylineReader.looksLikeOutlet(line[...]) && !".!?:;,".contains(line.last ?? ".")
    }

    /// What the parts of a line between dots or bars say, where one is a date and each of the others is a publication, a page or a name.
    static func facts(of line: String) -> (outlet: String?, published: NewsTime, byline: String?)? {
        guard line.unicodeScalars.count <= longest else { return nil }
        let parts = line.split { $0 == "·" || $0 == "•" || $0 == "|" }.map { $0.trimmingSigns() }.filter { !$0.isEmpty }
        guard parts.count > 2 else { return nil }
        var outlet: String?
        var published: NewsTime?
        var byline: String?
        for part in parts {
            if let date = HeadLines.date(part) {
                guard published == nil else { return nil }
                published = date.time
            } else if isPage(part) {
                continue
            } else if outlet == nil, isOutlet(part) {
                outlet = part
            } else if byline == nil, BylineReader.isName(part), !BylineReader.read(part).names.isEmpty {
                byline = part
            } else {
                return nil
            }
        }
        return published.map { (outlet, $0, byline) }
    }

    /// A page of a printed paper: "A3", "p. 12", "Page A1", "Seite 4".
    private static func isPage(_ part: String) -> Bool {
        let words = part.lowercased().split { $0 == " " || $0 == "." }
        guard let last = words.last, words.count <= 2, last.count <= 4, last.last?.isNumber == true,
            last.dropFirst().allSatisfy(\.isNumber)
        else { return false }
        return words.count == 1 || ["p", "pg", "page", "s", "seite", "página", "pagina", "str"].contains(words[0])
    }
}
