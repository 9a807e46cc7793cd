import Glibc
import SearchText

extension SearchQuery {
    /// The time that the plain words name, as milliseconds since 1970 UTC; nil for none.
    ///
    /// A month with or without a year, a year, today, yesterday, and last week, month or year, in several languages. Articles of that
    /// time are preferred; the words stay words.
    package var preferredTime: ClosedRange<Int64>? {
        let words = rankedTerms.compactMap {
            $0.phrases.first?.tokens.count == 1 ? $0.phrases.first?.tokens.first : nil
        }
        return NamedTime(words, now: Moment.present)?.range
    }
}

/// A time as people name it in a question.
struct NamedTime {
    /// The first and last millisecond since 1970 UTC.
    let range: ClosedRange<Int64>

    init?(_ words: [String], now: Int64) {
        let years = words.compactMap(Self.year)
        let month = words.compactMap { Self.months[$0] }.first
        let today = LocalDay(containing: now)
        if let month {
            self.init(month: month, year: years.first ?? (month <= today.month ? today.year : today.year - 1))
        } else if let year = years.first {
            self.init(from: LocalDay(year: year, month: 1, day: 1), to: LocalDay(year: year + 1, month: 1, day: 1))
        } else if words.contains(where: Self.today.contains) {
            self.init(from: today, to: today.adding(days: 1))
        } else if words.contains(where: Self.yesterday.contains) {
            self.init(from: today.adding(days: -1), to: today)
        } else if words.contains(where: Self.last.contains), let days = words.compactMap({ Self.spans[$0] }).first {
            // Last week may be the one before, or seven days up to now.
            self.init(from: today.adding(days: -2 * days), to: today.adding(days: 1))
        } else {
            return nil
        }
    }

    private init(month: Int, year: Int) {
        self.init(from: LocalDay(year: year, month: month, day: 1), to: LocalDay(year: year, month: month + 1, day: 1))
    }

    private init(from start: LocalDay, to end: LocalDay) { range = start.start...max(start.start, end.start - 1) }

    private static func year(_ word: String) -> Int? {
        guard word.utf8.count == 4, let year = Int(word), (1900...2100).contains(year) else { return nil }
        return year
    }

    private static let today: Set = [
        "today", "heute", "aujourd", "hoy", "hoje", "oggi", "vandaag", "сегодня", "dzisiaj", "σημερα",
    ]
    private static let yesterday: Set = [
        "yesterday", "gestern", "hier", "ayer", "ontem", "ieri", "gisteren", "вчера", "wczoraj", "χθεσ",
    ]
    private static let last: Set = [
        "last", "letzte", "letzten", "letzter", "letztes", "vergangene", "vergangenen", "derniere", "dernier", "pasada",
        "pasado", "passada",
        "passado", "scorsa", "scorso", "vorige", "прошлои", "прошлой", "прошлом", "ostatnim", "zeszlym",
    ]
    private static let spans: [String: Int32] = [
        "week": 7, "woche": 7, "semaine": 7, "semana": 7, "settimana": 7, "неделе": 7, "tygodniu": 7, "month": 31,
        "monat": 31, "mois": 31,
        "mes": 31, "mese": 31, "maand": 31, "месяце": 31, "miesiacu": 31, "year": 366, "jahr": 366, "annee": 366,
        "ano": 366, "anno": 366, "jaar": 366,
        "году": 366, "roku": 366,
    ]

    /// Names of months, folded; those that mean something else ("may", "march", "mars") only where their language writes them otherwise.
    private static let months: [String: Int] = {
        let lists = [
            "january february - april - june july august september october november december",
            "januar februar marz april mai juni juli august september oktober november dezember",
            "janvier fevrier - avril mai juin juillet aout septembre octobre novembre decembre",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "janeiro fevereiro - abril maio junho julho agosto setembro outubro novembro dezembro",
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            "januari februari maart april mei juni juli augustus september oktober november december",
            "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
            "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
        ]
        var months: [String: Int] = [:]
        for list in lists {
            for (index, word) in list.split(separator: " ").enumerated() where word != "-" {
                months[String(word)] = index + 1
            }
        }
        return months
    }()
}
