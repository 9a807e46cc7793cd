/// The phrases that open a credit, in one table.
///
/// A phrase is words apart by spaces; `a|b` is either word, a trailing `?` makes it optional. Everything is compared in
/// lower case.
package enum CreditPhrases {
    /// What must follow a phrase.
    package enum Shape {
        /// `NAME of OUTLET`, or an outlet alone.
        case personOfOutlet
        /// An outlet.
        case outlet
        /// An outlet with nothing but a closing sign after it: the paragraph is the credit.
        case outletAlone
        /// An agency.
        case agency
    }

    /// One phrase, cut for matching.
    package struct Phrase {
        /// Alternatives for each word, and whether it may be missing.
        package let words: [(alternatives: Set<String>, isOptional: Bool)]
        /// What must follow.
        let shape: Shape

        package init(_ pattern: String, _ shape: Shape) {
            self.shape = shape
            words = pattern.split(separator: " ").map { part in
                let isOptional = part.last == "?"
                let names = (isOptional ? part.dropLast() : part).split(separator: "|").map(String.init)
                return (Set(names), isOptional)
            }
        }

        /// The index after the phrase when it stands at `start`; nil otherwise.
        package func end(in text: CreditWords, from start: Int) -> Int? {
            var index = start
            for word in words {
                if word.alternatives.contains(text[index].lowered) {
                    index += 1
                } else if !word.isOptional {
                    return nil
                }
            }
            return index
        }
    }

    /// Every phrase, in the order in which they are tried.
    package static let all: [Phrase] = [
        // English
        Phrase("as first|originally|previously|also|just? reported|written by", .personOfOutlet),
        Phrase("from|by a|an report|article|story by", .personOfOutlet),
        Phrase(
            "this|the article|story|post|piece|report|essay|column|text|item|interview|op-ed has|had|is|was? been? originally|first|previously? "
                + "appeared|published|ran|posted|printed originally|first? in|on|by|at|with", .outlet),
        Phrase("first|originally|previously published|appeared|posted|printed in|on|by|at", .outlet),
        Phrase(
            "reprinted|republished|excerpted|adapted|reproduced|crossposted|cross-posted|reposted|syndicated from",
            .outlet),
        Phrase("reprinted|republished|reproduced|published with|by the? kind? permission of|from", .outlet),
        Phrase("courtesy of", .outletAlone),
        Phrase(
            "source|via|from|quelle|source|fuente|fonte|źródło|bron|kilde|källa|kaynak|источник|джерело|πηγή :",
            .outletAlone),
        Phrase("via", .outletAlone),
        Phrase("h/t|h|hat /? t|tip? to|:?", .outletAlone),
        // German
        Phrase(
            "dieser artikel|text|beitrag|bericht ist|wurde|erschien? zuerst|ursprünglich? erschien|erschienen|veröffentlicht|erschien? "
                + "zuerst|ursprünglich? in|bei|auf|im", .outlet),
        Phrase("zuerst|ursprünglich erschienen|veröffentlicht in|bei|auf|im", .outlet),
        // French
        Phrase(
            "comme le|l'a|l'ont? rapporte|rapportait|rapporté|l'écrit|l'écrivait|l'explique|l'indique", .personOfOutlet),
        Phrase(
            "cet article|texte|entretien a|est? été? initialement|d'abord? paru|publié initialement|d'abord? dans|sur|par",
            .outlet),
        Phrase("initialement|d'abord paru|publié dans|sur|par", .outlet),
        // Spanish
        Phrase("como|según informa|informó|reporta|reportó|publica|publicó|relata", .personOfOutlet),
        Phrase(
            "este artículo|texto|reportaje fue|se|ha? sido? originalmente|primero? publicado|publicó|apareció originalmente|primero? en|por",
            .outlet),
        Phrase("publicado|aparecido originalmente en|por", .outlet),
        // Agencies
        Phrase("additional|further reporting|material by|from", .agency),
        Phrase("with additional? files|reporting|inputs|material|information|reports from|by", .agency),
        Phrase("mit material|informationen der|von|durch", .agency),
        Phrase("avec|con", .agency),
    ]

    /// The phrases that may begin with a word, in the order in which they are tried.
    static let byFirstWord: [String: [Phrase]] = {
        var table: [String: [Phrase]] = [:]
        for phrase in all {
            var openers: Set<String> = []
            for word in phrase.words {
                openers.formUnion(word.alternatives)
                if !word.isOptional { break }
            }
            for opener in openers { table[opener, default: []].append(phrase) }
        }
        return table
    }()

    /// Words between a person and an outlet.
    package static let between: Set<String> = [
        "of", "in", "at", "for", "from", "with", "on", "von", "vom", "bei", "im", "aus", "de", "du", "del", "da",
        "pour", "dans",
        "para", "en", "over",
    ]
    /// Verbs after the credited: "NAME of OUTLET reports:".
    static let verbs: Set<String> = [
        "reports", "reported", "writes", "wrote", "berichtet", "berichtete", "schreibt", "schrieb", "meldet", "meldete",
        "rapporte",
        "écrit", "informa", "informó", "escribe", "escribió",
    ]
    /// Words that open a clause with the verb at its end: "As NAME of OUTLET reports".
    package static let openers: Set<String> = ["as", "wie"]
}
