/// Abbreviations of time zones with the offsets they stand for.
package enum TimeZoneNames {
    /// The offset in minutes east of UTC; nil for an unknown or ambiguous abbreviation.
    ///
    /// `ET`, `CT`, `MT` and `PT` follow the daylight saving rule of the United States since 2007 (Energy Policy Act of
    /// 2005: second Sunday of March to first Sunday of November). `CST` and `IST` name several zones; the language of
    /// the text decides, with the United States and India as the commonest elsewhere.
    package static func offsetMinutes(_ name: String, language: String?, year: Int, month: Int, day: Int) -> Int? {
        switch name {
        case "ET", "CT", "MT", "PT":
            let standard = ["ET": -300, "CT": -360, "MT": -420, "PT": -480][name]
            return standard.map { $0 + (isUnitedStatesSummer(year, month, day) ? 60 : 0) }
        case "CST" where language == "zh": return 480
        case "IST" where language == "he": return 120
        case "IST" where language == "ga": return 60
        case "AST" where language == "ar": return 180
        default: return fixed[name]
        }
    }

    /// Whether the word is an abbreviation of a zone, in capitals as it must be.
    static func isKnown(_ name: String) -> Bool { fixed[name] != nil || unitedStates.contains(name) }

    /// Whether the abbreviation belongs to the United States, which writes the month first.
    static func isUnitedStates(_ name: String) -> Bool { unitedStates.contains(name) }

    private static let unitedStates: Set<String> = [
        "ET", "CT", "MT", "PT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "AKST", "AKDT", "HST",
    ]

    private static let fixed: [String: Int] = [
        "Z": 0, "UTC": 0, "GMT": 0, "UT": 0, "WET": 0, "WEST": 60, "BST": 60, "CET": 60, "MEZ": 60, "CEST": 120,
        "MESZ": 120, "EET": 120, "EEST": 180, "IDT": 180, "IST": 330, "MSK": 180, "МСК": 180, "TRT": 180, "EAT": 180,
        "CAT": 120, "WAT": 60, "SAST": 120, "GST": 240, "PKT": 300, "NPT": 345, "BDT": 360, "WIB": 420, "ICT": 420,
        "WITA": 480, "WIT": 540, "HKT": 480, "SGT": 480, "PHT": 480, "AWST": 480, "JST": 540, "KST": 540, "ACST": 570,
        "AEST": 600, "ACDT": 630, "AEDT": 660, "NZST": 720, "NZDT": 780, "EST": -300, "EDT": -240, "CST": -360,
        "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600,
        "AST": -240, "ADT": -180, "NST": -210, "NDT": -150, "BRT": -180, "ART": -180, "CLT": -240, "COT": -300,
        "PET": -300, "VET": -240,
    ]

    private static func isUnitedStatesSummer(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        switch month {
        case 4...10: return true
        case 3: return day >= 8 + daysToSunday(year, 3, 8)
        case 11: return day < 1 + daysToSunday(year, 11, 1)
        default: return false
        }
    }

    /// Days from a date to the Sunday on or after it, by Sakamoto's day-of-week formula.
    private static func daysToSunday(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]
        let year = month < 3 ? year - 1 : year
        let weekday = (year + year / 4 - year / 100 + year / 400 + shift + day) % 7
        return (7 - weekday) % 7
    }
}
