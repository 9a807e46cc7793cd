import ArticleQuery
import SearchText

/// Searches whose words rank.
extension ReadSession {
    /// The question that a query's plain words ask; nil for a query without any, whose every part is demanded.
    func question(
        _ selection: ArticleSelection, isExact: Bool, _ bounds: SearchBounds
    ) throws -> RankedQuestion? {
        guard let expression = selection.expression else { return nil }
        var words = expression.rankedWords(isExact: isExact, bounds.constants)
        guard !words.isEmpty else { return nil }
        let articles = Int(
            try sql("SELECT value FROM counters WHERE name = 'articles'").first { $0.integer(0) } ?? 0)
        if self.words == nil {
            for index in words.indices {
                (words[index].articlesAsTyped, words[index].articles) = try countedArticles(of: words[index])
            }
        }
        return RankedQuestion(
            words: words,
            plan: QuestionPlan(
                words, demands: expression.demands, exclusions: expression.exclusionBesideWords, articles: articles,
                prefersTime: expression.preferredTime != nil, seedArticles: bounds.seeds, by: bounds.constants),
            articles: articles, time: expression.time)
    }

    /// Rows of a word that are counted where no list of words tells how many there are.
    private static let countedRows = 2_000

    /// The articles with a word as it was typed, and with that or else with what means it.
    private func countedArticles(of word: RankedWord) throws -> (asTyped: Int, inAll: Int) {
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
        return (typed, typed > 0 ? typed : try count(word.alternatives[...]))
    }

    /// The articles that answer a question, each with what its words brought.
    ///
    /// - Parameter wanted: how many of the best are needed, so that others need not be scored; 0 for all.
    func candidates(
        _ question: RankedQuestion, _ selection: ArticleSelection, _ bounds: SearchBounds, best wanted: Int = 0
    ) throws -> FoundCandidates {
        let preferred = selection.expression?.preferredTime
        // Nearly all articles are available: that is asked of those alone that are shown.
        let asksTable = selection.visibility == nil || preferred != nil
        let condition = selection.visibility == nil ? selection.condition : "1"
        let values = selection.visibility == nil ? selection.values : []
        let sql =
            asksTable
            ? """
            SELECT article_index.rowid, CASE WHEN \(condition) THEN question_parts(article_index, ?) END, a.sorted
            FROM article_index CROSS JOIN articles a ON a.id = article_index.rowid
            WHERE article_index MATCH ? ORDER BY article_index.rowid DESC
            """
            : """
            SELECT rowid, question_parts(article_index, ?) FROM article_index WHERE article_index MATCH ?
            ORDER BY rowid DESC
            """
        // What is demanded is looked for further back than what only ranks.
        let most = question.words.allSatisfy { $0.isDemanded || $0.isTime } ? bounds.candidates : bounds.ranked
        var found = FoundCandidates(wanted: wanted)
        var parts = QuestionParts(words: question.words.count)
        var walked = 0
        try self.sql(sql).each(values + [.blob(question.plan.blob(keeping: wanted)), .text(question.plan.expression)]) {
            row in
            guard found.candidates.count + found.leftOut.count < most, walked < bounds.walk else {
                found.isBounded = true
                return false
            }
            walked += 1
            guard !row.isNull(1) else { return true }
            guard let score = row.withBytes(1, { parts.append($0) }) else {
                found.leftOut.append(row.integer(0))
                return true
            }
            let isOfTime = preferred.map { $0.contains(row.integer(2)) } ?? false
            let place = found.candidates.count
            // That every word is there counts before the time does.
            let ofTime = isOfTime ? (score - parts.complete(place)) * bounds.constants.asOfTime : 0
            found.candidates.append(SearchCandidate(id: row.integer(0), score: score + ofTime, place: place))
            return true
        }
        found.parts = parts
        found.visibility = selection.visibility
        found.isBounded = found.isBounded || question.plan.isNarrowed
        // Every article with the only word, or with what is demanded, is a hit; a common word alone, out of several, does not make one.
        if question.subjects.count > 1, selection.expression?.demands == nil {
            found.leastShare = bounds.constants.leastShare
        }
        return found
    }

    /// What each word of a question brought to a hit.
    func parts(
        of candidate: SearchCandidate, _ found: FoundCandidates, _ question: RankedQuestion, _ excerpt: ArticleExcerpt
    ) throws -> SearchHit.Parts {
        let words = question.words.count
        // Hits in the order of time score nothing.
        let values =
            found.parts.map { Array($0[candidate.place]) } ?? Array(repeating: 0, count: words + QuestionParts.sums)
        return SearchHit.Parts(
            words: try question.words.indices.map { index in
                let word = question.words[index]
                // Words in fields that count nothing score nothing.
                let mayHaveIt = question.plan.unscored.contains(index) || !word.fields.isEmpty || found.parts == nil
                return SearchHit.Parts.Word(
                    typed: word.typed, weight: word.weight(ofArticles: question.articles), score: values[index],
                    isFound: try values[index] > 0 || mayHaveIt && has(candidate.id, index, question, excerpt),
                    isTime: word.isTime)
            }, proximity: values[words], complete: values[words + 1], total: values[words + 2])
    }

    /// Whether an article has a word that does not score: by what was read of it, else by the index.
    private func has(_ article: Int64, _ index: Int, _ question: RankedQuestion, _ excerpt: ArticleExcerpt) throws
        -> Bool
    {
        if question.words[index].fields.isEmpty {
            if excerpt.terms.contains(index) { return true }
            guard !excerpt.isWhole else { return false }
        }
        return try sql("SELECT 1 FROM article_index WHERE article_index MATCH ? AND rowid = ?")
            .first(.text(QuestionPlan.expression(question.words[index])), .integer(article)) { _ in true } ?? false
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
    /// The time that the words name; nil for none.
    let time: NamedTime?

    /// The words without the time that they name.
    var subjects: [RankedWord] { words.filter { !$0.isTime } }
}
