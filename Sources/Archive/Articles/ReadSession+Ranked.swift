import ArticleQuery
import SearchText

/// Searches whose words rank.
extension ReadSession {
    /// The question that a query's plain words ask; nil for a query without any, whose every part is demanded.
    func question(
        _ selection: ArticleSelection, isExact: Bool, _ bounds: SearchBounds
    ) throws -> RankedQuestion? {
        guard let expression = selection.expression else { return nil }
        var words = expression.rankedWords(isExact: isExact)
        guard !words.isEmpty else { return nil }
        let articles = Int(
            try sql("SELECT value FROM counters WHERE name = 'articles'").first { $0.integer(0) } ?? 0)
        if self.words == nil {
            for index in words.indices { words[index].articles = try countedArticles(of: words[index]) }
        }
        return RankedQuestion(
            words: words,
            plan: QuestionPlan(
                words, demands: expression.demands, exclusions: expression.exclusionBesideWords, articles: articles,
                seedArticles: bounds.seeds),
            articles: articles)
    }

    /// Rows of a word that are counted where no list of words tells how many there are.
    private static let countedRows = 2_000

    private func countedArticles(of word: RankedWord) throws -> Int {
        func count(_ alternatives: ArraySlice<RankedWord.Alternative>) throws -> Int {
            let match = alternatives.map {
                "\"" + $0.phrase.tokens.joined(separator: " ") + "\"" + ($0.phrase.isPrefix ? "*" : "")
            }.joined(separator: " OR ")
            return Int(
                try sql(
                    "SELECT count(*) FROM (SELECT 1 FROM article_index WHERE article_index MATCH ? LIMIT \(Self.countedRows))"
                ).first(.text(match)) { $0.integer(0) } ?? 0)
        }
        let typed = try count(word.alternatives.prefix { $0.reason == .typed })
        return typed > 0 ? typed : try count(word.alternatives[...])
    }

    /// The articles that answer a question best.
    func candidates(
        _ question: RankedQuestion, _ selection: ArticleSelection, _ bounds: SearchBounds
    ) throws -> (candidates: [SearchCandidate], isBounded: Bool) {
        var found: [SearchCandidate] = []
        var walked = 0
        var isBounded = false
        let preferred = selection.expression?.preferredTime
        try sql(
            """
            SELECT article_index.rowid,
                CASE WHEN \(selection.condition) THEN question_score(article_index, ?) END, a.sorted
            FROM article_index CROSS JOIN articles a ON a.id = article_index.rowid
            WHERE article_index MATCH ? ORDER BY article_index.rowid DESC
            """
        ).each(selection.values + [.blob(question.plan.blob), .text(question.plan.expression)]) { row in
            guard found.count < bounds.ranked, walked < bounds.walk else {
                isBounded = true
                return false
            }
            walked += 1
            guard !row.isNull(1) else { return true }
            let isOfTime = preferred.map { $0.contains(row.integer(2)) } ?? false
            found.append(
                SearchCandidate(
                    id: row.integer(0), score: row.double(1) * (isOfTime ? 1 + RankingConstants.asOfTime : 1)))
            return true
        }
        // Every article with the only word, or with what is demanded, is a hit; a common word alone, out of several, does not make one.
        let least =
            question.words.count > 1 && selection.expression?.demands == nil
            ? (found.map(\.score).max() ?? 0) * RankingConstants.leastShare : 0
        return (found.filter { $0.score >= least }, isBounded || question.plan.isNarrowed)
    }

    /// What each word brought to an article's score.
    func parts(of article: Int64, _ question: RankedQuestion) throws -> SearchHit.Parts {
        let bytes =
            try sql(
                "SELECT question_parts(article_index, ?) FROM article_index WHERE article_index MATCH ? AND rowid = ?"
            )
            .first(.blob(question.plan.blob), .text(question.plan.expression), .integer(article)) { $0.bytes(0) } ?? []
        let values = bytes.withUnsafeBytes { raw in
            (0..<(raw.count / 8)).map { raw.loadUnaligned(fromByteOffset: $0 * 8, as: Double.self) }
        }
        guard values.count == question.words.count + 3 else { return SearchHit.Parts() }
        let unscored = try Set(question.plan.unscored.filter { try has(article, question.words[$0]) })
        return SearchHit.Parts(
            words: question.words.indices.map { index in
                let word = question.words[index]
                return SearchHit.Parts.Word(
                    typed: word.typed, weight: word.weight(ofArticles: question.articles), score: values[index],
                    isFound: values[index] > 0 || unscored.contains(index))
            }, proximity: values[question.words.count], complete: values[question.words.count + 1],
            total: values[question.words.count + 2])
    }

    /// Whether an article has a word, whatever it scores.
    private func has(_ article: Int64, _ word: RankedWord) throws -> Bool {
        try sql("SELECT 1 FROM article_index WHERE article_index MATCH ? AND rowid = ?")
            .first(.text(QuestionPlan.expression(word)), .integer(article)) { _ in true } ?? false
    }
}

/// A question as it is put to the index.
struct RankedQuestion {
    /// The words that rank.
    let words: [RankedWord]
    /// How they are looked for.
    let plan: QuestionPlan
    /// How many articles there are.
    let articles: Int
}
