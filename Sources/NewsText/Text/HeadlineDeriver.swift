import Bytes
import NewsModel

/// Makes a headline for a text that has none: its first sentence, cut at a word.
package enum HeadlineDeriver {
    /// Code points up to which a sentence is kept whole.
    private static let longest = 110
    /// Code points within which a longer one is cut.
    private static let cut = 100

    /// The headline from the first paragraphs; salutations, datelines and credit lines are passed over. Nil where nothing
    /// lends itself.
    package static func headline(from paragraphs: [(kind: Paragraph.Kind, text: String)]) -> String? {
        var fallback: String?
        for (kind, text) in paragraphs where kind != .preformatted && kind != .table && kind != .caption {
            if isSalutation(text) { continue }
            let isCredit =
                !CreditFinder.credits(
                    in: text,
                    paragraphs: [
                        Paragraph(kind: .paragraph, range: CodePointRange(start: 0, end: text.unicodeScalars.count))
                    ]
                ).isEmpty && text.unicodeScalars.count < 120 && DatelineReader.read(text) == nil
            var scalars = Array(text.unicodeScalars.prefix(1000))
            if let dateline = DatelineReader.find(text) { scalars.removeFirst(min(dateline.textStart, scalars.count)) }
            let sentence = firstSentence(scalars)
            guard sentence.contains(where: { $0.properties.isAlphabetic }) else { continue }
            let headline = shortened(sentence)
            if isCredit {
                fallback = fallback ?? headline
                continue
            }
            return headline
        }
        return fallback
    }

    private static let salutations = [
        "dear ", "hi ", "hi,", "hello", "good morning", "good evening", "greetings", "sehr geehrte", "liebe ",
        "lieber ", "guten tag",
        "hallo", "bonjour", "cher ", "chère ", "chers ", "madame, monsieur", "estimad", "querid", "hola", "buenos días",
        "gentile",
        "gentili", "caro ", "cara ", "cari ", "beste ", "geachte", "kära ", "hej", "kære ", "szanowni", "drodzy",
        "уважаем", "дорог",
        "здравствуйте", "шановн", "αγαπητ", "שלום", "السلام عليكم", "عزيزي", "to whom it may concern",
        "ladies and gentlemen",
    ]

    /// A short line that greets.
    package static func isSalutation(_ text: String) -> Bool {
        guard text.unicodeScalars.count <= 80, let last = text.last,
            ",!:.".contains(last) || text.split(separator: " ").count <= 4
        else { return false }
        let lowered = text.lowercased()
        guard salutations.contains(where: { lowered.hasPrefix($0) }) else { return false }
        // "Dear prices keep shoppers away." is no greeting.
        return last != "." && text.split(separator: " ").count <= 9
    }

    private static func firstSentence(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "。", "！", "？", "।", "؟", "۔":
                return Array(scalars[..<(scalar == "。" || scalar == "।" || scalar == "۔" ? index : index + 1)])
            case "!", "?", ".", "…":
                var end = index + 1
                while end < scalars.count, "\"”’'»)".unicodeScalars.contains(scalars[end]) { end += 1 }
                guard end == scalars.count || scalars[end] == " " || scalars[end] == "\n" else { continue }
                if scalar == ".", isAbbreviation(scalars, index) { continue }
                // Closing quotation marks stay with their sentence; a full stop alone is dropped.
                return end == index + 1 && scalar == "." ? Array(scalars[..<index]) : Array(scalars[..<end])
            default: continue
            }
        }
        return scalars
    }

    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "sgt", "sen", "rep", "gov", "jr", "sr", "no", "vs",
        "inc", "corp", "co",
        "ltd", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "nr", "bzw", "ca",
        "sog", "mme", "sra",
        "u.s", "u.k", "u.n", "a.m", "p.m", "e.g", "i.e", "z.b", "d.h", "rev", "hon", "pres", "mt", "ft", "тыс", "млн",
        "млрд", "им", "г",
    ]

    private static func isAbbreviation(_ scalars: [Unicode.Scalar], _ stop: Int) -> Bool {
        var start = stop
        while start > 0, scalars[start - 1].properties.isAlphabetic || scalars[start - 1] == "." { start -= 1 }
        var word = String.UnicodeScalarView()
        word.append(contentsOf: scalars[start..<stop])
        let text = String(word).lowercased()
        if start < stop, abbreviations.contains(text) { return true }
        if stop - start == 1, scalars[start].properties.isUppercase { return true }
        // "3. Mai" and "am 24. November": an ordinal goes on in the sentence.
        var digits = stop
        while digits > 0, ("0"..."9").contains(scalars[digits - 1]) { digits -= 1 }
        return digits < stop && stop - digits <= 2 && digits > 0
    }

    private static func shortened(_ sentence: [Unicode.Scalar]) -> String {
        var kept = sentence[...]
        if sentence.count > longest {
            let space = sentence[..<cut].lastIndex(of: " ") ?? 0
            // Scripts without spaces are cut where the room ends.
            kept = sentence[..<(space > cut / 2 ? space : cut)]
            while let last = kept.last, " ,;:-–—(«„“".unicodeScalars.contains(last) { kept.removeLast() }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: kept)
        if sentence.count > longest { text.append("…") }
        return TextNormalizer.normalized(String(text))
    }
}
