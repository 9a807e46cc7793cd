import NewsModel

/// Finds a date and its time among tokens.
struct DateParser {
    /// A day as found, and the token after it.
    struct Day {
        var year: Int
        var month: Int
        var day: Int
        var end: Int
        /// A time that stood inside the date, as C's `ctime` writes it.
        var clock: Clock?
    }

    /// A time of the day as found, and the token after it.
    struct Clock {
        var time: NewsTime.TimeOfDay
        var zone: Zone?
        var end: Int
    }

    /// What the source says of the zone.
    enum Zone {
        case offset(Int)
        case name(String)
    }

    let tokens: [DateLexer.Token]
    /// The primary subtag of the language.
    let language: String?
    /// Whether the month comes first in numbers that allow both.
    let isMonthFirst: Bool

    init(tokens: [DateLexer.Token], language: String?) {
        self.tokens = tokens
        let tag = language?.lowercased().split { $0 == "-" || $0 == "_" } ?? []
        self.language = tag.first.map(String.init)
        isMonthFirst =
            tag.dropFirst().contains("us")
            || tokens.contains {
                if case .word(let word) = $0.kind { TimeZoneNames.isUnitedStates(word) } else { false }
            }
    }

    /// The first date with its time.
    func firstDate() -> NewsTime? {
        for index in tokens.indices {
            guard let day = day(at: index) else { continue }
            let clock = day.clock ?? clock(after: day.end) ?? clock(before: index)
            let offset: Int? =
                switch clock?.zone {
                case .offset(let minutes): minutes
                case .name(let name):
                    TimeZoneNames.offsetMinutes(
                        name, language: language, year: day.year, month: day.month, day: day.day)
                case nil: nil
                }
            if let time = NewsTime(
                year: day.year, month: day.month, day: day.day, time: clock?.time, offsetMinutes: offset)
            {
                return time
            }
        }
        return nil
    }

    // MARK: Looking at tokens

    func number(_ index: Int) -> (value: Int, digits: Int)? {
        guard tokens.indices.contains(index), case .number(let value, let digits) = tokens[index].kind else {
            return nil
        }
        return (value, digits)
    }

    func word(_ index: Int) -> String? {
        guard tokens.indices.contains(index), case .word(let word) = tokens[index].kind else { return nil }
        return word
    }

    func sign(_ index: Int) -> Unicode.Scalar? {
        guard tokens.indices.contains(index), case .sign(let sign) = tokens[index].kind else { return nil }
        return sign
    }

    /// Whether the token follows the one before it without white space.
    func isJoined(_ index: Int) -> Bool { tokens.indices.contains(index) && !tokens[index].isSpaced }

    // MARK: Days

    private func day(at index: Int) -> Day? {
        if let (value, digits) = number(index) {
            // The tail of a longer number or of a version such as 1.2.3.2024 is no date.
            if isJoined(index), number(index - 2) != nil, sign(index - 1) == "." || sign(index - 1) == "/" {
                return nil
            }
            if digits == 4 { return yearFirst(value, index + 1) }
            if digits <= 2 { return dayFirst(value, index + 1) }
            return nil
        }
        return monthFirst(index)
    }

    private func yearFirst(_ written: Int, _ index: Int) -> Day? {
        guard let year = year(written, digits: 4) else { return nil }
        if let mark = word(index), mark == "年" || mark == "년" {
            guard let month = number(index + 1), let second = word(index + 2), second == "月" || second == "월",
                let day = number(index + 3), let third = word(index + 4),
                third == "日" || third == "号" || third.hasPrefix("일")
            else { return nil }
            return checked(year, month.value, day.value, index + 5)
        }
        if let separator = sign(index), separator == "-" || separator == "/" || separator == ".",
            let month = number(index + 1), month.digits <= 2, sign(index + 2) == separator,
            let day = number(index + 3), day.digits <= 2
        {
            return checked(year, month.value, day.value, index + 4)
        }
        // Hungarian "2024. május 3.", Lithuanian "2024 m. gegužės 3 d.", Latvian "2024. gada 3. maijs".
        var next = index
        if sign(next) == "." || sign(next) == "," { next += 1 }
        if let particle = word(next), particle == "m" || particle == "gada" {
            next += 1
            if sign(next) == "." { next += 1 }
        }
        if let (month, afterMonth) = monthName(next), let day = number(afterMonth), day.digits <= 2 {
            return checked(year, month, day.value, afterMonth + 1)
        }
        if let day = number(next), day.digits <= 2, sign(next + 1) == ".", let (month, end) = monthName(next + 2) {
            return checked(year, month, day.value, end)
        }
        return nil
    }

    private func dayFirst(_ first: Int, _ index: Int) -> Day? {
        if let separator = sign(index), separator == "-" || separator == "/" || separator == ".",
            let second = number(index + 1), second.digits <= 2, sign(index + 2) == separator,
            let third = number(index + 3), third.digits == 4 || (third.digits == 2 && separator != "-"),
            let year = year(third.value, digits: third.digits)
        {
            let swaps = first <= 12 && (second.value > 12 || (separator != "." && isMonthFirst))
            return swaps
                ? checked(year, first, second.value, index + 4) : checked(year, second.value, first, index + 4)
        }
        var next = index
        // Vietnamese: 3 tháng 5 năm 2024.
        if word(next)?.lowercased() == "tháng", let month = number(next + 1) {
            next += 2
            if sign(next) == "," || word(next)?.lowercased() == "năm" { next += 1 }
            return number(next).flatMap { year($0.value, digits: $0.digits) }
                .flatMap { checked($0, month.value, first, next + 1) }
        }
        var skipped = 0
        while monthName(next) == nil, skipped < 3 {
            if let sign = sign(next),
                sign == "." || sign == "-" || sign == "/" || sign == "º" || sign == "°" || sign == "'" || sign == "’"
            {
                next += 1
            } else if let word = word(next), Self.dayParticles.contains(word.lowercased()) {
                next += 1
            } else {
                return nil
            }
            skipped += 1
        }
        guard let (month, afterMonth) = monthName(next) else { return nil }
        return yearAfter(afterMonth).flatMap { checked($0.year, month, first, $0.end) }
    }

    private func monthFirst(_ index: Int) -> Day? {
        guard let (month, afterMonth) = monthName(index) else { return nil }
        var next = afterMonth
        if sign(next) == "-" || sign(next) == "/" { next += 1 }
        guard let day = number(next), day.digits <= 2 else { return nil }
        next += 1
        if let word = word(next), isJoined(next), Self.dayParticles.contains(word.lowercased()) { next += 1 }
        if let found = yearAfter(next) { return checked(found.year, month, day.value, found.end) }
        // ctime: May  3 14:05:00 [UTC] 2024
        guard let clock = clock(at: next, isMarked: false), let written = number(clock.end), written.digits == 4,
            let year = year(written.value, digits: 4)
        else { return nil }
        var result = checked(year, month, day.value, clock.end + 1)
        result?.clock = clock
        return result
    }

    /// The year that follows a month or a day, past commas and particles.
    private func yearAfter(_ index: Int) -> (year: Int, end: Int)? {
        var next = index
        for _ in 0..<3 {
            if let written = number(next) {
                // Of two digits with an apostrophe or a hyphen before it, or with a time behind it (RFC 822).
                let isShort =
                    written.digits == 2
                    && (sign(next - 1) == "’" || sign(next - 1) == "'" || sign(next - 1) == "-" || isTime(next + 1))
                guard written.digits == 4 || isShort, let year = year(written.value, digits: written.digits) else {
                    return nil
                }
                // "May 3, 14:05" has no year, and 1405 hours neither.
                return sign(next + 1) == ":" && isJoined(next + 1) && number(next + 2) != nil && isJoined(next + 2)
                    ? nil : (year, next + 1)
            }
            if let sign = sign(next),
                sign == "," || sign == "." || sign == "-" || sign == "/" || sign == "’" || sign == "'"
            {
                next += 1
            } else if let word = word(next), Self.yearParticles.contains(word.lowercased()) {
                next += 1
            } else {
                return nil
            }
        }
        return nil
    }

    /// Whether hours and minutes stand at a token, apart from the one before.
    private func isTime(_ index: Int) -> Bool {
        guard let hours = number(index), hours.digits == 2, !isJoined(index), sign(index + 1) == ":",
            isJoined(index + 1),
            let minutes = number(index + 2), minutes.digits == 2, isJoined(index + 2)
        else { return false }
        return true
    }

    /// The month that a word names, and the token after the name and its full stop.
    private func monthName(_ index: Int) -> (month: Int, end: Int)? {
        guard let first = word(index) else { return nil }
        // Names of two words (كانون الثاني) and Thai abbreviations with a full stop inside (ม.ค.).
        if let second = word(index + 1), let month = MonthNames.month(first + "_" + second, language: language) {
            return (month, index + 2)
        }
        if sign(index + 1) == ".", isJoined(index + 2), let second = word(index + 2),
            let month = MonthNames.month(first + "." + second, language: language)
        {
            return (month, sign(index + 3) == "." ? index + 4 : index + 3)
        }
        guard let month = MonthNames.month(first, language: language) else { return nil }
        return (month, sign(index + 1) == "." && isJoined(index + 1) ? index + 2 : index + 1)
    }

    private func checked(_ year: Int, _ month: Int, _ day: Int, _ end: Int) -> Day? {
        NewsTime(year: year, month: month, day: day) == nil ? nil : Day(year: year, month: month, day: day, end: end)
    }

    /// A year of four digits between 1500 and 2199 (or of the Buddhist era, 543 ahead), or of two digits: 70 to 99 are of
    /// the twentieth century.
    private func year(_ value: Int, digits: Int) -> Int? {
        switch (digits, value) {
        case (2, 0..<70): 2000 + value
        case (2, _): 1900 + value
        case (4, 1500..<2200): value
        case (4, 2400..<2700) where language == "th" || language == nil: value - 543
        default: nil
        }
    }

    /// Words and endings between a day and its month.
    private static let dayParticles: Set<String> = [
        "st", "nd", "rd", "th", "of", "er", "de", "del", "d", "º", "ª", "го", "e", "a", "te", "ste", "den", "ος", "η",
        "ב",
        "ο", "ης", "dia", "na", "y", "i", "ام",
    ]
    /// Words between a month and its year.
    private static let yearParticles: Set<String> = [
        "of", "de", "del", "in", "m", "an", "anno", "năm", "year", "roku", "року", "года", "عام", "سنة", "من", "พ", "ศ",
        "st", "nd",
        "rd", "th", "d", "në", "ve",
    ]
}
