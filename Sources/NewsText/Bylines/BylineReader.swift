import Bytes

/// Reads a byline into clean names.
///
/// Takes off labels ("By", "Von", "Par", "Текст:"), titles, places and dates after a bar or dot, e-mail addresses and
/// handles; parts names at commas and conjunctions; turns "Last, First" round where nothing else fits; gives names in
/// capitals their usual case; keeps agencies apart from people.
package enum BylineReader {
    /// The names in a byline; both lists are empty where it names nobody, and for texts over 600 bytes, which are prose.
    ///
    /// - Parameter isField: true for a field of metadata, which holds nothing but names: a word that is a label elsewhere begins a name there,
    ///   unless several names follow it.
    package static func read(_ text: String, isField: Bool = false) -> Byline {
        var byline = Byline()
        guard text.utf8.count <= ReadingLimits.bylineBytes else { return byline }
        // Lines and tabs part as bars do.
        let unhyphenated = text.utf8.contains(0xAD) ? text.filter { $0 != "\u{AD}" } : text
        let mayBreak = unhyphenated.utf8.contains { $0 < 0x20 || $0 >= 0x80 }
        let barred =
            mayBreak ? String(unhyphenated.map { $0.isNewline || $0 == "\t" ? "|" : $0 }) : unhyphenated
        let plain = TextNormalizer.withoutDirectionMarks(TextNormalizer.normalized(barred))
        let segments = segments(of: withoutPictures(plain))
        for (index, segment) in segments.enumerated() {
            let (rest, isLabelled) = withoutLabel(afterDate(in: segment), isField: isField)
            if index > 0, !isLabelled {
                // After a bar come outlet, place and date; only agencies and names of a second label count.
                if let agency = AgencyNames.agency(rest) { add(agency, to: &byline.agencies) }
                if !byline.isEmpty || looksLikeOutlet(rest) { continue }
                // "4 mins read".
                if rest.first?.isLowercase == true { continue }
            }
            read(rest, isLabelled: isLabelled, into: &byline)
        }
        return byline
    }

    /// What a label leaves; `isLabelled` tells whether there was one.
    package static func withoutLabel(
        _ text: Substring, isField: Bool = false
    ) -> (rest: Substring, isLabelled: Bool) {
        guard let first = text.utf8.first, let labels = BylineWords.labelsByFirstByte[asciiLowered(first)] else {
            return (text, false)
        }
        let lowered = text.lowercased()
        for label in labels where lowered.utf8.starts(with: label.utf8) {
            let rest = text.dropFirst(label.count)
            // "ByNatasha Field", where the label stood in an element of its own.
            if label.hasSuffix("by"), text.dropFirst(label.count - 1).first == "y", rest.first?.isUppercase == true,
                rest.dropFirst().first.map({ $0.isLowercase || $0 == "." || label.count > 2 }) == true
            {
                return (rest, true)
            }
            let endsInSign = label.last.map { !$0.isLetter } ?? false
            guard endsInSign || rest.first.map({ $0 == " " || $0 == ":" || !$0.isASCII && !$0.isCased }) ?? true else {
                continue
            }
            let trimmed = rest.drop { $0 == " " || $0 == ":" || $0 == "：" }
            if BylineWords.nameLikeLabels.contains(label), label != "by" || isField {
                let firstPart = trimmed.prefix { $0 != "," && $0 != "|" }
                guard
                    firstPart.split(separator: " ").count >= (isField && !text.hasPrefix(label) ? 3 : 2)
                        || AgencyNames.agency(firstPart) != nil || label == "by"
                        || isAllCaps(text) == false && label == "von" && firstPart.holds("@")
                else { continue }
            }
            return (trimmed, true)
        }
        return (text, false)
    }

    /// Bytes beyond ASCII stand for all of them: their case changes in other bytes.
    private static func asciiLowered(_ byte: UInt8) -> UInt8 {
        byte >= 0x80 ? 0x80 : byte &- 0x41 < 26 ? byte | 0x20 : byte
    }

    // MARK: Parts

    /// The parts of a line between bars, dots and dashes.
    package static func parts(of text: String) -> [Substring] { segments(of: text) }

    /// Bytes of the longest of the words that begin a notice.
    private static let longestNotice = BylineWords.notices.map(\.utf8.count).max() ?? 0

    /// What stands behind the date in "Posted on 3 May 2024 by Ida Holm", with its label.
    private static func afterDate(in segment: Substring) -> Substring {
        let first = segment.utf8.prefix { $0 != UInt8(ascii: " ") }
        guard first.count < segment.utf8.count, first.count <= longestNotice,
            BylineWords.notices.contains(Substring(first).lowercased())
        else { return segment }
        let words = segment.split(separator: " ")
        guard let label = words.indices.dropFirst(2).first(where: { BylineWords.agents.contains(String(words[$0])) }),
            label + 1 < words.count, words[..<label].contains(where: { $0.contains(where: \.isNumber) })
        else { return segment }
        return segment[words[label].startIndex...]
    }

    private static func segments(of text: String) -> [Substring] {
        // Most lines are nothing but a name, and a walk over characters is dear.
        guard text.utf8.contains(where: { $0 >= 0x80 || $0 == 0x7C || $0 == 0x2D || $0 == 0x40 }) else {
            return [trimmed(text[...])].filter { !$0.isEmpty }
        }
        var segments: [Substring] = []
        var start = text.startIndex
        var index = text.startIndex
        var previous: Character = " "
        while index < text.endIndex {
            let character = text[index]
            let next = text.index(after: index)
            let isDash = character == "–" || character == "—" || character == "-"
            let isSpacedDash =
                (isDash || character == "@") && previous == " " && next < text.endIndex && text[next] == " "
            if character == "|" || character == "·" || character == "•" || character == "⋅" || character == "∙"
                || character == "／"
                || isSpacedDash
            {
                segments.append(text[start..<index])
                start = next
            }
            previous = character
            index = next
        }
        segments.append(text[start...])
        return segments.map(trimmed).filter { !$0.isEmpty }
    }

    /// The line without those who only took the pictures: "Words: NAME Photos: NAME", "NAME (Text) und NAME (Fotos)".
    private static func withoutPictures(_ text: String) -> String {
        guard text.contains(where: { $0 == ":" || $0 == "(" }) else { return text }
        var words = text.split(separator: " ")
        let isCredit = { (word: Substring, open: Character, close: Character) in
            (open == " " || word.first == open) && word.last == close
                && BylineWords.otherWork.contains(word.lowercased().filter(\.isLetter))
        }
        if let cut = words.indices.dropFirst().first(where: { isCredit(words[$0], " ", ":") }) {
            words.removeSubrange(cut...)
        }
        if let mark = words.indices.first(where: { isCredit(words[$0], "(", ")") }) {
            let start = words[..<mark].lastIndex { word in
                word.hasSuffix(",") || word.hasSuffix(")")
                    || BylineWords.conjunctions.contains(word.lowercased()) && word.first?.isLowercase != false
            }
            words.removeSubrange((start ?? mark)...mark)
        }
        return words.joined(separator: " ")
    }

    private static func read(_ text: Substring, isLabelled: Bool, into byline: inout Byline) {
        if AgencyNames.isDesk(text) {
            add(String(text), to: &byline.agencies)
            return
        }
        var text = String(text)
        for inner in takeParentheses(&text) {
            if let agency = AgencyNames.agency(inner) {
                add(agency, to: &byline.agencies)
            } else if inner.holds(" "), looksLikeOutlet(text[...]) || text.contains("."), isName(String(inner)),
                !hasTitle(String(inner))
            {
                // "paper.example (Anna Smith)"
                add(NameCase.natural(String(inner)), to: &byline.names)
                text = ""
            }
        }
        for group in text.split(whereSeparator: { $0 == ";" || $0 == "/" || $0 == "、" || $0 == "，" || $0 == "・" }) {
            var parts = group.split(separator: ",").map(trimmed).filter { !$0.isEmpty }
            if !isLabelled, parts.count == 2, let turned = turnedRound(parts[0], parts[1]) { parts = [turned[...]] }
            let severalSingle = parts.count > 1 && parts[0].split(separator: " ").count == 1
            for (index, part) in parts.enumerated() {
                for name in splitAtConjunctions(part) {
                    let isSecondary = index > 0 || !byline.names.isEmpty
                    read(part: name, isSecondary: isSecondary && !severalSingle, into: &byline)
                }
            }
        }
    }

    private static func read(part: Substring, isSecondary: Bool, into byline: inout Byline) {
        if let agency = AgencyNames.agency(part) {
            add(agency, to: &byline.agencies)
            return
        }
        let (inner, _) = withoutLabel(part)
        var words = inner.split(separator: " ")
        if isSecondary, words.count > 2, let first = words.first, BylineWords.otherWork.contains(first.lowercased()) {
            return
        }
        if words.count > 2, BylineWords.possessives.contains(words[0].lowercased()), isTitle(words[1]) {
            words.removeFirst()
        }
        words.removeAll { $0.holds("@") || $0.holds("://") || $0.hasPrefix("www.") }
        // "GILLIAN MOORE March 11": the date of the line is no part of the name.
        if let number = words.indices.dropFirst().first(where: { words[$0].contains(where: \.isNumber) }) {
            words = Array(words[..<number])
            while words.count > 1, let last = words.last,
                isDay(String(last)) || BylineWords.prepositions.contains(last.lowercased())
            {
                words.removeLast()
            }
        }
        if let cut = words.indices.dropFirst().first(where: { BylineWords.prepositions.contains(String(words[$0])) }) {
            if let agency = AgencyNames.agency(words[(cut + 1)...].joined(separator: " ")) {
                add(agency, to: &byline.agencies)
            }
            // "Press office of the Charts Bureau" is one desk; "Anna Smith of the Courier" is a person.
            if words[..<cut].allSatisfy({ !($0.first?.isLowercase ?? false) || isTitle($0) }) {
                words = Array(words[..<cut])
                if let agency = AgencyNames.agency(words.joined(separator: " ")) {
                    add(agency, to: &byline.agencies)
                    return
                }
            }
        }
        // "The Gear Team" and "City Desk" are no people, whatever stands before the last word.
        if let last = words.last, BylineWords.groups.contains(last.lowercased()) { return }
        while let first = words.first, words.count > 1, isTitle(first), first != "Md" { words.removeFirst() }
        // "Anna Smith Published": the label of the date that follows.
        while words.count > 2, let last = words.last, BylineWords.notices.contains(last.lowercased()) {
            words.removeLast()
        }
        let isTitled = words.last.map(isTitle) ?? false
        while let last = words.last, words.count > 1, isTitle(last) { words.removeLast() }
        if isTitled {
            // "Anna Smith, Local Democracy Reporter" and "Anna Smith Transport Editor".
            let isOffice = words.allSatisfy { isBeat($0) }
            if isSecondary, isOffice { return }
            while words.count > 2, let last = words.last, isBeat(last) { words.removeLast() }
        }
        // "corresponsal en París": what is left of an office is its place.
        if words.count > 1, words.count < inner.split(separator: " ").count,
            BylineWords.placeWords.contains(String(words[0]))
        {
            return
        }
        // "Courier Staff Writer" names a paper, not a person.
        if isTitled, words.count == 1 { return }
        guard let first = words.first, !words.dropFirst().contains(where: isTitle),
            !isTitle(first) || first == "Md" && words.count > 1,
            !BylineWords.notices.contains(first.lowercased().filter(\.isLetter))
        else { return }
        let name = words.joined(separator: " ")
        if isSecondary, words.count == 1, isSpaced(name) { return }
        if isSecondary || words.count > 3, looksLikeOutlet(name[...]) { return }
        guard isName(name), !isDay(name) else { return }
        add(NameCase.natural(name), to: &byline.names)
    }

    private static func takeParentheses(_ text: inout String) -> [Substring] {
        var inner: [Substring] = []
        var rest = ""
        var depth = 0
        var start = text.startIndex
        for index in text.indices {
            switch text[index] {
            case "(", "[", "（":
                if depth == 0 { start = text.index(after: index) }
                depth += 1
            case ")", "]", "）":
                guard depth > 0 else { continue }
                depth -= 1
                if depth == 0 { inner.append(text[start..<index]) }
            default:
                if depth == 0 { rest.append(text[index]) }
            }
        }
        defer { text = rest }
        return inner
    }

    private static func splitAtConjunctions(_ text: Substring) -> [Substring] {
        let words = text.split(separator: " ")
        let isLoud = isAllCaps(text)
        var parts: [[Substring]] = [[]]
        for (index, word) in words.enumerated() {
            let lowered = word.lowercased()
            // "Dan Jervis" and "Och Nilsson" begin with words that part names in other languages.
            let isWritten = word == lowered || isLoud || BylineWords.plainConjunctions.contains(lowered)
            let isConjunction = BylineWords.conjunctions.contains(lowered) && isWritten
            let isLoose = BylineWords.nameLikeConjunctions.contains(lowered)
            let longBefore = (parts.last?.count ?? 0) >= (isLoose ? 2 : 1)
            let longAfter = words.count - index - 1 >= (isLoose ? 2 : 1)
            if isConjunction, longBefore || index == 0, longAfter {
                if parts.last?.isEmpty == false { parts.append([]) }
            } else {
                parts[parts.count - 1].append(word)
            }
        }
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: " ")[...] }
    }

    /// "Smith, Anna" as "Anna Smith"; nil unless each side is a single name (with initials after the given one).
    private static func turnedRound(_ last: Substring, _ first: Substring) -> String? {
        let given = first.split(separator: " ")
        let family = last.split(separator: " ")
        guard family.count == 1 || (family.count == 2 && BylineWords.particles.contains(family[0].lowercased())),
            let name = given.first, given.dropFirst().allSatisfy({ $0.count <= 2 || $0.hasSuffix(".") }),
            given.count <= 3,
            !isTitle(name), !family.contains(where: isTitle), AgencyNames.agency(first) == nil,
            AgencyNames.agency(last) == nil,
            isName(String(first)), isName(String(last)),
            !["jr", "sr", "ii", "iii"].contains(name.lowercased().filter(\.isLetter))
        else { return nil }
        return first + " " + last
    }

    // MARK: Judging

    /// Whether a word of a text is a title, an office or a desk.
    package static func hasTitle(_ text: String) -> Bool {
        text.split(separator: " ").contains { isTitle($0) || BylineWords.sections.contains($0.lowercased()) }
    }

    /// Whether a word says what an office is about.
    private static func isBeat(_ word: Substring) -> Bool {
        let lowered = word.lowercased()
        return BylineWords.beats.contains(lowered) || BylineWords.sections.contains(lowered)
    }

    private static func isTitle(_ word: Substring) -> Bool {
        let letters = word.lowercased().filter { $0.isLetter }
        return BylineWords.titles.contains(letters)
            || letters.split(separator: "-").contains { BylineWords.titles.contains(String($0)) }
    }

    package static func looksLikeOutlet(_ text: Substring) -> Bool {
        let words = text.lowercased().split(separator: " ")
        return words.first == "the" || words.contains { BylineWords.outlets.contains($0.filter(\.isLetter)) }
            || text.holds(".co")
            || text.holds(".org") || text.holds(".net")
    }

    /// Whether the text can be a person's name: one to six words of letters that do not start in lower case, except for
    /// particles and names that are wholly in lower case.
    package static func isName(_ text: String) -> Bool {
        guard text.utf8.count <= 80, let first = text.first, first.isLetter else { return false }
        var words = 0
        var capitals = 0
        for word in text.split(separator: " ") {
            words += 1
            guard
                word.allSatisfy({
                    $0.isLetter || $0 == "." || $0 == "'" || $0 == "’" || $0 == "-" || $0 == "‑" || $0 == "·"
                        || $0 == "״" || $0 == "\""
                })
            else { return false }
            if let letter = word.first(where: \.isLetter), !letter.isLowercase { capitals += 1 }
        }
        let isLower = text == text.lowercased() && text != text.uppercased()
        return words <= 6 && (capitals >= (words + 1) / 2 || (isLower && words == 2))
    }

    /// A weekday or month by itself: "By Wednesday, prices had doubled".
    private static func isDay(_ name: String) -> Bool {
        !name.contains(" ")
            && (BylineWords.weekdays.contains(name.lowercased()) || MonthNames.month(name, language: nil) != nil)
    }

    /// Whether the script parts words with spaces and has capitals, so that a lone word is seldom a whole name.
    private static func isSpaced(_ text: String) -> Bool { text.first?.isCased ?? false }

    private static func isAllCaps(_ text: Substring) -> Bool { text == text.uppercased() }

    private static func add(_ name: String, to list: inout [String]) {
        if !list.contains(name) { list.append(name) }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "," || $0 == "." || $0 == ":" }
        while let last = text.last, last == " " || last == "," || last == ":" || last == ";" { text.removeLast() }
        // A full stop ends the line unless it ends an abbreviation.
        if text.last == ".", let word = text.split(separator: " ").last, word.count > 4 { text.removeLast() }
        return text
    }
}
