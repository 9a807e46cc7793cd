import NewsModel

/// What the analysis found: relations between articles, copies under their best one, and stories.
final class StoryStore: Store<Void> {
    private let settings: SettingTable
    private let articles: ArticleStore

    init(_ session: WriteSession, _ settings: SettingTable, _ articles: ArticleStore) {
        self.settings = settings
        self.articles = articles
        super.init(session, ())
    }

    /// The setting with the last version whose article was looked at.
    private static let lastSetting = "analysed_version"

    /// Files what was found, inside a transaction.
    func file(_ findings: AnalysisFindings) throws {
        for article in findings.renewed { try forgetRelations(of: article) }
        for relation in findings.relations { try file(relation, findings.analysisVersion) }
        var touched: Set<Int64> = []
        for change in findings.stories { try file(change, touched: &touched) }
        for judgement in findings.judgements where try articles.holds(judgement.lead) {
            try sql("UPDATE stories SET lead = ?, confidence = ? WHERE id = ?").run(
                .integer(judgement.lead), .integer(NameColumns.thousandths(judgement.confidence)),
                .integer(judgement.story))
        }
        if !findings.stories.isEmpty || !findings.judgements.isEmpty { touched.formUnion(try keepApart()) }
        for story in touched { try count(story) }
        if let last = findings.lastAnalysed { try settings.set(Self.lastSetting, to: String(last)) }
    }

    private func file(_ relation: AnalysisFindings.Relation, _ version: Int) throws {
        guard try articles.holds(relation.article), try articles.holds(relation.source) else { return }
        try sql(
            """
            INSERT OR REPLACE INTO relations(article, source, kind, share, source_share, confidence, start, "end",
                source_start, source_end, analysis_version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run(
            .integer(relation.article), .integer(relation.source), .text(relation.kind), .real(relation.share),
            .real(relation.sourceShare), .real(relation.confidence), SQLValue(relation.range.start),
            SQLValue(relation.range.end), SQLValue(relation.sourceRange.start), SQLValue(relation.sourceRange.end),
            SQLValue(version))
        if relation.kind == "copy", try areOfDifferentOutlets(relation.article, relation.source) {
            try gather(relation.article, relation.source)
        }
    }

    // MARK: Copies under their best one

    /// Whether two copies are the same text carried by different outlets. What one outlet, or nobody who is known, writes twice in
    /// nearly the same words (results, prices, the weather) is another article each time and stays in sight.
    private func areOfDifferentOutlets(_ first: Int64, _ second: Int64) throws -> Bool {
        try sql("SELECT a.outlet IS NOT b.outlet FROM articles a, articles b WHERE a.id = ? AND b.id = ?").first(
            .integer(first), .integer(second)
        ) { $0.integer(0) != 0 } ?? false
    }

    /// Puts two copies of one text, and all that each was put together with, under the best of them.
    private func gather(_ first: Int64, _ second: Int64) throws {
        let heads = [try best(of: first), try best(of: second)]
        guard heads[0] != heads[1], let best = try better(heads[0], heads[1]) else { return }
        let other = best == heads[0] ? heads[1] : heads[0]
        try sql("UPDATE copies SET best = ? WHERE best = ?").run(.integer(best), .integer(other))
        try sql("INSERT OR REPLACE INTO copies(article, best) VALUES (?, ?)").run(.integer(other), .integer(best))
    }

    private func best(of article: Int64) throws -> Int64 {
        try sql("SELECT best FROM copies WHERE article = ?").first(.integer(article)) { $0.integer(0) } ?? article
    }

    /// The fuller of two copies, where one is fuller by a fifth; else the earlier.
    private func better(_ first: Int64, _ second: Int64) throws -> Int64? {
        try sql(
            """
            SELECT a.id FROM articles a JOIN versions v ON v.id = a.current,
                (SELECT max(o.word_count) AS most FROM articles b JOIN versions o ON o.id = b.current WHERE b.id IN (?1, ?2))
            WHERE a.id IN (?1, ?2) ORDER BY v.word_count * 1.2 < most, a.sorted, a.id LIMIT 1
            """
        ).first(.integer(first), .integer(second)) { $0.integer(0) }
    }

    private func forgetRelations(of article: Int64) throws {
        try sql("DELETE FROM relations WHERE article = ?").run(.integer(article))
        try sql("DELETE FROM relations WHERE source = ?").run(.integer(article))
        try sql("DELETE FROM copies WHERE article = ?").run(.integer(article))
        // The copies that stood under it go under the earliest of them.
        guard
            let next = try sql("SELECT min(article) FROM copies WHERE best = ?").first(
                .integer(article),
                make: {
                    $0.optionalInteger(0)
                }) ?? nil
        else { return }
        try sql("DELETE FROM copies WHERE article = ?").run(.integer(next))
        try sql("UPDATE copies SET best = ? WHERE best = ?").run(.integer(next), .integer(article))
    }

    /// Forgets everything that was found of an article which is about to be erased.
    func forget(_ article: Int64) throws {
        try forgetRelations(of: article)
        let story = try sql("SELECT story FROM story_articles WHERE article = ?").first(.integer(article)) {
            $0.integer(0)
        }
        try sql("DELETE FROM story_articles WHERE article = ?").run(.integer(article))
        try sql("UPDATE stories SET lead = NULL WHERE lead = ?").run(.integer(article))
        // A story that it opened goes on under the number of its next article.
        if let next = try sql("SELECT min(article) FROM story_articles WHERE story = ?").first(
            .integer(article),
            make: {
                $0.optionalInteger(0)
            }) ?? nil
        {
            try sql(
                "INSERT OR IGNORE INTO stories(id, lead, confidence) SELECT ?, lead, confidence FROM stories WHERE id = ?"
            ).run(
                .integer(next), .integer(article))
            try sql("UPDATE story_articles SET story = ? WHERE story = ?").run(.integer(next), .integer(article))
            try count(next)
        }
        try sql("DELETE FROM stories WHERE id = ?").run(.integer(article))
        if let story, story != article { try count(story) }
    }

    // MARK: Stories

    private func file(_ change: (article: Int64, story: Int64?), touched: inout Set<Int64>) throws {
        guard try articles.holds(change.article) else { return }
        let before = try sql("SELECT story FROM story_articles WHERE article = ?").first(.integer(change.article)) {
            $0.integer(0)
        }
        guard before != change.story else { return }
        if let before { touched.insert(before) }
        guard let story = change.story else {
            try sql("DELETE FROM story_articles WHERE article = ?").run(.integer(change.article))
            return
        }
        touched.insert(story)
        try sql("INSERT OR IGNORE INTO stories(id) VALUES (?)").run(.integer(story))
        try sql(
            """
            INSERT INTO story_articles(article, story) VALUES (?, ?)
            ON CONFLICT (article) DO UPDATE SET story = excluded.story
            """
        ).run(.integer(change.article), .integer(story))
    }

    // MARK: What people said

    /// Takes articles out of stories to which they do not belong by what people say; gives these stories.
    private func keepApart() throws -> Set<Int64> {
        guard articles.corrections.memory.values.contains(where: { !$0.otherStories.isEmpty }) else { return [] }
        let wrong = try sql(
            """
            SELECT m.article, m.story FROM corrections c JOIN articles a ON a.article = c.article
                JOIN story_articles m ON m.article = a.id JOIN articles o ON o.article = c.value
                LEFT JOIN story_articles n ON n.article = o.id
            WHERE c.kind = 'story' AND (n.story = m.story OR m.story = o.id)
            """
        ).all { (article: $0.integer(0), story: $0.integer(1)) }
        for each in wrong { try sql("DELETE FROM story_articles WHERE article = ?").run(.integer(each.article)) }
        // Whoever is no article of a story tells it for nobody.
        try sql(
            """
            UPDATE stories SET lead = (SELECT min(m.article) FROM story_articles m WHERE m.story = stories.id)
            WHERE id IN (SELECT n.story FROM corrections c JOIN articles o ON o.article = c.value
                    JOIN story_articles n ON n.article = o.id WHERE c.kind = 'story')
                AND NOT EXISTS (
                    SELECT 1 FROM story_articles m WHERE m.story = stories.id AND m.article = coalesce(lead, stories.id))
            """
        ).run()
        return Set(wrong.map(\.story))
    }

    /// Brings the stories to what people say now; an article of which that was taken back goes into the story of the other again.
    func apply(_ correction: Correction? = nil) throws {
        try session.transaction {
            var touched = try keepApart()
            if let correction, correction.isUndone,
                let article = try articles.number(of: correction.article),
                let other = try correction.value.flatMap({ try articles.number(of: $0) }),
                let story = try sql("SELECT story FROM story_articles WHERE article = ?").first(
                    .integer(other), make: { $0.integer(0) })
            {
                try sql("INSERT OR IGNORE INTO story_articles(article, story) VALUES (?, ?)").run(
                    .integer(article), .integer(story))
                touched.insert(story)
            }
            for story in touched { try count(story) }
        }
    }

    /// Counts the articles and outlets of an article's story again, inside a transaction.
    func recount(storyOf article: Int64) throws {
        let story = try sql("SELECT story FROM story_articles WHERE article = ?").first(.integer(article)) {
            $0.integer(0)
        }
        if let story { try count(story) }
    }

    private func count(_ story: Int64) throws {
        try sql(
            """
            UPDATE stories SET (articles, outlets, first_seen, last_seen) = (
                SELECT count(*), count(DISTINCT a.outlet),
                    coalesce(min(a.sorted) FILTER (WHERE v.published IS NOT NULL), min(a.sorted)),
                    coalesce(max(a.sorted) FILTER (WHERE v.published IS NOT NULL), max(a.sorted))
                FROM story_articles m JOIN articles a ON a.id = m.article JOIN versions v ON v.id = a.current
                WHERE m.story = ?1)
            WHERE id = ?1
            """
        ).run(.integer(story))
        try sql("DELETE FROM stories WHERE id = ? AND articles = 0").run(.integer(story))
    }
}
