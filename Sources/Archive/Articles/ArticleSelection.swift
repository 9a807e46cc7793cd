import ArticleQuery

/// Which articles a question is about, in SQL: what was typed and what the filter says, put together.
struct ArticleSelection {
    /// What was typed; nil for a question without words.
    let expression: SearchExpression?
    /// What the full-text index must match; nil where no words are looked for.
    let match: String?
    /// Conditions on the articles table `a`, joined by AND.
    let condition: String
    /// The values of their parameters.
    let values: [SQLValue]
    /// What an article must be to be shown, where that is the whole condition and holds for nearly all of them; nil for other conditions.
    let visibility: Visibility?
    /// False when something was typed and nothing in it can be looked for, so that nothing is found.
    let isPossible: Bool

    /// What a person should know of how the query was taken.
    let notes: [QueryNote]

    /// What a selection is for.
    enum Purpose {
        /// Hits that are ranked: the words count, and a time is preferred.
        case ranking
        /// A set that somebody looks at: every word, and where no article has all, those that name something, and what was meant.
        case set
        /// A set that later articles are compared with too: every word as it was typed.
        case alert
        /// Words that a text has: every word as it was typed, those that name a time too.
        case text
    }

    /// A condition on the articles table `a`, with the values of its parameters.
    struct Visibility {
        let condition: String
        let values: [SQLValue]
    }
}

extension ReadSession {
    /// The articles that a query and a filter are about.
    ///
    /// - Parameters:
    ///   - query: what was typed; nil where no words are asked for.
    ///   - isExact: true when words match only as they stand.
    ///   - purpose: what the articles are wanted for.
    func selection(
        _ query: String?, _ filter: ArticleFilter, isExact: Bool = false, for purpose: ArticleSelection.Purpose = .set
    ) throws -> ArticleSelection {
        let expression = try query.map {
            try self.expression($0, filter, isExact: isExact, namesTimes: purpose != .text)
        }
        var filter = filter
        filter.conditions += expression?.conditions ?? []
        var (condition, values) = try self.condition(filter)
        if let exclusion = expression?.exclusion {
            condition += " AND a.id NOT IN (SELECT rowid FROM article_index WHERE article_index MATCH ?)"
            values.append(.text(exclusion))
        }
        var notes = expression?.notes ?? []
        // A year that is all that was asked for is a word of the articles.
        let takesTime = purpose != .ranking && expression?.looksForItsTime == false && expression?.time != nil
        if takesTime, let time = expression?.time {
            let (inTime, needed) = self.condition(time)
            condition += " AND " + inTime
            values += needed
            notes.append(.timeTaken(time.typed, time.range))
        }
        var match = expression?.matchExpression
        if let expression, let strict = match, !isExact {
            switch purpose {
            case .ranking: break
            case .set:
                if try !occurs(strict) {
                    let relaxed = expression.relaxed
                    match = relaxed.match
                    notes += relaxed.notes
                }
            case .alert, .text: notes += expression.demandNotes
            }
        }
        if words == nil, query != nil, vocabularyFile?.isDamaged ?? false { notes.append(.vocabularyDamaged) }
        let isVisibility = expression?.exclusion == nil && !takesTime && filter.isAvailabilityOfMost
        return ArticleSelection(
            expression: expression, match: match, condition: condition, values: values,
            visibility: isVisibility ? ArticleSelection.Visibility(condition: condition, values: values) : nil,
            isPossible: expression?.isPossible ?? true, notes: notes)
    }

    /// Whether any article matches.
    private func occurs(_ match: String) throws -> Bool {
        try sql("SELECT 1 FROM article_index WHERE article_index MATCH ? LIMIT 1").first(.text(match)) { _ in true }
            ?? false
    }

    /// Articles of a time that words name, and those that have these words.
    private func condition(_ time: NamedTime) -> (sql: String, values: [SQLValue]) {
        let within = "a.sorted BETWEEN ? AND ?"
        let values: [SQLValue] = [.integer(time.range.lowerBound), .integer(time.range.upperBound)]
        guard let phrase = time.phrase?.tokens else { return (within, values) }
        return (
            "(\(within) OR a.id IN (SELECT rowid FROM article_index WHERE article_index MATCH ?))",
            values + [.text("\"" + phrase.joined(separator: " ") + "\"")]
        )
    }

    /// What a filter says of the articles table `a`, joined by AND, and the values of its parameters.
    func condition(_ filter: ArticleFilter) throws -> (sql: String, values: [SQLValue]) {
        let (sql, values) = try conditionOnEach(filter)
        guard filter.foldsCopies else { return (sql, values) }
        // The inner `a` is the best copy: where the filter takes it too, this one is folded under it.
        let folded = """
            NOT EXISTS (SELECT 1 FROM copies k WHERE k.article = a.id
                AND EXISTS (SELECT 1 FROM articles a WHERE a.id = k.best AND \(sql)))
            """
        return (sql + " AND " + folded, values + values)
    }

    /// The same without folding.
    private func conditionOnEach(_ filter: ArticleFilter) throws -> (sql: String, values: [SQLValue]) {
        var parts = ["1"]
        var values: [SQLValue] = []
        func add(_ sql: String, _ value: SQLValue?) {
            guard let value else { return }
            parts.append(sql)
            values.append(value)
        }
        add(
            "a.outlet IN (SELECT id FROM outlets WHERE instr(folded, ?))",
            filter.outlet.map { .text(NameFolding.fold($0)) })
        add(
            """
            EXISTS (SELECT 1 FROM version_authors w JOIN authors n ON n.id = w.author
                WHERE w.version = a.current AND instr(n.folded, ?))
            """, filter.author.map { .text(NameFolding.fold($0)) })
        if !filter.names.isEmpty {
            guard let match = namesExpression(filter.names) else { return ("0", []) }
            add("a.id IN (SELECT rowid FROM article_index WHERE article_index MATCH ?)", .text(match))
        }
        for condition in filter.allConditions {
            let (sql, needed) = condition.sql
            parts.append(sql)
            values += needed
        }
        let (available, moment) = filter.availability.condition
        if available != "1" { parts.append(available) }
        if let moment { values.append(moment) }
        return (parts.joined(separator: " AND "), values)
    }

    /// What the index must match for articles that name or quote all of some names; nil where none can.
    private func namesExpression(_ names: [NameCondition]) -> String? {
        SearchQuery(naming: names)?.matchExpression(naming: otherNames)
    }
}

extension ArticleFilter {
    /// Whether it leaves out nothing but what is withdrawn or under embargo.
    fileprivate var isAvailabilityOfMost: Bool {
        switch availability {
        case .all, .notWithdrawn, .publishable: self == ArticleFilter(availability: availability)
        case .withdrawn, .disputed, .embargoed: false
        }
    }

    /// Everything that the filter says in the words of conditions.
    fileprivate var allConditions: [ArticleCondition] {
        [
            since.map { .since($0) }, until.map { .until($0) }, language.map { .language($0) },
            collection.map { .collection($0) }, story.map { .story($0) },
        ].compactMap(\.self) + conditions
    }
}

extension ArticleCondition {
    /// The condition on the articles table `a`, and the values of its parameters.
    fileprivate var sql: (String, [SQLValue]) {
        switch self {
        case .since(let time): return ("a.sorted >= ?", [.integer(time)])
        case .until(let time): return ("a.sorted <= ?", [.integer(time)])
        case .language(let code): return ("a.language IS ?", [.text(code)])
        case .collection(let name):
            return ("a.collection IS (SELECT id FROM collections WHERE name = ?)", [.text(name)])
        case .address(let address):
            return ("a.key_hash = ?", [ArticleKey(address: address).map { .integer($0.hash) } ?? .null])
        case .format(let name):
            return ("(SELECT format FROM versions WHERE id = a.current) IS ?", [.text(name)])
        case .tag(let name):
            return ("a.article IN (SELECT article FROM corrections WHERE kind = 'tag' AND value = ?)", [.text(name)])
        case .story(let id):
            // `{` is the letter after z.
            return (
                """
                a.id IN (SELECT m.article FROM story_articles m JOIN articles f ON f.id = m.story
                    WHERE f.article >= ? AND f.article < ?)
                """, [.text(id.lowercased()), .text(id.lowercased() + "{")]
            )
        case .all(let conditions):
            let parts = conditions.map(\.sql)
            guard !parts.isEmpty else { return ("1", []) }
            return ("(" + parts.map(\.0).joined(separator: " AND ") + ")", parts.flatMap(\.1))
        case .not(let condition):
            let (sql, values) = condition.sql
            return ("NOT (\(sql))", values)
        }
    }
}
