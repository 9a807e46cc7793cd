import NewsModel

/// Reads the dateline that opens wire copy: place, day and agency before a dash.
///
/// Forms: "RABAT, Nov. 24 (Reuters) -", "JERUSALEM (AP) —", "BERLIN, 3. Mai (dpa) -", "(Reuters) -", "PARIS —",
/// "HONG KONG, May 3 /PRNewswire/ --", "NEW DELHI:", "新华社北京5月3日电". A place in ordinary case counts only with an
/// agency beside it.
package enum DatelineReader {
    /// Code points within which a dateline must end.
    private static let longest = 120

    /// The dateline at the start of a paragraph; nil where there is none.
    package static func read(_ paragraph: some StringProtocol) -> Dateline? { find(paragraph)?.dateline }

    /// The dateline and the number of code points up to the text after it.
    package static func find(_ paragraph: some StringProtocol) -> (dateline: Dateline, textStart: Int)? {
        let scalars = Array(paragraph.unicodeScalars.prefix(longest))
        if let chinese = chinese(scalars) { return chinese }
        guard let (end, textStart, isColon) = dash(scalars), end > 1 else { return nil }
        let text = trimmed(scalars[..<end])
        guard !text.isEmpty else { return nil }

        var agency: String?
        var rest = text
        if let open = text.lastIndex(where: { $0 == "(" || $0 == "/" || $0 == "[" }),
            let opening = text[...open].firstIndex(where: { $0 == "(" || $0 == "/" || $0 == "[" })
        {
            let inner = text[text.index(after: opening)...].prefix { $0 != ")" && $0 != "/" && $0 != "]" }
            // "(Reuters/Kyodo)" and "(AP Photo)" name their agency first.
            agency =
                AgencyNames.agency(inner)
                ?? inner.split { $0 == " " || $0 == "/" }.first.flatMap { AgencyNames.agency($0) }
            guard agency != nil else { return nil }
            rest = trimmed(Array(text[..<opening].unicodeScalars)[...])
        }
        let place = place(rest)
        guard agency != nil || place != nil else { return nil }
        if let place {
            let words = place.split(separator: " ")
            guard words.count <= 6, words.first?.first?.isLetter ?? false else { return nil }
            if agency == nil { guard isCapitals(place), !isColon || words.count <= 3 else { return nil } }
            if agency != nil { guard words.allSatisfy(isPlaceWord) else { return nil } }
        }
        let date = rest.isEmpty ? nil : DateReader.find(in: rest)
        return (Dateline(text: text, place: place, date: date, agency: agency), textStart)
    }

    /// The day of a dateline that gives none with a year, in the year of publication or the one before.
    package static func date(of dateline: Dateline, published: NewsTime) -> NewsTime? {
        let day = String(dateline.text.prefix { $0 != "(" && $0 != "/" && $0 != "[" })
        for year in [published.year, published.year - 1] {
            guard let read = DateReader.find(in: day + " " + String(year)) else { continue }
            let ahead = read.instantMilliseconds - published.instantMilliseconds
            if ahead < 2 * 86_400_000 { return NewsTime(year: read.year, month: read.month, day: read.day) }
        }
        return nil
    }

    /// Where the line ends and the text begins: a dash with space around it, an em dash, a double hyphen, or a colon.
    private static func dash(_ scalars: [Unicode.Scalar]) -> (end: Int, textStart: Int, isColon: Bool)? {
        var depth = 0
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : "."
            switch scalar {
            case "(", "[": depth += 1
            case ")", "]": depth -= 1
            case "—", "–", "―", "-":
                guard depth == 0, index > 0 else { continue }
                let isSpaced = scalars[index - 1] == " " || scalars[index - 1] == ")" || scalars[index - 1] == "/"
                let isLong = scalar == "—" || (scalar == "-" && next == "-")
                guard (isSpaced && (next == " " || next == "-")) || isLong else { continue }
                var start = index
                while start < scalars.count, "—–―- ".unicodeScalars.contains(scalars[start]) { start += 1 }
                return (index, start, false)
            case ":":
                guard depth == 0, next == " ", index > 2 else { continue }
                return (index, index + 2, true)
            case "?", "!", "“", "\"", ";": return nil
            default: continue
            }
        }
        return nil
    }

    /// The place, without the day behind it.
    private static func place(_ text: String) -> String? {
        guard !text.isEmpty else { return nil }
        var parts = text.split(separator: ",").map { trimmed(Array($0.unicodeScalars)[...]) }.filter { !$0.isEmpty }
        let firstDated = parts.dropFirst().firstIndex { part in
            part.unicodeScalars.contains { ("0"..."9").contains($0) }
        }
        if let firstDated { parts.removeSubrange(firstDated...) }
        var place = parts.joined(separator: ", ")
        if let digit = place.firstIndex(where: \.isNumber) {
            // "RABAT Nov 24": the name of the month goes with the day.
            var words = place[..<digit].split(separator: " ")
            if let last = words.last, words.count > 1,
                MonthNames.month(String(last.filter(\.isLetter)), language: nil) != nil
            {
                words.removeLast()
            }
            place = words.joined(separator: " ")
        }
        while let last = place.last, last == "," || last == " " { place.removeLast() }
        return place.isEmpty ? nil : place
    }

    /// Whether the place's first part is in capitals; the region after a comma need not be.
    private static func isCapitals(_ place: String) -> Bool {
        let city = place.prefix { $0 != "," }
        let letters = city.filter(\.isLetter)
        guard letters.count >= 3, letters == letters.uppercased(), letters.contains(where: \.isCased) else {
            return false
        }
        let region = place.dropFirst(city.count + 1).split(separator: " ")
        return region.count <= 3 && region.allSatisfy(isPlaceWord)
            && !["UPDATE", "BREAKING", "WATCH", "EXCLUSIVE", "ANALYSIS", "OPINION", "NOTE", "CORRECTION", "FAQ"]
                .contains(String(city))
    }

    private static func isPlaceWord(_ word: Substring) -> Bool {
        guard let first = word.first(where: \.isLetter) else { return false }
        return !first.isLowercase || BylineWords.particles.contains(String(word))
            || ["am", "an", "sur", "le", "den"].contains(word)
    }

    private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var slice = scalars
        while let first = slice.first, first == " " || first == "," || first == "." { slice.removeFirst() }
        while let last = slice.last, last == " " || last == "," { slice.removeLast() }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: slice)
        return String(text)
    }

    /// 新华社北京5月3日电, 中新社上海5月3日电.
    private static func chinese(_ scalars: [Unicode.Scalar]) -> (dateline: Dateline, textStart: Int)? {
        guard scalars.count > 8, scalars[2] == "社", let month = scalars.firstIndex(of: "月"),
            let end = scalars.prefix(30).firstIndex(of: "电"),
            month < end
        else { return nil }
        var digits = month
        while digits > 3, ("0"..."9").contains(scalars[digits - 1]) { digits -= 1 }
        let name = text(scalars[..<3])
        guard let agency = AgencyNames.agency(name) else { return nil }
        let place = text(scalars[3..<digits])
        var start = end + 1
        while start < scalars.count, scalars[start] == " " || scalars[start] == "　" { start += 1 }
        if start < scalars.count, scalars[start] == "（", let close = scalars.firstIndex(of: "）") { start = close + 1 }
        return (Dateline(text: text(scalars[...end]), place: place.isEmpty ? nil : place, agency: agency), start)
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
