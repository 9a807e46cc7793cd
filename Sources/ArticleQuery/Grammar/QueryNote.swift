/// Something about a query that the person who typed it should know.
public enum QueryNote: Sendable, Hashable {
    /// There is no letter or digit to look for.
    case nothingToSearch
    /// Only words to exclude were given; something must be looked for too.
    case onlyExclusions
    /// An exclusion beside `OR` was ignored, since almost every article would match.
    case exclusionInAlternative
    /// The text was longer than the limit, in bytes; the rest was ignored.
    case textCut(bytes: Int)
    /// There were more words than the limit; the rest was ignored.
    case tooManyTerms(limit: Int)
    /// Parentheses were nested deeper than the limit; the inner ones were ignored.
    case tooDeep(limit: Int)
    /// A star after fewer letters than the limit was ignored.
    case prefixTooShort(letters: Int)
    /// No article holds all of these words; those that answer most of it come first, or of these the newest.
    case relaxed([String], isByTime: Bool)
    /// A word that so few articles have, 0 for none; these were looked for too.
    case assumed(String, [String], articles: Int)
    /// Words name this time, in milliseconds since 1970 UTC; articles of it are preferred.
    case timePreferred(String, ClosedRange<Int64>)
    /// Words name this time; articles of it, and those with the words, were taken.
    case timeTaken(String, ClosedRange<Int64>)
    /// No article of a list has these words too, which name nothing; they were left out.
    case smallWordsLeftOut([String])
    /// What stood behind a word such as `since:` means nothing there; it was searched as words.
    case valueNotUnderstood(String)
    /// Nothing stood behind a word such as `since:`; it was searched as a word.
    case fieldWithoutValue(String)
    /// A word before a colon is no field; both were searched as words. The second is the field that may have been meant.
    case unknownField(String, meant: String?)
    /// A condition such as `story:` stood beside `OR`; it holds for the whole query.
    case conditionInAlternative
    /// A NEAR group had more members than the limit; the rest was ignored.
    case nearCut(limit: Int)
    /// A quotation mark was not closed; what stood behind it was taken as one phrase.
    case quotationNotClosed
    /// This sign or emoji is in no index; it was left out.
    case signLeftOut(String)
    /// This was excluded twice, and so is looked for.
    case excludedTwice
    /// This operator has nothing to join; it was left out.
    case operatorLeftOut(String)
    /// No article has a word, so that nothing matches; the others may have been meant.
    case unknownWord(String, [String])
    /// Every word is demanded, and so are these, which name nothing.
    case smallWordsDemanded([String])
    /// The list of the archive's words cannot be read, so that slips and the like are not found.
    case vocabularyDamaged
}

extension QueryNote {
    /// Whether a set was taken by less than what was typed, since no article has all of it.
    public var relaxesSet: Bool {
        switch self {
        case .smallWordsLeftOut, .assumed: true
        default: false
        }
    }
}

extension QueryNote: CustomStringConvertible {
    /// The note as one sentence for people.
    public var description: String {
        switch self {
        case .nothingToSearch: "There is no word to search for."
        case .onlyExclusions: "Only excluded words were given; add one to search for."
        case .exclusionInAlternative: "An excluded word next to OR was ignored; use it outside, as in (a OR b) -c."
        case .textCut(let bytes): "Only the first \(bytes) bytes of the query were read."
        case .tooManyTerms(let limit): "Only the first \(limit) words and phrases were used."
        case .tooDeep(let limit): "Parentheses nested deeper than \(limit) were ignored."
        case .prefixTooShort(let letters):
            "A star needs at least \(letters) letters before it; the word was taken whole."
        case .relaxed(let words, let isByTime):
            "no article holds all of: \(Self.list(words, most: 12)); "
                + (isByTime
                    ? "of those that answer most of it the newest come first"
                    : "those that answer most of it come first")
        case .assumed(let typed, let others, let articles):
            Self.shortened(typed) + Self.rarity(articles)
                + "; \(Self.list(others, most: 4)) \(others.count == 1 ? "was" : "were") looked for\(articles == 0 ? "" : " too")"
                + " (in quotation marks it is taken as it stands)"
        case .timePreferred(let typed, let range):
            "\(typed) is taken as a time (\(Self.days(range))): articles of it come earlier; in quotation marks it is taken as words."
        case .timeTaken(let typed, let range):
            "\(typed) is taken as a time (\(Self.days(range))): articles of it, and those with these words; in quotation marks it is taken as words."
        case .smallWordsLeftOut(let words):
            "no article has all of it; left out, since they name nothing: \(Self.list(words, most: 12)) (in quotation marks they are looked for)"
        case .valueNotUnderstood(let typed): "\(Self.shortened(typed)) is not understood; it was searched as words."
        case .fieldWithoutValue(let word):
            "\(word): has nothing behind it and was searched as a word; its value stands right behind the colon."
        case .unknownField(let word, let meant):
            "\(word): is not a field and was searched as a word; "
                + (meant.map { "did you mean \($0):? " } ?? "") + "the fields are "
                + Self.fieldWords.joined(separator: ", ")
        case .conditionInAlternative: "A condition next to OR holds for the whole query."
        case .nearCut(let limit): "Only the first \(limit) words of a near() group were used."
        case .quotationNotClosed: "A quotation mark is not closed; all behind it was taken as one phrase."
        case .signLeftOut(let sign): "\(Self.shortened(sign)) is no word and was left out."
        case .excludedTwice: "What is excluded twice is looked for."
        case .operatorLeftOut(let word): "\(word) has nothing to join and was left out."
        case .unknownWord(let typed, let others):
            "\(Self.shortened(typed)) is in no article; did you mean \(Self.list(others, most: 4))?"
        case .smallWordsDemanded(let words):
            "every word must be there, also \(Self.list(words, most: 12))"
        case .vocabularyDamaged:
            "the list of the archive's words (analysis/vocabulary) is damaged: slips, compounds and names in other alphabets are not found "
                + "until the desk makes it again, as wiredesk run --once does"
        }
    }

    /// That hardly any article has a word; empty where more have it.
    private static func rarity(_ articles: Int) -> String {
        switch articles {
        case 0: " is in no article"
        case 1: " is in 1 article only"
        case 2...fewArticles: " is in \(articles) articles only"
        default: ""
        }
    }

    private static let fewArticles = 2

    /// The words before a colon, one for each field.
    static let fieldWords =
        SearchField.all.compactMap(\.typedWords.first) + ConditionField.all.compactMap(\.typedWords.first)

    private static func list(_ words: [String], most: Int) -> String {
        words.prefix(most).map(shortened).joined(separator: ", ") + (words.count > most ? " ..." : "")
    }

    /// Letters of a word or phrase that a note shows; more fill a screen and tell nothing.
    private static let shownLetters = 60

    private static func shortened(_ text: String) -> String {
        text.count > shownLetters ? text.prefix(shownLetters) + "…" : text
    }

    /// The days of a time, both included.
    private static func days(_ range: ClosedRange<Int64>) -> String {
        let (first, last) = (
            LocalDay(containing: range.lowerBound).isoText, LocalDay(containing: range.upperBound).isoText
        )
        return first == last ? first : "\(first) to \(last)"
    }
}
