import NewsModel

/// The lines by which exports of press databases part their articles and name what they say of each.
enum PressDatabaseMarks {
    /// What a line between or beside articles says.
    enum Mark: Equatable {
        /// An article begins behind it: "2 of 30 DOCUMENTS", "Dokument 2 von 30".
        case begin
        /// An article ends before it: "End of Document", "Document OSTP000020240701ek71000b1".
        case end
        /// The text of the article begins behind it: "Body".
        case body
        /// What is said of the article behind its text begins here: "Classification".
        case tail
    }

    /// What a labelled line gives.
    enum Label {
        case headline, byline, outlet, published, section, deck, language, dateline, copyright
        /// It says how many words there are.
        case length
        /// It is said of the article behind its text, and is not kept.
        case tail
        /// It is said of the article before its text, and is not kept.
        case other
    }

    static func mark(_ line: String) -> Mark? {
        guard !line.isEmpty, line.utf8.count <= 80 else { return nil }
        let words = line.lowercased().split(separator: " ")
        if let mark = marks[words.joined(separator: " ")] { return mark }
        if words.count == 4, words[3].hasPrefix("document"), isCount(words[0], words[1], words[2]) { return .begin }
        if words.count == 4, documents.contains(String(words[0])), isCount(words[1], words[2], words[3]) {
            return .begin
        }
        if words.count == 2, documents.contains(String(words[0])), words[1].count >= 16,
            words[1].filter(\.isNumber).count >= 8, words[1].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
        {
            return .end
        }
        return nil
    }

    /// A line cut at its label.
    static func label(_ line: String) -> (label: Label, value: String)? {
        guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        let label = line[..<colon].lowercased().filter { $0 != "-" && $0 != " " && $0 != "\u{A0}" }
        guard label.utf8.count <= 30, let found = labels[label] else { return nil }
        return (found, line[line.index(after: colon)...].trimmingSigns())
    }

    /// Whether a line says how long the article is, with a label or without.
    static func saysLength(_ line: String) -> Bool {
        if case .length? = label(line)?.label { return true }
        return isLength(line)
    }

    /// Whether a line says how long the article is: "412 words".
    static func isLength(_ line: String) -> Bool {
        let words = line.lowercased().split(separator: " ")
        return words.count == 2 && words[0].allSatisfy { $0.isNumber || $0 == "," || $0 == "." }
            && ["words", "word", "wörter", "worte", "mots", "palabras", "parole", "palavras", "woorden", "słów"]
                .contains(
                    words[1])
    }

    /// Whether a line says who holds the rights.
    static func isCopyright(_ line: String) -> Bool {
        let lowered = line.lowercased()
        return ["copyright", "©", "(c) ", "all rights reserved", "alle rechte vorbehalten", "tous droits réservés"]
            .contains { lowered.hasPrefix($0) }
    }

    private static func isCount(_ number: Substring, _ of: Substring, _ total: Substring) -> Bool {
        number.allSatisfy(\.isNumber) && total.allSatisfy(\.isNumber)
            && ["of", "von", "de", "sur", "di", "van", "z"].contains(of)
    }

    private static let documents: Set<String> = ["document", "dokument", "documento"]
    private static let marks: [String: Mark] = [
        "end of document": .end, "ende des dokuments": .end, "fin du document": .end, "fin del documento": .end,
        "body": .body, "text": .body, "full text": .body, "volltext": .body, "texte": .body, "cuerpo": .body,
        "classification": .tail, "klassifizierung": .tail, "graphic": .tail, "notes": .tail,
    ]
    private static let labels: [String: Label] = {
        let rows: [(Label, String)] = [
            (.headline, "headline,title,titel,überschrift,titre,título,titolo"),
            (.byline, "byline,author,autor,autorin,auteur,autore,verfasser"),
            (.outlet, "publication,publicationtitle,quelle,source,publicationname"),
            (.published, "date,publicationdate,datum,fecha"),
            (.section, "section,rubrik,ressort,rubrique,sección,sezione"),
            (.deck, "highlight,abstract,untertitel,vorspann"), (.language, "language,sprache,langue,idioma,lingua"),
            (.dateline, "dateline,ort"), (.copyright, "copyright"),
            (.length, "length,länge,longueur,longitud,lunghezza,wordcount"),
            (
                .tail,
                "loaddate,update,publicationtype,documenttype,graphic,subject,industry,geographic,person,organization,company,url,issn,"
                    + "isbn,acccno,journalcode,doctype,notes,correction,correctiondate,ticker,correspondent,classification,"
                    + "proquestdocumentid,documenturl,lastupdated,placeofpublication,countryofpublication,sourcetype"
            ),
            (
                .other,
                "series,type,edition,distribution,column,kicker,username,dateandtime,jobnumber,page,pages,start,volume,issue"
            ),
        ]
        var labels: [String: Label] = [:]
        for (label, names) in rows { for name in names.split(separator: ",") { labels[String(name)] = label } }
        return labels
    }()
}
