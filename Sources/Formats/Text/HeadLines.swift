import Bytes
import NewsModel
import NewsText

/// Judges single lines above the text of an article: is this a byline, a date line, a letterhead?
enum HeadLines {
    /// Code points up to which a line may be a byline or date line.
    private static let longest = 140

    /// A byline as such: labelled, or a name with a date behind a bar.
    static func isByline(_ line: String) -> Bool {
        guard line.utf8.count <= 4 * longest, line.unicodeScalars.count <= longest else { return false }
        let (rest, isLabelled) = BylineReader.withoutLabel(line[...])
        guard isLabelled || line.holds("|") || line.holds("•") || line.holds("·") else { return false }
        guard !BylineReader.read(line).isEmpty else { return false }
        // "By then the talks had failed." is prose: it ends as a sentence and goes on in lower case.
        if isLabelled {
            let words = rest.split(separator: " ")
            let isProse = line.hasSuffix(".") && words.count > 6
            return !isProse && words.count <= 20
        }
        return DateReader.find(in: line) != nil || AgencyNames.agency(line.split(separator: "|").last ?? "") != nil
    }

    /// A date line: a date with few words around it.
    static func date(_ line: String) -> (time: NewsTime, isModified: Bool)? {
        guard line.utf8.contains(where: { (0x30...0x39).contains($0) || $0 >= 0x80 }), line.unicodeScalars.count <= 100,
            line.split(separator: " ").count <= 14,
            let time = DateReader.read(line),
            DatelineReader.read(line) == nil
        else { return nil }
        // Letters that are no part of a date: labels, weekdays, "at"; prose has more.
        let words = line.split { !$0.isLetter }.filter { $0.count > 2 }
        guard words.count <= 6 else { return nil }
        let lowered = line.lowercased()
        return (
            time,
            ["updated", "modified", "aktualisiert", "mis à jour", "actualizado", "обновлено"].contains {
                lowered.hasPrefix($0)
            }
        )
    }

    /// A letterhead that announces a press release and is no part of its text.
    static func isLetterhead(_ line: String) -> Bool {
        letterheads.contains(line.trimmingSigns().lowercased().filter { $0.isLetter || $0 == " " })
    }

    private static let letterheads: Set<String> = [
        "for immediate release", "press release", "news release", "media release", "press statement",
        "pressemitteilung",
        "presseinformation", "medienmitteilung", "communiqué de presse", "nota de prensa", "comunicado de prensa",
        "comunicato stampa", "persbericht", "пресс релиз", "komunikat prasowy", "pressmeddelande", "pressemelding",
        "basın bülteni",
    ]
}
