import SearchText

/// A word or phrase of the query with the spellings that mean the same.
struct QueryTerm: Hashable, Sendable {
    /// The phrase as typed and its other spellings (`covid-19`, `covid19`); any of them matches.
    var phrases: [TokenPhrase]
    /// The text as it was typed, without marks and star.
    var typed = ""
    /// Whether the word ranks articles and is not demanded: a plain word that no sign or operator makes one that must occur.
    var isRanked = false
    /// The single folded word whose inflected forms match too, or nil for phrases, prefixes and numbers.
    var inflected: String?

    /// Every phrase that matches the term: its own and the inflected forms.
    func phrases(expanding: (String) -> [String]) -> [TokenPhrase] {
        guard let inflected else { return phrases }
        var all = phrases
        for form in expanding(inflected) where all.count < QueryLimits.phrasesPerTerm {
            let phrase = TokenPhrase(tokens: [form])
            if SearchFold.isToken(form), !all.contains(phrase) { all.append(phrase) }
        }
        return all
    }
}
