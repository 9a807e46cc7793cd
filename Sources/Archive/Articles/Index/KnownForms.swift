import ArticleQuery
import SearchText

/// The inflected forms of words, each looked up once though expression, question and snippets all ask.
///
/// The rules of a language join words of others that have nothing to do with each other (Polish `lat` and English `late`), so that a form of a
/// word counts only where both stand in articles of one language, and a well-known form of a rare word only where articles in the
/// language of the rule have it: no rule of Polish makes `Theo` one of `the`.
///
/// Belongs to one reading of the database and is used on its queue alone.
final class KnownForms {
    private let rules: WordForms?
    private let session: ReadSession
    private let isOneLanguage: Bool
    private var known: [String: [String]] = [:]
    private var places: [String: WordPlaces] = [:]

    /// - Parameter languages: those whose inflected forms are looked for; empty for none.
    init(_ languages: [String], _ session: ReadSession) {
        rules = languages.isEmpty ? nil : WordForms(languages: languages)
        isOneLanguage = languages.count == 1
        self.session = session
    }

    /// A word of fewer articles may be of another language than they are.
    private static let articlesOfRare = 4
    /// A form of so many articles is well known.
    private static let articlesOfKnown = 12
    /// The part of the articles with a form that must be in a language of the word.
    private static let share = 0.1

    /// The forms that occur in the archive.
    func forms(_ word: String) -> [String] {
        guard let rules else { return [] }
        if let found = known[word] { return found }
        let found = rules.formsByRule(of: word) { session.words(withPrefix: $0, limit: $1) }
        let kept = isOneLanguage || found.isEmpty ? found.map(\.form) : ownForms(found, of: word)
        known[word] = kept
        return kept
    }

    private func ownForms(_ found: [(form: String, languages: Set<String>)], of word: String) -> [String] {
        let own = places(of: word)
        let languages = own.languages(share: Self.share)
        return found.filter { typed, rules in
            if own.articles < Self.articlesOfKnown, own.articles > 0, Self.isCognate(typed, word) { return true }
            let form = places(of: typed)
            guard own.articles < Self.articlesOfRare else { return form.isIn(languages, share: Self.share) }
            // The languages of what is as rare tell nothing yet.
            return rules.isEmpty || form.isIn(rules, share: Self.share)
                || own.articles > 0 && form.articles < Self.articlesOfKnown
        }.map(\.form)
    }

    /// Letters with which long words begin alike that mean the same in several languages: `instrumento`, `instrument`.
    private static let lettersOfCognates = 7

    private static func isCognate(_ form: String, _ word: String) -> Bool {
        zip(form, word).prefix { $0 == $1 }.count >= lettersOfCognates
    }

    /// Whether a word may be one of the language of another that is written with letters that English does not have.
    func isOfLanguage(of typed: String, _ word: String) -> Bool {
        guard typed.unicodeScalars.contains(where: { $0.properties.isAlphabetic && !$0.isASCII }) else { return true }
        let places = places(of: word)
        return places.languages.isEmpty || (places.languages["en"] ?? 0) < places.known
    }

    private func places(of word: String) -> WordPlaces {
        if let known = places[word] { return known }
        let found = session.places(ofWord: word)
        places[word] = found
        return found
    }
}

/// In which languages the newest articles with a word are.
private struct WordPlaces {
    /// How many were looked at.
    var articles = 0
    /// How many of them are in each language.
    var languages: [String: Int] = [:]

    /// How many have a language.
    var known: Int { languages.values.reduce(0, +) }

    /// The languages of at least a part of them.
    func languages(share: Double) -> Set<String> {
        Set(languages.filter { Double($0.value) >= share * Double(known) }.keys)
    }

    /// Whether a part of them is in one of some languages, or no language is known.
    func isIn(_ some: Set<String>, share: Double) -> Bool {
        let found = languages.filter { some.contains($0.key) }.values.reduce(0, +)
        return known == 0 || Double(found) >= share * Double(known)
    }
}

extension ReadSession {
    /// What was typed, with the inflected forms of the languages that it is about.
    ///
    /// - Parameter namesTimes: whether words such as "January 2012" are taken as a time.
    func expression(
        _ query: String, _ filter: ArticleFilter, isExact: Bool, namesTimes: Bool = false
    ) throws -> SearchExpression {
        let typed = SearchQuery.parse(query)
        let parsed = namesTimes && !isExact ? typed.namingATime() : typed
        let languages = isExact ? [] : try (filter.language ?? parsed.language).map { [$0] } ?? stemmedLanguages()
        return SearchExpression(parsed, languages: languages, isExact: isExact, self)
    }

    /// Articles by which the languages of a word are judged.
    private static let articlesOfWord = 40

    /// Where a word stands in the newest articles with it, up to a limit. A failure gives none.
    fileprivate func places(ofWord word: String) -> WordPlaces {
        let rows = try? sql(
            """
            SELECT a.language FROM article_index CROSS JOIN articles a ON a.id = article_index.rowid
            WHERE article_index MATCH ? ORDER BY article_index.rowid DESC LIMIT ?
            """
        ).all(.text("\"" + word + "\""), SQLValue(Self.articlesOfWord)) { $0.optionalText(0) }
        var places = WordPlaces(articles: rows?.count ?? 0)
        for language in rows?.compactMap(\.self) ?? [] { places.languages[language, default: 0] += 1 }
        return places
    }

    /// Whether folded words stand side by side in an article. A failure says no.
    func isPhrase(_ words: [String]) -> Bool {
        let found = try? sql("SELECT 1 FROM article_index WHERE article_index MATCH ? LIMIT 1").first(
            .text("\"" + words.joined(separator: " ") + "\"")
        ) { _ in true }
        return (found ?? nil) ?? false
    }

    /// Articles that are looked at for the archive's languages. Spread evenly, 2,000 tell a share of one in fifty within
    /// six in a thousand (two standard errors), in some milliseconds.
    private static let languageSample: Int64 = 2_000

    /// The languages that articles of the archive are in to a real share.
    private func stemmedLanguages() throws -> [String] {
        // A language that the sample misses still counts where no other of its script is met.
        var counts: [String: Int] = [:]
        for code in try sql("SELECT code FROM languages").all(make: { $0.text(0) }) { counts[code] = 0 }
        guard counts.count > 1 else { return Array(counts.keys) }
        let last = try sql("SELECT max(id) FROM articles").first { $0.integer(0) } ?? 0
        let sampled = try languageShares?.counts(upTo: last) { try sampledLanguages(last) } ?? sampledLanguages(last)
        for (code, count) in sampled { counts[code] = count }
        return WordForms.languages(ofArticles: counts)
    }

    /// How many articles of a sample each language has.
    private func sampledLanguages(_ last: Int64) throws -> [String: Int] {
        let step = max(1, last / Self.languageSample)
        let sampled = try sql(
            """
            WITH RECURSIVE sample(id) AS (SELECT ?1 UNION ALL SELECT id - ?2 FROM sample WHERE id > ?2)
            SELECT a.language, count(*) FROM sample s JOIN articles a ON a.id = s.id
            WHERE a.language IS NOT NULL GROUP BY a.language
            """
        ).all(.integer(last), .integer(step)) { (code: $0.text(0), count: Int($0.integer(1))) }
        return Dictionary(uniqueKeysWithValues: sampled.map { ($0.code, $0.count) })
    }
}
