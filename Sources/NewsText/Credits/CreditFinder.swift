import NewsModel

/// Finds the statements in a body that say where its words come from.
///
/// Forms of English, and the simple ones of German, French and Spanish (`CreditPhrases`): "As reported by NAME of
/// OUTLET;", "NAME of OUTLET reports:", "first published in OUTLET", "© 2024 OUTLET", "(Reuters)". "According to" is
/// no credit: it attributes a statement, not the text.
package enum CreditFinder {
    /// Code points at the start of a paragraph within which a credit must open.
    private static let head = 400
    /// Paragraphs looked at from the start and from the end of a body; credits stand at neither's far side.
    private static let mostParagraphs = 2_000
    /// Paragraphs up to this length, in code points, may be credits as a whole.
    private static let shortParagraph = 250
    /// Words within which the verb of a clause must stand: "As", a name, "of" and a publication's name.
    private static let clauseWords = 24
    /// Credits kept of one body.
    private static let mostCredits = 50

    /// The credits in order, each with its range in code points of the body.
    package static func credits(in body: String, paragraphs: [Paragraph]) -> [Credit] {
        var body = body
        return body.withUTF8 { credits(in: $0, paragraphs: paragraphs) }
    }

    private static func credits(in bytes: UnsafeBufferPointer<UInt8>, paragraphs: [Paragraph]) -> [Credit] {
        var credits: [Credit] = []
        var cursor = 0
        var position = 0
        for (number, paragraph) in paragraphs.enumerated() {
            let range = paragraph.range
            guard range.start >= position, range.end >= range.start else { continue }
            if number >= mostParagraphs, number < paragraphs.count - mostParagraphs { continue }
            guard let start = advance(cursor, by: range.start - position, in: bytes) else { break }
            let length = range.end - range.start
            let headEnd = advance(start, by: min(length, head), in: bytes) ?? bytes.count
            (cursor, position) = (headEnd, range.start + min(length, head))
            guard paragraph.kind != .preformatted, paragraph.kind != .table else { continue }
            let opening = UnsafeBufferPointer(rebasing: bytes[start..<headEnd])
            let isShort = length <= shortParagraph
            let isLast = isNearEnd(number, paragraphs.count)
            guard CreditTriggers.mayHold(opening), isShort || isLast || mayHold(opening) else { continue }
            let words = CreditWords(opening)
            for var credit in found(in: words, isShort: isShort, isLast: isLast && length <= head) {
                if let inner = credit.range {
                    credit.range = CodePointRange(start: range.start + inner.start, end: range.start + inner.end)
                }
                if !credits.contains(where: {
                    $0.kind == credit.kind && $0.person == credit.person && $0.outlet == credit.outlet
                }) {
                    credits.append(credit)
                }
            }
            if credits.count >= mostCredits { break }
        }
        return credits
    }

    /// The credit that a line by itself is; nil where it is none.
    package static func credit(ofLine line: String) -> Credit? {
        var line = line
        return line.withUTF8 { line in
            CreditTriggers.mayHold(line) ? found(in: CreditWords(line), isShort: true, isLast: true) : []
        }.first
    }

    /// The place so many code points further on, or nil where the text ends before it.
    private static func advance(_ start: Int, by count: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = start
        for _ in 0..<count {
            guard index < bytes.count else { return nil }
            index += 1
            while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
        }
        return index
    }

    private static func isNearEnd(_ number: Int, _ count: Int) -> Bool { number >= count - 3 }

    /// A quick look whether a long paragraph opens with a sign or word of a credit.
    private static func mayHold(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let colonEnd = advance(0, by: 120, in: text) ?? text.count
        if text[..<colonEnd].contains(UInt8(ascii: ":")) { return true }
        let end = advance(0, by: 14, in: text) ?? text.count
        let first = UnsafeBufferPointer(rebasing: text[..<end])
        if first.allSatisfy({ $0 < 0x80 }) {
            return openings.contains { opening in
                first.count >= opening.count
                    && opening.indices.allSatisfy {
                        (0x41...0x5A).contains(first[$0]) ? first[$0] | 0x20 == opening[$0] : first[$0] == opening[$0]
                    }
            }
        }
        let lowered = Array(String(decoding: first, as: UTF8.self).lowercased().utf8)
        return openings.contains { lowered.starts(with: $0) }
    }

    private static let openings: [[UInt8]] = [
        "as ", "wie ", "comme ", "como ", "según ", "this ", "the ", "first ", "originally", "re", "from ", "via",
        "dieser", "zuerst",
        "ursprünglich", "cet ", "este ", "publicado", "(", "[", "*", "_", "—", "–", "©", "copyright", "excerpted",
        "adapted", "by a ",
        "with ",
    ].map { (opening: String) in Array(opening.utf8) }

    private static func found(in text: CreditWords, isShort: Bool, isLast: Bool) -> [Credit] {
        var start = 0
        while text[start].isSign, start < 3, start < text.count, !["©"].contains(text[start].text) { start += 1 }
        if start > 0, text[start - 1].text == "(", text[start].lowered == "c", text[start + 1].text == ")" {
            start -= 1
        }
        if let credit = phrase(in: text, from: start, isShort: isShort) ?? clause(in: text, from: start)
            ?? contribution(in: text, from: start, isShort: isShort)
        {
            return [credit]
        }
        guard isShort || isLast else { return [] }
        if isShort, let credit = introduction(in: text) { return [credit] }
        if isShort, let credit = copyright(in: text) { return [credit] }
        if isShort {
            // A sentence within a short note: "(Photo: X.) This article first appeared in Y."
            for index in text.words.indices where index > 0 && text[index - 1].isSign && text[index].isCapital {
                if let credit = phrase(in: text, from: index, isShort: false), credit.outlet != nil { return [credit] }
            }
        }
        return signature(in: text, from: start, isLast: isLast).map { [$0] } ?? []
    }

    // MARK: Forms

    /// "According to NAME at OUTLET," as a paragraph of its own, which introduces what follows.
    private static func introduction(in text: CreditWords) -> Credit? {
        guard CreditLineWords.introductions.contains(where: { $0.hasPrefix(text[0].lowered + " ") }) else { return nil }
        let line = text.text(0..<text.count)
        guard let last = text.words.last, last.isSign, let credit = CreditLine.introduced(line),
            let outlet = credit.outlet
        else { return nil }
        return Credit(
            kind: .source, person: credit.authors.first, outlet: outlet,
            range: CodePointRange(start: text[0].start, end: text[text.count - 2].end))
    }

    /// A phrase of the table and what follows it.
    private static func phrase(in text: CreditWords, from start: Int, isShort: Bool) -> Credit? {
        for phrase in CreditPhrases.byFirstWord[text[start].lowered] ?? [] {
            guard var index = phrase.end(in: text, from: start) else { continue }
            while ["\"", "“", "„", "«", "*", "_"].contains(text[index].text) { index += 1 }
            switch phrase.shape {
            case .personOfOutlet:
                if let credit = credited(in: text, from: index, start: start) { return credit }
            case .outlet:
                if let (outlet, end) = outlet(in: text, from: index) {
                    return credit(.source, outlet: outlet, in: text, start..<end)
                }
            case .outletAlone:
                guard isShort, let (outlet, end) = outlet(in: text, from: index), end - index <= 8,
                    isClosed(text, end, mustBeColon: text[start].lowered == "from" && text[start + 1].text != ":")
                else { continue }
                return credit(.source, outlet: outlet, in: text, start..<end)
            case .agency:
                if text[index].lowered == "the" { index += 1 }
                let end = text.properNameEnd(from: index)
                guard end > index, let agency = AgencyNames.agency(text.text(index..<end)) else { continue }
                return credit(.agency, outlet: agency, in: text, start..<end)
            }
        }
        // "From The Daily Ledger:" closes with the colon.
        if isShort, text[start].lowered == "from", let (outlet, end) = outlet(in: text, from: start + 1),
            text[end].text == ":",
            end == text.count - 1
        {
            return credit(.source, outlet: outlet, in: text, start..<end)
        }
        return nil
    }

    /// `NAME of OUTLET`, or an outlet alone, at an index.
    private static func credited(in text: CreditWords, from index: Int, start: Int) -> Credit? {
        if let (person, outlet, end) = personAndOutlet(in: text, from: index) {
            return credit(.source, person: person, outlet: outlet, in: text, start..<end)
        }
        guard let (outlet, end) = outlet(in: text, from: index) else { return nil }
        let isAgency = AgencyNames.agency(outlet) != nil
        return credit(isAgency ? .agency : .source, outlet: outlet, in: text, start..<end)
    }

    /// "As NAME of OUTLET reports", "NAME of OUTLET reports:", "NAME writes for OUTLET:", "OUTLET reports:".
    private static func clause(in text: CreditWords, from start: Int) -> Credit? {
        guard
            (start..<min(start + clauseWords, text.count)).contains(where: {
                CreditPhrases.verbs.contains(text.words[$0].lowered)
            })
        else { return nil }
        let isOpened = CreditPhrases.openers.contains(text[start].lowered)
        let index = isOpened ? start + 1 : start
        if let (person, outlet, end) = personAndOutlet(in: text, from: index),
            CreditPhrases.verbs.contains(text[end].lowered),
            isOpened || endsInColon(text, end + 1)
        {
            return credit(.source, person: person, outlet: outlet, in: text, start..<end + 1)
        }
        let nameEnd = text.properNameEnd(from: index)
        guard nameEnd > index, CreditPhrases.verbs.contains(text[nameEnd].lowered) else { return nil }
        let name = text.text(index..<nameEnd)
        if CreditPhrases.between.contains(text[nameEnd + 1].lowered), BylineReader.isName(name),
            let (outlet, end) = outlet(in: text, from: nameEnd + 2), isOpened || endsInColon(text, end)
        {
            return credit(.source, person: name, outlet: outlet, in: text, start..<end)
        }
        guard isOpened ? text[nameEnd + 1].isSign : endsInColon(text, nameEnd + 1), nameEnd - index <= 6 else {
            return nil
        }
        // "He reports:" is a name of nobody; a publication has a word of its trade, "The" or stands after "As".
        guard isOpened || BylineReader.looksLikeOutlet(name[...]) || AgencyNames.agency(name) != nil else { return nil }
        return credit(
            AgencyNames.agency(name) == nil ? .source : .agency, outlet: name, in: text, start..<nameEnd + 1)
    }

    /// "The Associated Press contributed to this report."
    private static func contribution(in text: CreditWords, from start: Int, isShort: Bool) -> Credit? {
        guard isShort else { return nil }
        let end = text.properNameEnd(from: start)
        guard end > start, text[end].lowered == "contributed", text[end + 1].lowered == "to",
            let agency = AgencyNames.agency(text.text(start..<end))
        else { return nil }
        return credit(.agency, outlet: agency, in: text, start..<text.count)
    }

    /// "© 2024 NAME", "(c) NAME", "Copyright 2024 NAME".
    private static func copyright(in text: CreditWords) -> Credit? {
        for start in text.words.indices {
            var index = start
            if text[index].text == "©" || text[index].lowered == "copyright" {
                index += 1
            } else if text[index].text == "(", text[index + 1].lowered == "c", text[index + 2].text == ")" {
                index += 3
            } else {
                continue
            }
            while index < text.count {
                let word = text[index]
                let isYear =
                    !word.isSign && word.text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || $0 == "-" }
                guard word.isSign ? "()©,-–".contains(word.text) : isYear || ["c", "by"].contains(word.lowered) else {
                    break
                }
                index += 1
            }
            let end = text.properNameEnd(from: index)
            guard end > index else { continue }
            var name = text.text(index..<end)
            if let tail = [" All Rights", " All"].first(where: name.hasSuffix) {
                name = String(name.dropLast(tail.count))
            }
            return credit(.copyright, outlet: name, in: text, start..<end)
        }
        return nil
    }

    /// "(Reuters)" or "— Reuters" at the end, or as the whole paragraph.
    private static func signature(in text: CreditWords, from start: Int, isLast: Bool) -> Credit? {
        var end = text.count
        while end > start, text[end - 1].isSign { end -= 1 }
        guard end > start else { return nil }
        for length in 1...3 where end - length >= start {
            let index = end - length
            guard index == start || ["(", "—", "–", "-", "/", "["].contains(text[index - 1].text),
                index > 0 || length == text.count || isLast,
                index == start || isLast || text[index - 1].text == "(",
                let agency = AgencyNames.agency(text.text(index..<end))
            else { continue }
            return credit(.agency, outlet: agency, in: text, index..<end)
        }
        return nil
    }

    // MARK: Parts

    private static func personAndOutlet(
        in text: CreditWords, from start: Int
    ) -> (person: String, outlet: String, end: Int)? {
        var index = start
        while index < min(text.count, start + 7) {
            if index > start, CreditPhrases.between.contains(text[index].lowered) || text[index].text == ",",
                BylineReader.isName(text.text(start..<index)), index - start >= 2 || text[index].lowered == "of",
                let (outlet, end) = outlet(in: text, from: index + 1)
            {
                let person = text.text(start..<index)
                if text[index].text == ",", !BylineReader.looksLikeOutlet(outlet[...]) { return nil }
                return (NameCase.natural(person), outlet, end)
            }
            index += 1
        }
        return nil
    }

    /// The publication named at an index, past a lower-case article.
    private static func outlet(in text: CreditWords, from start: Int) -> (name: String, end: Int)? {
        var index = start
        if ["the", "der", "die", "das", "dem", "den", "le", "la", "el", "l'"].contains(text[index].lowered),
            !text[index].isCapital
        {
            index += 1
        }
        guard text[index].isCapital else { return nil }
        let end = text.properNameEnd(from: index)
        guard end > index else { return nil }
        let name = text.text(index..<end)
        // A weekday or month after "on" or "in" is a time, not a publication.
        guard MonthNames.month(name, language: nil) == nil, !days.contains(name.lowercased()) else { return nil }
        return (name, end)
    }

    private static let days: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "i", "he", "she", "they", "we",
        "it",
    ]

    private static func endsInColon(_ text: CreditWords, _ index: Int) -> Bool {
        (index..<index + 4).contains { text[$0].text == ":" || text[$0].text == ";" }
    }

    private static func isClosed(_ text: CreditWords, _ index: Int, mustBeColon: Bool) -> Bool {
        if mustBeColon { return text[index].text == ":" }
        return (index..<max(index, text.count)).allSatisfy { text[$0].isSign }
    }

    private static func credit(
        _ kind: Credit.Kind, person: String? = nil, outlet: String, in text: CreditWords, _ range: Range<Int>
    ) -> Credit {
        Credit(
            kind: kind, person: person, outlet: outlet,
            range: CodePointRange(start: text[range.lowerBound].start, end: text[range.upperBound - 1].end))
    }
}
