/// Tokens that stand one behind another in the index; the last may be a prefix.
struct QueryPhrase: Hashable, Sendable {
    /// The tokens as the index holds them, at least one.
    var tokens: [String]
    /// Whether the last token is only the beginning of one.
    var isPrefix = false
}

/// A word or phrase of the query with the spellings that mean the same.
struct QueryTerm: Hashable, Sendable {
    /// The phrase as typed and its other spellings (`covid-19`, `covid19`); any of them matches.
    var phrases: [QueryPhrase]
    /// The single folded word whose inflected forms match too, or nil for phrases, prefixes and numbers.
    var inflected: String?

    /// Every phrase that matches the term: its own and the inflected forms.
    func phrases(expanding: (String) -> [String]) -> [QueryPhrase] {
        guard let inflected else { return phrases }
        var all = phrases
        for form in expanding(inflected) where all.count < QueryLimits.phrasesPerTerm {
            let phrase = QueryPhrase(tokens: [form])
            if SearchFold.isToken(form), !all.contains(phrase) { all.append(phrase) }
        }
        return all
    }
}
