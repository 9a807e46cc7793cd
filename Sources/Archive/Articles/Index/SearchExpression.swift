import ArticleQuery
import SearchText

/// What was typed, as the full-text index takes it, and what to show of a hit.
struct SearchExpression {
    private let query: SearchQuery
    private let session: ReadSession
    private let forms: KnownForms
    private let slips: SlipFinder?
    /// The MATCH expression that demands every word; nil when no words are looked for.
    let matchExpression: String?
    /// What must not match beside conditions alone; nil for nothing.
    let exclusion: String?
    /// What must match beside the words that rank; nil for nothing.
    let demands: String?
    /// What must not match beside the words that rank, where nothing is demanded; nil for nothing.
    let exclusionBesideWords: String?
    private let snippets: SnippetMaker

    /// - Parameters:
    ///   - languages: Those whose inflected forms count too; empty for an exact search.
    ///   - isExact: whether words are taken as they stand, misspelled ones too.
    init(_ query: SearchQuery, languages: [String], isExact: Bool, _ session: ReadSession) {
        let forms = KnownForms(languages, session)
        let words = isExact ? nil : session.words
        let slips = words.map {
            SlipFinder($0, forms: forms.forms, occurs: { session.vocabulary($0, limit: 1).first == $0 })
        }
        self.query = query
        self.session = session
        self.forms = forms
        self.slips = slips
        func match(_ query: SearchQuery?, mending: (String) -> [String] = { _ in [] }) -> String? {
            query?.matchExpression(expanding: forms.forms, naming: session.otherNames, mending: mending)
        }
        matchExpression = match(query)
        exclusion = match(query.exclusion)
        demands = match(query.demands) { word in
            guard let words, let slips else { return [] }
            let meant = slips.meant(
                by: word, articles: words.articles(with: word), hasForms: !forms.forms(word).isEmpty)
            return meant.flatMap { [$0.term] + ($0.isInPlace ? Array(forms.forms($0.term).prefix(6)) : []) }
        }
        exclusionBesideWords = match(query.exclusions)
        snippets = SnippetMaker(query: query, expanding: forms.forms)
    }

    /// What a person should know of how the query was taken.
    var notes: [QueryNote] { query.notes }

    /// What the articles must be besides having the words.
    var conditions: [ArticleCondition] { query.conditions }

    /// False when nothing that was typed can be looked for.
    var isPossible: Bool { !query.isEmpty }

    /// Whether the words that name the time are words to be found still.
    var looksForItsTime: Bool { query.looksForItsTime }

    /// The time that the words name, from which articles are preferred; nil for none.
    var preferredTime: ClosedRange<Int64>? { query.preferredTime }

    /// The time with the words that name it; nil for none.
    var time: NamedTime? { query.time }

    /// What a set is taken by where no article has every word: the others without those that name nothing, and what was meant by slips.
    var relaxed: (match: String?, notes: [QueryNote]) {
        let smaller = query.withoutSmallWords
        let reduced = smaller?.query ?? query
        var notes = smaller.map { [QueryNote.smallWordsLeftOut($0.leftOut)] } ?? []
        notes += slipsInPlace(of: reduced).map { .assumed($0.typed, $0.meant, articles: 0) }
        let match = reduced.matchExpression(expanding: forms.forms, naming: session.otherNames) { word in
            slips?.inPlace(of: word) ?? []
        }
        return (match, notes)
    }

    /// What a person should know where every word is demanded as it was typed: those that no article has, and those that name nothing.
    var demandNotes: [QueryNote] {
        slipsInPlace(of: query).map { .unknownWord($0.typed, $0.meant) }
            + (query.withoutSmallWords.map { [.smallWordsDemanded($0.leftOut)] } ?? [])
    }

    private func slipsInPlace(of query: SearchQuery) -> [(typed: String, meant: [String])] {
        guard let slips else { return [] }
        return query.plainWords.compactMap { word in
            let meant = slips.inPlace(of: word.folded)
            return meant.isEmpty ? nil : (word.typed, meant)
        }
    }

    /// Whether a short text has a word or phrase of the query.
    func occurs(in text: String) -> Bool { !snippets.highlights(inHeadline: text).isEmpty }

    /// The plain words of the query with everything that means them.
    func rankedWords(isExact: Bool, _ constants: RankingConstants) -> [RankedWord] {
        let session = session
        return QuestionReader(
            vocabulary: session.words, isExact: isExact, forms: forms.forms,
            occurs: { session.vocabulary($0, limit: 1).first == $0 }, isPhrase: session.isPhrase,
            isOfLanguage: forms.isOfLanguage,
            constants: constants
        ).words(of: query)
    }

    /// What chooses passages that show why a hit was found.
    func snippetMaker(for words: [RankedWord]) -> SnippetMaker {
        words.isEmpty ? snippets : SnippetMaker(query: query, words: words, expanding: forms.forms)
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
