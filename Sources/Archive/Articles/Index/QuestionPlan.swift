import ArticleQuery
import CRanking
import SearchText

/// How a question is put to the full-text index: the expression that finds candidates, and the plan by which `CRanking` scores them.
struct QuestionPlan {
    /// The MATCH expression.
    let expression: String
    /// The plan of `question_parts` behind its head.
    private let tables: [UInt8]
    private let head: wd_question_head
    /// True when the words are so common that only the newest articles with the rarest of them are looked at.
    let isNarrowed: Bool
    /// The words that are too common beside the others to score, by their place in the question; an article may have them nevertheless.
    let unscored: [Int]

    /// Articles that hold the rare words of a question are all scored up to this many; commoner words score only where a rare one is.
    static let seedArticles = 4_000
    /// Words besides the rare ones that score.
    private static let commonWords = 4
    /// Ways in which such a word may stand.
    private static let commonAlternatives = 3
    /// What a run of characters without spaces scores of which less than half is there.
    private static let fewUnits = 0.05

    /// - Parameters:
    ///   - words: the words, with what means them.
    ///   - demands: what must match besides, as FTS5 takes it; nil for nothing.
    ///   - exclusions: what must not match; nil for nothing.
    ///   - articles: how many articles there are.
    ///   - prefersTime: whether articles of some time score more.
    ///   - seedArticles: how many articles with rare words are scored.
    ///   - constants: the numbers by which it scores.
    init(
        _ words: [RankedWord], demands: String?, exclusions: String?, articles: Int, prefersTime: Bool = false,
        seedArticles: Int = Self.seedArticles, by constants: RankingConstants = .standard
    ) {
        let order = words.indices.filter { !words[$0].isTime }.sorted { words[$0].articles < words[$1].articles }
        var seeds: [Int] = []
        var seeded = 0
        for index in order where words[index].articles > 0 || seeds.isEmpty {
            let count = words[index].articles
            guard seeds.isEmpty || seeded + count <= seedArticles else { break }
            seeds.append(index)
            seeded += count
        }
        // What nobody has costs nothing and may be newer than the list of words.
        seeds += order.filter { words[$0].articles == 0 && !seeds.contains($0) }
        // The time of a question finds nothing by itself.
        let times = words.indices.filter { words[$0].isTime }
        let common = order.filter { !seeds.contains($0) }.prefix(Self.commonWords)
        unscored = words.indices.filter { !seeds.contains($0) && !common.contains($0) && !times.contains($0) }
        // What is demanded bounds the search by itself.
        isNarrowed = seeded > seedArticles && demands == nil
        var phrases: [(word: Int, weight: Double, text: String)] = []
        func add(_ index: Int, _ limit: Int) -> [String] {
            let alternatives = words[index].alternatives.prefix(limit)
            let texts = alternatives.map { Self.scoped(Self.quoted($0.phrase), words[index].fields) }
            for (each, text) in zip(alternatives, texts) { phrases.append((index, each.weight, text)) }
            return texts
        }
        let limit = isNarrowed ? Self.commonAlternatives : .max
        var seedPhrases: [String] = []
        for index in seeds { seedPhrases += add(index, limit) }
        for index in common + times { _ = add(index, Self.commonAlternatives) }
        // What is demanded stands among the words too, so that an article that has none of them is found, and scores nothing for it; but
        // where each article must have one of them, that would only be read twice.
        let isCovered = seeds.contains { words[$0].isOfEveryArticle }
        let found = phrases.map(\.text) + (isCovered ? [] : [demands].compactMap(\.self))
        var parts = ["(" + found.joined(separator: " OR ") + ")"]
        if !common.isEmpty || !times.isEmpty, demands == nil {
            // Common words alone find nothing; with a second one of them the first narrows what is looked at.
            parts.append("(" + seedPhrases.joined(separator: " OR ") + ")")
            if isNarrowed, let second = common.first {
                parts.append(
                    "("
                        + words[second].alternatives.prefix(Self.commonAlternatives).map {
                            Self.scoped(Self.quoted($0.phrase), words[second].fields)
                        }.joined(separator: " OR ") + ")")
            }
        }
        if let demands { parts.append(demands) }
        let whole = parts.joined(separator: " AND ")
        expression = exclusions.map { "(\(whole)) NOT \($0)" } ?? whole
        head = wd_question_head(
            words: Int32(words.count), phrases: Int32(phrases.count), columns: Int32(SearchField.all.count), kept: 0,
            saturation: constants.saturation, length_normalization: constants.lengthNormalization,
            proximity: constants.proximity, complete: constants.everyWord, few_units: Self.fewUnits,
            most_boost: prefersTime ? 1 + constants.asOfTime : 1)
        tables = Self.tables(words, phrases.map { ($0.word, $0.weight) }, articles, unscored: unscored)
    }

    /// The plan of `question_parts`.
    ///
    /// - Parameter kept: how many of the best articles are wanted, so that it may leave out others; 0 for all.
    func blob(keeping kept: Int) -> [UInt8] {
        var head = head
        head.kept = Int32(kept)
        return withUnsafeBytes(of: head) { Array($0) } + tables
    }

    /// What finds the articles that have a word.
    static func expression(_ word: RankedWord) -> String {
        word.alternatives.map { scoped(quoted($0.phrase), word.fields) }.joined(separator: " OR ")
    }

    private static func scoped(_ phrase: String, _ fields: Set<SearchField>) -> String {
        fields.isEmpty ? phrase : "{" + fields.map(\.column).sorted().joined(separator: " ") + "} : " + phrase
    }

    private static func quoted(_ phrase: TokenPhrase) -> String {
        "\"" + phrase.tokens.joined(separator: " ") + "\"" + (phrase.isPrefix ? "*" : "")
    }

    private static func tables(
        _ words: [RankedWord], _ phrases: [(word: Int, weight: Double)], _ articles: Int, unscored: [Int]
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        func append<T>(_ value: T) { withUnsafeBytes(of: value) { bytes += $0 } }
        for column in SearchField.all { append(column.weight) }
        for (index, word) in words.enumerated() {
            // Nobody knows whether an article lacks a word that is not looked at.
            let isKnown = word.articles > 0 && !unscored.contains(index) && !word.isTime
            append(
                wd_question_word(
                    weight: word.weight(ofArticles: articles), is_known: isKnown ? 1 : 0,
                    is_unit: word.isUnit ? 1 : 0))
        }
        for phrase in phrases {
            append(wd_question_phrase(weight: phrase.weight, word: Int32(phrase.word), reserved: 0))
        }
        return bytes
    }
}
