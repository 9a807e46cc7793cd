import SearchText

/// A time as people name it in a question: a day, a month or a year, today, yesterday, and this or the last week, month or year.
package struct NamedTime: Sendable, Equatable {
    /// The first and last millisecond since 1970 UTC.
    package let range: ClosedRange<Int64>
    /// The words that name it, as they were typed.
    package let typed: String
    /// The words as a text would have them; nil where the same time has other words later, such as "last week".
    package let phrase: TokenPhrase?
    /// Which words of the question name it, by their places.
    let places: Set<Int>

    /// A word of a question.
    struct Word {
        /// The word as it was typed.
        var typed: String
        /// What the index holds of it.
        var tokens: [String]

        /// The only token; empty for what is written in several.
        var single: String { tokens.count == 1 ? tokens[0] : "" }
    }

    /// The first time that words name; nil where they name none.
    ///
    /// Names of months that mean something else too ("may", "march", "mars") count beside a day, a year, or behind a word such as "in".
    /// - Parameter now: the present moment in milliseconds since 1970 UTC, from which "yesterday" is counted.
    init?(_ words: [Word], now: Int64) {
        let today = LocalDay(containing: now)
        for place in words.indices {
            if let found = Self.calendar(words, from: place, today) ?? Self.relative(words, from: place, today) {
                self.init(found, words)
                return
            }
        }
        // A lone year names something else more often ("DMEXCO 2018") and so comes last.
        guard let place = words.indices.first(where: { Self.year(words[$0].single) != nil }),
            let year = Self.year(words[place].single)
        else { return nil }
        self.init(Found(Self.wholeYear(year), [place]), words)
    }

    /// A time that a whole text names, such as `last week` or `7 May 2024`; nil for any other text.
    init?(whole text: String, now: Int64) {
        let words = text.split(whereSeparator: \.isWhitespace).compactMap { part in
            TokenPhrase(typed: String(part), isPrefix: false).map { Word(typed: String(part), tokens: $0.tokens) }
        }
        guard let time = NamedTime(words, now: now),
            words.indices.allSatisfy({ time.places.contains($0) || Self.fillers.contains(words[$0].single) })
        else { return nil }
        self = time
    }

    /// A time and where it stands.
    private struct Found {
        var range: ClosedRange<Int64>
        var places: [Int]
        var isInTexts = true

        init(_ range: ClosedRange<Int64>, _ places: [Int], isInTexts: Bool = true) {
            (self.range, self.places, self.isInTexts) = (range, places, isInTexts)
        }
    }

    private init(_ found: Found, _ words: [Word]) {
        range = found.range
        let ordered = found.places.sorted()
        places = Set(ordered).union(Self.small(words, around: ordered))
        typed = ordered.map { words[$0].typed }.joined(separator: " ")
        phrase = found.isInTexts ? TokenPhrase(tokens: ordered.flatMap { words[$0].tokens }, isPrefix: false) : nil
    }

    /// The small words inside a date and the one in front of it, which name nothing else: "in January 2012", "7 de mayo de 2024".
    private static func small(_ words: [Word], around places: [Int]) -> [Int] {
        guard let first = places.first, let last = places.last else { return [] }
        // What stands apart from the rest of a date has words of the question between.
        let inside = Array(first...last)
        let isOne = inside.allSatisfy { places.contains($0) || fillers.contains(words[$0].single) }
        let before = first > 0 && inFront.contains(words[first - 1].single) ? [first - 1] : []
        return before + (isOne ? inside.filter { !places.contains($0) } : [])
    }

    // MARK: Days, months and years

    private static func calendar(_ words: [Word], from place: Int, _ today: LocalDay) -> Found? {
        // Small words inside a date: 7 de mayo de 2024.
        func next(_ place: Int) -> Int? {
            words.indices.dropFirst(place + 1).first { !fillers.contains(words[$0].single) }
        }
        let word = words[place]
        if word.tokens.count > 1, word.typed.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D }),
            word.typed.utf8.count > 4, let moment = Moment(calendar: word.typed)
        {
            return Found(moment.first...max(moment.first, moment.last), [place])
        }
        if let day = Self.day(word.single), let second = next(place), let month = months[words[second].single] {
            let third = next(second)
            let year = third.flatMap { Self.year(words[$0].single) }
            return dated(day, month, year, [place, second] + (year == nil ? [] : [third].compactMap(\.self)), today)
        }
        guard let month = months[word.single] else { return nil }
        if let second = next(place) {
            if let year = Self.year(words[second].single) { return Found(wholeMonth(month, year), [place, second]) }
            // The year of another century is no word to be left out, and the month none of today's.
            if words[second].single.utf8.count == 4, Int(words[second].single) != nil { return nil }
            if let day = Self.day(words[second].single) {
                let third = next(second)
                let year = third.flatMap { Self.year(words[$0].single) }
                return dated(
                    day, month, year, [place, second] + (year == nil ? [] : [third].compactMap(\.self)), today)
            }
        }
        let before = place > 0 ? words[place - 1].single : ""
        guard !ambiguousMonths.contains(word.single) || beforeMonths.contains(before) else { return nil }
        // A year that stands apart is that of the month.
        if let apart = words.indices.first(where: { Self.year(words[$0].single) != nil }),
            let year = Self.year(words[apart].single)
        {
            return Found(wholeMonth(month, year), [place, apart])
        }
        return Found(wholeMonth(month, month <= today.month ? today.year : today.year - 1), [place])
    }

    /// A day of a month; nil for one that the month does not have.
    private static func dated(_ day: Int, _ month: Int, _ year: Int?, _ places: [Int], _ today: LocalDay) -> Found? {
        let year = year ?? (month <= today.month ? today.year : today.year - 1)
        let start = LocalDay(year: year, month: month, day: day)
        guard wholeMonth(month, year).contains(start.start) else { return nil }
        return Found(span(start, start.adding(days: 1)), places)
    }

    private static func wholeMonth(_ month: Int, _ year: Int) -> ClosedRange<Int64> {
        span(LocalDay(year: year, month: month, day: 1), LocalDay(year: year, month: month + 1, day: 1))
    }

    private static func wholeYear(_ year: Int) -> ClosedRange<Int64> {
        span(LocalDay(year: year, month: 1, day: 1), LocalDay(year: year + 1, month: 1, day: 1))
    }

    private static func span(_ start: LocalDay, _ end: LocalDay) -> ClosedRange<Int64> {
        start.start...max(start.start, end.start - 1)
    }

    /// Whether a word is a year in four digits.
    static func isYear(_ word: String) -> Bool { year(word) != nil }

    private static func year(_ word: String) -> Int? {
        guard word.utf8.count == 4, let year = Int(word), (1900...2100).contains(year) else { return nil }
        return year
    }

    /// A day of a month: 7, 7th, 1er.
    private static func day(_ word: String) -> Int? {
        let digits = word.prefix { ("0"..."9").contains($0) }
        guard (1...2).contains(digits.count),
            ["", "st", "nd", "rd", "th", "er"].contains(word.dropFirst(digits.count)),
            let day = Int(digits), (1...31).contains(day)
        else { return nil }
        return day
    }

    // MARK: Times from now

    private static func relative(_ words: [Word], from place: Int, _ today: LocalDay) -> Found? {
        let word = words[place].single
        if Self.today.contains(word) { return Found(span(today, today.adding(days: 1)), [place], isInTexts: false) }
        if yesterday.contains(word) { return Found(span(today.adding(days: -1), today), [place], isInTexts: false) }
        guard place + 1 < words.count else { return nil }
        let other = words[place + 1].single
        for (adjective, unit) in [(word, other), (other, word)] {
            guard let unit = units[unit] else { continue }
            let isLast = last.contains(adjective)
            guard isLast || this.contains(adjective) else { continue }
            return Found(unit.range(isLast: isLast, today), [place, place + 1], isInTexts: false)
        }
        return nil
    }
}

/// A span that people count times in.
private enum TimeUnit {
    case week, month, year

    /// The last one or this one, seen from a day.
    func range(isLast: Bool, _ today: LocalDay) -> ClosedRange<Int64> {
        let (start, end): (LocalDay, LocalDay) =
            switch self {
            // Last week may be the one before, or seven days up to now.
            case .week: (today.adding(days: isLast ? -14 : -7), today.adding(days: 1))
            case .month:
                (
                    LocalDay(year: today.year, month: today.month - (isLast ? 1 : 0), day: 1),
                    LocalDay(year: today.year, month: today.month + (isLast ? 0 : 1), day: 1)
                )
            case .year:
                (
                    LocalDay(year: today.year - (isLast ? 1 : 0), month: 1, day: 1),
                    LocalDay(year: today.year + (isLast ? 0 : 1), month: 1, day: 1)
                )
            }
        return start.start...max(start.start, end.start - 1)
    }
}

/// The words, folded.
extension NamedTime {
    /// Words that stand inside a date and name nothing.
    fileprivate static let fillers: Set = ["of", "the", "de", "del", "do", "du", "den", "am", "im", "in", "on", "la"]
    /// Words in front of a time that belong to it.
    private static let inFront: Set = [
        "in", "on", "of", "im", "am", "en", "el", "le", "em", "no", "na", "nel", "il", "w", "we", "v", "ve", "в", "op",
        "den",
    ]
    private static let today: Set = [
        "today", "heute", "aujourd'hui", "aujourdhui", "hoy", "hoje", "oggi", "vandaag", "сегодня", "dzisiaj", "σημερα",
    ]
    /// French "hier" is left out, since it means "here" in German.
    private static let yesterday: Set = [
        "yesterday", "gestern", "ayer", "ontem", "ieri", "gisteren", "вчера", "wczoraj", "χθεσ",
    ]
    private static let last: Set = [
        "last", "letzte", "letzten", "letzter", "letztes", "vergangene", "vergangenen", "derniere", "dernier", "pasada",
        "pasado", "passada", "passado", "scorsa", "scorso", "vorige", "прошлой", "прошлом", "ostatnim", "zeszlym",
    ]
    private static let this: Set = [
        "this", "diese", "diesen", "dieser", "dieses", "cette", "esta", "este", "questa", "questo", "deze", "этой",
        "этом", "tym",
    ]
    fileprivate static let units: [String: TimeUnit] = {
        let lists: [(TimeUnit, String)] = [
            (.week, "week woche semaine semana settimana неделе tygodniu"),
            (.month, "month monat mois mes mese maand месяце miesiacu"),
            (.year, "year jahr annee ano anno jaar году roku"),
        ]
        return lists.reduce(into: [:]) { units, list in
            for word in list.1.split(separator: " ") { units[SearchFold.fold(String(word))] = list.0 }
        }
    }()

    /// Words before a month that tell that it is one.
    private static let beforeMonths: Set = [
        "in", "since", "until", "im", "seit", "bis", "en", "em", "dal", "nel", "w", "v", "ve", "в", "с", "до", "last",
        "this", "early", "late", "mid", "anfang", "ende", "mitte",
    ]
    /// Months that are names or other words too, in some language.
    private static let ambiguousMonths: Set = [
        "may", "march", "mars", "mayo", "mei", "maja", "marca", "lutego", "august", "june", "april", "julio", "junio",
        "marta", "марта", "мая", "мае", "май", "marzo", "mai", "avril", "abril", "juli", "juni",
    ]

    private static let months: [String: Int] = {
        let lists = [
            "january february march april may june july august september october november december",
            "januar februar marz april mai juni juli august september oktober november dezember",
            "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            "januari februari maart april mei juni juli augustus september oktober november december",
            "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
            "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
            "ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου νοεμβριου δεκεμβριου",
        ]
        var months: [String: Int] = [:]
        for list in lists {
            for (index, word) in list.split(separator: " ").enumerated() {
                months[SearchFold.fold(String(word))] = index + 1
            }
        }
        return months
    }()
}

extension SearchQuery {
    /// The query with the time that its plain words name told apart from them: it is preferred, and its words are not demanded.
    ///
    /// A year that is all that was asked for stays a word.
    /// - Parameter now: the present moment in milliseconds since 1970 UTC; the system's clock by default.
    package func namingATime(now: Int64 = Moment.present) -> SearchQuery {
        let terms = rankedTerms
        let words = terms.map { NamedTime.Word(typed: $0.typed, tokens: $0.phrases.first?.tokens ?? []) }
        guard let time = NamedTime(words, now: now) else { return self }
        let isAll = time.places.count == scoredTerms.count
        if isAll, time.places.count == 1, NamedTime.isYear(words[0].single) {
            return leavingOut([], naming: time)
        }
        return leavingOut(time.places, naming: time)
    }

    /// Whether the words that name the time are words of the question still, as a year is that is all that was asked for.
    package var looksForItsTime: Bool {
        guard let phrase = time?.phrase else { return false }
        return rankedTerms.contains { $0.phrases.first == phrase }
    }

    /// The time from which articles are preferred; nil for none.
    package var preferredTime: ClosedRange<Int64>? { time?.range }
}
