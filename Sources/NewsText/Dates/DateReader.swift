import Bytes
import NewsModel

/// Reads dates and times as newspapers write them, in many languages and scripts.
///
/// Forms: ISO 8601; RFC 822 and its successors; C's `ctime`; a day, a month's name and a year in any of the orders in use
/// (`MonthNames`), with ordinals and particles; numbers with `.`, `/` or `-`; 2024年5月3日 and 2024년 5월 3일; times with 12
/// or 24 hours before or after the date; offsets and abbreviations of zones (`TimeZoneNames`). A date without a year is
/// none.
///
/// **Day or month first.** `03/05/2024` is read day first, as most of the world writes it, unless the text gives evidence
/// of the United States: the language tag `en-US`, or an American time zone beside the date. A number above 12 decides by
/// itself. Dates with full stops are always day first.
package enum DateReader {
    /// The date that the text is, with labels such as "Published:" or a weekday around it; nil when it is none.
    ///
    /// - Parameters:
    ///   - text: an attribute's value, an element's text or a line; longer than 300 bytes is prose and gives nil.
    ///   - language: the language tag of the text, such as `de` or `en-US`, or nil.
    package static func read(_ text: String, language: String? = nil) -> NewsTime? {
        guard text.utf8.count <= ReadingLimits.dateBytes else { return nil }
        let trimmed = TextNormalizer.normalized(text)
        guard !trimmed.isEmpty else { return nil }
        return NewsTime(trimmed) ?? find(in: trimmed, language: language)
    }

    /// The first date in a text, with the time that stands beside it; nil when there is none.
    ///
    /// Only the first kilobytes are searched (`ReadingLimits.dateSearchBytes`).
    package static func find(in text: String, language: String? = nil) -> NewsTime? {
        let scalars = text.unicodeScalars
        let end = text.utf8.index(text.startIndex, offsetBy: ReadingLimits.dateSearchBytes, limitedBy: text.endIndex)
        // An index inside a character is rounded down by the view.
        let sample = end.map { String(scalars[..<$0]) } ?? text
        return DateParser(tokens: DateLexer.tokens(of: sample), language: language).firstDate()
    }
}
