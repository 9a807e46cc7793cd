import Bytes

extension CreditLine {
    /// "By NAME and NAME, ROLE", "by NAME • DATE", "NAME | OUTLET".
    package static func byline(_ text: String) -> CreditLine? {
        guard text.utf8.count <= 200 else { return nil }
        let segments = segments(of: text)
        guard let opening = segments.first else { return nil }
        let (rest, isLabelled) = BylineReader.withoutLabel(opening)
        var line = CreditLine(.byline)
        guard readNames(String(trimmed(rest)), isLabelled: isLabelled, into: &line) else { return nil }
        for segment in segments.dropFirst() where !readFact(String(trimmed(segment)), into: &line) { return nil }
        let facts = [line.outlet, line.agency, line.role, line.date].compactMap { $0 }
        guard isLabelled || !facts.isEmpty else { return nil }
        return line
    }

    /// Parts between bars, dots and spaced dashes.
    private static func segments(of text: String) -> [Substring] {
        var barred = text
        for dash in [" – ", " — ", " - ", " // ", " / "] where barred.holds(dash) {
            barred = barred.split(separator: dash).joined(separator: "|")
        }
        guard ["|", "•", "·"].contains(where: { barred.holds($0) }) else { return [trimmed(barred[...])] }
        return barred.split { "|•·".contains($0) }.map(trimmed).filter { !$0.isEmpty }
    }

    /// Names, then office, publication, place and date separated by commas; false where it is no byline.
    private static func readNames(_ text: String, isLabelled: Bool, into line: inout CreditLine) -> Bool {
        var text = text
        // Who edited it or took the pictures comes after a semicolon or a comma.
        for sign in [UInt8(ascii: ";"), UInt8(ascii: ",")] {
            if let cut = text.utf8.indices.first(where: {
                text.utf8[$0] == sign && isOtherWork(text[$0...].dropFirst())
            }) {
                text = String(text[..<cut])
            }
        }
        // A date has a comma of its own: "on December 3, 2020".
        for link in [" on ", " am ", " le ", " el "] {
            if let cut = text.place(of: link), CreditDate.isDate(trimmed(text[cut...].dropFirst(link.count))) {
                line.date = String(trimmed(text[cut...].dropFirst(link.count)))
                text = String(text[..<cut])
            }
        }
        var parts = text.split(separator: ",").map { String(trimmed($0)) }.filter { !$0.isEmpty }
        guard !parts.isEmpty else { return false }
        var names: [String] = []
        while let part = parts.first {
            var tried = line
            let found = split(part, into: &tried)
            guard !found.isEmpty, found.allSatisfy({ isFullName($0, isLabelled: isLabelled) }),
                names.isEmpty
                    || (!CreditLineWords.isRole(part) && !BylineReader.looksLikeOutlet(part[...]) && parts.count > 0
                        && (isFollowedByConjunction(names, text) || text.contains(part + " and ")))
            else {
                // An agency is the only name that is no person's.
                if names.isEmpty, found.isEmpty { line = tried }
                break
            }
            line = tried
            names += found
            parts.removeFirst()
        }
        guard !names.isEmpty || line.agency != nil else { return false }
        line.authors = names
        // A date has a comma of its own: "Nov. 24, 2021".
        while !parts.isEmpty {
            let all = parts.joined(separator: ", ")
            if CreditDate.isDate(all[...]) {
                line.date = all
                break
            }
            guard readFact(parts.removeFirst(), into: &line) else { return false }
        }
        return true
    }

    private static func isOtherWork(_ text: Substring) -> Bool {
        let words = text.split(separator: " ", maxSplits: 2)
        return words.count >= 2 && words[1].lowercased() == "by"
    }

    /// "A, B and C": a further name after a comma counts when a conjunction follows.
    private static func isFollowedByConjunction(_ names: [String], _ text: String) -> Bool {
        guard let last = names.last, let place = text.place(of: last) else { return false }
        let rest = text[place...].dropFirst(last.count)
        return [" and ", " & ", " und ", " et ", " y "].contains { rest.holds($0) }
    }

    /// The names of one part, after what goes on behind a preposition was noted: "NAME in PLACE", "NAME of OUTLET".
    private static func split(_ part: String, into line: inout CreditLine) -> [String] {
        var words = part.split(separator: " ").map(String.init)
        if let agency = AgencyNames.agency(part) {
            line.agency = agency
            return []
        }
        if let cut = words.indices.dropFirst().first(where: {
            CreditLineWords.links.contains(words[$0].lowercased()) && words[$0] == words[$0].lowercased()
        }),
            cut + 1 < words.count
        {
            let link = words[cut]
            let rest = withoutArticle(words[(cut + 1)...].joined(separator: " "))
            if CreditDate.isDate(rest[...]) {
                line.date = rest
            } else if AgencyNames.agency(rest) != nil {
                line.agency = rest
            } else if rest.first?.isUppercase ?? false {
                if link == "in" && !BylineReader.looksLikeOutlet(rest[...]) {
                    line.place = rest
                } else {
                    line.outlet = rest
                }
            } else {
                return []
            }
            words = Array(words[..<cut])
        }
        guard !words.contains(where: { ["is", "was", "has", "said", "says"].contains($0) }) else { return [] }
        // "NAME Staff Writer", "NAME Associated Press".
        for length in [3, 2, 1] where words.count - length >= 2 {
            let tail = words.suffix(length).joined(separator: " ")
            if AgencyNames.agency(tail) != nil {
                line.agency = tail
                words.removeLast(length)
                break
            }
            if CreditLineWords.isRole(tail) {
                line.role = tail
                words.removeLast(length)
                break
            }
        }
        var names: [[String]] = [[]]
        for word in words {
            if ["and", "und", "et", "y", "&", "e"].contains(word) {
                names.append([])
            } else {
                names[names.count - 1].append(word)
            }
        }
        return names.map { $0.joined(separator: " ") }
    }

    private static func isFullName(_ name: String, isLabelled: Bool) -> Bool {
        let words = name.split(separator: " ")
        return BylineReader.isName(name) && !BylineReader.looksLikeOutlet(name[...]) && !CreditLineWords.isRole(name)
            && words.count <= 5 && (words.count >= 2 || isLabelled) && !BylineWords.weekdays.contains(name.lowercased())
            && MonthNames.month(name, language: nil) == nil && words.first?.first?.isLowercase == false
    }

    /// One fact beside the names; false for what a byline does not hold.
    private static func readFact(_ fact: String, into line: inout CreditLine) -> Bool {
        if CreditDate.isDate(fact[...]) {
            line.date = line.date.map { $0 + ", " + fact } ?? fact
        } else if let updated = read(fact), updated.kind == .updated {
            line.date = updated.date
        } else if CreditLineWords.isRole(fact) {
            let (role, outlet) = CreditLineWords.roleAndOutlet(fact)
            line.role = role
            if let outlet { line.outlet = outlet }
        } else if AgencyNames.agency(fact) != nil {
            line.agency = fact
        } else {
            let words = fact.split(separator: " ")
            guard words.count <= 6, fact.last != ".",
                words.allSatisfy({
                    !($0.first?.isLowercase ?? true) || BylineWords.particles.contains(String($0)) || $0 == "the"
                        || $0 == "and" || $0 == "for"
                })
            else { return false }
            if line.outlet == nil { line.outlet = withoutArticle(fact) }
        }
        return true
    }
}

extension String {
    /// The place where the bytes of a text first stand in this one, or nil. Most lines hold none of the signs that are looked for, and
    /// comparing bytes tells that a hundred times faster than walking over characters.
    fileprivate func place(of text: String) -> String.Index? {
        let offset = withBytes { whole in text.withBytes { ByteSearch.find($0, in: whole) } }
        return offset.map { utf8.index(startIndex, offsetBy: $0) }
    }
}
