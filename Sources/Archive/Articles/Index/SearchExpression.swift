import ArticleQuery
import SearchText

/// What was typed, as the full-text index takes it, and what to show of a hit.
struct SearchExpression {
    private let query: SearchQuery
    private let session: ReadSession
    private let forms: KnownForms
    /// The MATCH expression that demands every word; nil when no words are looked for.
    let matchExpression: String?
    /// What must not match beside conditions alone; nil for nothing.
    let exclusion: String?
    /// What must match beside the words that rank; nil for nothing.
    let demands: String?
    /// What must not match beside the words that rank, where nothing is demanded; nil for nothing.
    let exclusionBesideWords: String?
    private let snippets: SnippetMaker

    /// - Parameter languages: Those whose inflected forms count too; empty for an exact search.
    init(_ query: SearchQuery, languages: [String], _ session: ReadSession) {
        let forms = KnownForms(languages, session)
        self.query = query
        self.session = session
        self.forms = forms
        func match(_ query: SearchQuery?) -> String? {
            query?.matchExpression(expanding: forms.forms, naming: session.otherNames)
        }
        matchExpression = match(query)
        exclusion = match(query.exclusion)
        demands = match(query.demands)
        exclusionBesideWords = match(query.exclusions)
        snippets = SnippetMaker(query: query, expanding: forms.forms)
    }

    /// What a person should know of how the query was taken.
    var notes: [QueryNote] { query.notes }

    /// What the articles must be besides having the words.
    var conditions: [ArticleCondition] { query.conditions }

    /// False when nothing that was typed can be looked for.
    var isPossible: Bool { !query.isEmpty }

    /// The time that the words name, from which articles are preferred; nil for none.
    var preferredTime: ClosedRange<Int64>? { query.preferredTime }

    /// Whether a short text has a word or phrase of the query.
    func occurs(in text: String) -> Bool { !snippets.highlights(inHeadline: text).isEmpty }

    /// The plain words of the query with everything that means them.
    func rankedWords(isExact: Bool, _ constants: RankingConstants) -> [RankedWord] {
        let session = session
        return QuestionReader(
            vocabulary: session.words, isExact: isExact, forms: forms.forms,
            occurs: { session.vocabulary($0, limit: 1).first == $0 }, constants: constants
        ).words(of: query)
    }

    /// What chooses passages that show why a hit was found.
    func snippetMaker(for words: [RankedWord]) -> SnippetMaker {
        words.isEmpty ? snippets : SnippetMaker(query: query, words: words, expanding: forms.forms)
    }
}

/// The inflected forms of words, each looked up once though expression, question and snippets all ask.
///
/// Belongs to one reading of the database and is used on its queue alone.
private final class KnownForms {
    private let rules: WordForms?
    private let session: ReadSession
    private var known: [String: [String]] = [:]

    init(_ languages: [String], _ session: ReadSession) {
        rules = languages.isEmpty ? nil : WordForms(languages: languages)
        self.session = session
    }

    func forms(_ word: String) -> [String] {
        guard let rules else { return [] }
        if let found = known[word] { return found }
        let found = rules.forms(of: word) { session.words(withPrefix: $0, limit: $1) }
        known[word] = found
        return found
    }
}

extension ReadSession {
    /// The best stretch of an article's current text, what to mark in its headline, and which words stand in what it says.
    func excerpt(
        ofArticle id: Int64, _ article: ArticleSummary, by snippets: SnippetMaker
    ) throws -> ArticleExcerpt {
        var excerpt = ArticleExcerpt(headline: snippets.highlights(inHeadline: article.headline ?? ""))
        try sql("SELECT b.body FROM articles a JOIN bodies b ON b.version = a.current WHERE a.id = ?")
            .each([.integer(id)]) { row in
                let passage = snippets.passage(of: row.text(0))
                (excerpt.snippet, excerpt.terms, excerpt.isWhole) = (passage.snippet, passage.terms, passage.isWhole)
                return false
            }
        let tags = try corrections(of: article.id.description).tags
        for text in [article.headline, article.outlet].compactMap(\.self) + article.authors + tags {
            excerpt.terms.formUnion(snippets.terms(in: text))
        }
        return excerpt
    }

    /// Words of the index that begin with a prefix, in their order. A failure gives none: the search goes on without
    /// further forms, and meets the failure itself where it matters.
    ///
    /// From each word the next is sought at its first occurrence: to list words with their counts (`article_words`) takes as
    /// long as there are occurrences.
    func vocabulary(_ prefix: String, limit: Int) -> [String] {
        (try? sql(
            """
            WITH RECURSIVE words(term) AS (
                SELECT (SELECT term FROM temp.word_occurrences WHERE term >= ?1 LIMIT 1)
                UNION ALL
                SELECT (SELECT term FROM temp.word_occurrences WHERE term >= words.term || char(1) LIMIT 1)
                FROM words WHERE words.term < ?2
            )
            SELECT term FROM words WHERE term < ?2 LIMIT ?3
            """
        ).all(.text(prefix), .text(prefix + "\u{10FFFF}"), SQLValue(limit)) { $0.text(0) }) ?? []
    }

    /// What was typed, with the inflected forms of the languages that it is about.
    func expression(_ query: String, _ filter: ArticleFilter, isExact: Bool) throws -> SearchExpression {
        let parsed = SearchQuery.parse(query)
        let languages = isExact ? [] : try (filter.language ?? parsed.language).map { [$0] } ?? stemmedLanguages()
        return SearchExpression(parsed, languages: languages, self)
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

/// What a hit shows of an article, and which words it has.
struct ArticleExcerpt {
    /// The best stretch of the text; nil for an article without words.
    var snippet: Snippet?
    /// What to mark in the headline: ranges of UTF-8 bytes.
    var headline: [Range<Int>]
    /// The terms of the query that stand in text, headline, outlet, authors or tags, by their number.
    var terms: Set<Int> = []
    /// Whether all of the text was read.
    var isWhole = true
}
