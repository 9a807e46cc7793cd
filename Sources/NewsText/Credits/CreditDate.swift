/// Tells dates from other facts of a byline; a year need not be given.
enum CreditDate {
    /// Whether the whole text is a date or time, with nothing but its parts in it.
    static func isDate(_ text: Substring) -> Bool {
        let words = text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
        guard (1...12).contains(words.count), words.contains(where: { $0.first?.isNumber ?? false }) else {
            return false
        }
        guard words.allSatisfy(isPart) else { return false }
        return DateReader.find(in: String(text)) != nil || words.contains { MonthNames.month($0, language: nil) != nil }
            || text.contains(":")
    }

    private static func isPart(_ word: String) -> Bool {
        if word.first?.isNumber ?? false { return true }
        return MonthNames.month(word, language: nil) != nil || small.contains(word)
            || days.contains { word.count >= 2 && $0.hasPrefix(word) } || TimeZoneNames.isKnown(word.uppercased())
    }

    private static let small: Set<String> = [
        "am", "pm", "a", "p", "m", "at", "on", "of", "um", "uhr", "de", "del", "le", "à", "h", "the", "t", "z", "noon",
        "midnight",
        "alle", "ore", "st", "nd", "rd", "th", "local", "time", "gmt", "utc", "et", "pt", "ct",
    ]
    private static let days = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch",
        "donnerstag", "freitag", "samstag", "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
        "dimanche",
        "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
    ]
}
