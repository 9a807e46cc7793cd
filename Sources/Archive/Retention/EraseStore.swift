import GRDB
import NewsModel

/// Erasure: what is removed with every trace.
final class EraseStore: Store<Void> {
    private let settings: SettingTable
    private let commits: CommitTable
    private let articles: ArticleStore
    private let corrections: CorrectionStore
    private let stories: StoryStore
    private let alerts: AlertStore
    private let deliveries: DeliveryStore

    init(
        _ session: WriteSession, _ settings: SettingTable, _ commits: CommitTable, _ articles: ArticleStore,
        _ corrections: CorrectionStore, _ stories: StoryStore, _ alerts: AlertStore, _ deliveries: DeliveryStore
    ) {
        self.settings = settings
        self.commits = commits
        self.articles = articles
        self.corrections = corrections
        self.stories = stories
        self.alerts = alerts
        self.deliveries = deliveries
        super.init(session, ())
    }

    /// What there is to erase, after the hashes of its texts were noted; nil where only the scrubbing of an interrupted erasure is
    /// left.
    func plan(of id: ArticleID, leavesNeighbours: Bool) throws -> ErasurePlan? {
        guard let article = try articles.number(of: id.description) else {
            guard try settings.value(of: Self.pendingScrub) != nil else { throw ErasureRefusal.unknown }
            return nil
        }
        let kept = try keptOriginals(of: article)
        let neighbours = try neighbours(of: article, originals: kept.map(\.id))
        guard neighbours.isEmpty || leavesNeighbours else { throw ErasureRefusal.neighbours(neighbours) }
        let hashes = try sql("SELECT DISTINCT text_hash FROM versions WHERE article = ?").all(.integer(article)) {
            $0.integer(0)
        }
        for original in kept {
            // Articles of it may still come in, which nobody would keep an original of.
            let isUnderWay = try sql(
                "SELECT EXISTS (SELECT 1 FROM deliveries WHERE original = ? AND outcome IS NULL)"
            ).first(.integer(original.id)) { $0.integer(0) != 0 }
            guard isUnderWay != true else { throw ErasureRefusal.isUnderWay }
        }
        // Before anything is gone, so that a crash in between leaves no way back in.
        try articles.erased.add(hashes, to: session.state)
        return ErasurePlan(article: article, originals: kept, neighbours: neighbours)
    }

    /// Removes the rows of an article in one transaction; gives the number of its versions.
    ///
    /// - Parameter commit: the number of the commit by the mark beside the originals; nil without a mark.
    func erase(_ plan: ErasurePlan, _ replacements: [ReplacementOriginal], commit: Int64?) throws -> Int {
        // What is freed is overwritten, also by a library that is not made that way.
        try database.execute(sql: "PRAGMA secure_delete = ON")
        let log = CorrectionLog(session.state)
        let name = try sql("SELECT article FROM articles WHERE id = ?").first(.integer(plan.article)) { $0.text(0) }
        _ = try log.remove { $0.kind != .merge && $0.article == name || $0.kind == .story && $0.value == name }
        let count = try session.transaction {
            try settings.set(Self.pendingScrub, to: "1")
            if let commit { try commits.note(commit) }
            for replacement in replacements { try file(replacement) }
            for original in plan.originals {
                try deliveries.originals.forgetBytes(of: original.id, kept: original.kept)
            }
            let count = try removeRows(ofArticle: plan.article, clearingNames: true)
            try corrections.noteApplied(log)
            return count
        }
        try corrections.eraseLooseMerges(log)
        return count
    }

    /// The setting that stands while words of an erased article may be left in free pages.
    private static let pendingScrub = "erasure_unfinished"

    /// Writes index and database again, without what is no longer in them, and empties the log; false where another program holds
    /// it.
    func scrub() throws -> Bool {
        // The index keeps the words of removed entries until its segments are merged.
        try database.execute(sql: "INSERT INTO article_index(article_index) VALUES ('optimize')")
        try database.execute(sql: "VACUUM")
        var isBusy = true
        try sql("PRAGMA wal_checkpoint(TRUNCATE)").each([]) { row in
            isBusy = row.integer(0) != 0
            return true
        }
        if !isBusy { try settings.remove(Self.pendingScrub) }
        return !isBusy
    }

    /// The kept originals of all deliveries that had the article.
    private func keptOriginals(of article: Int64) throws -> [ErasurePlan.Original] {
        try sql(
            """
            SELECT DISTINCT o.id, o.sha256, o.kept_bytes FROM originals o JOIN deliveries d ON d.original = o.id
            WHERE o.kept_bytes IS NOT NULL AND d.id IN (
                SELECT delivery FROM versions WHERE article = ?1 UNION SELECT delivery FROM sightings WHERE article = ?1)
            """
        ).all(.integer(article)) { row in
            SHA256Digest(bytes: row.bytes(1)).map {
                ErasurePlan.Original(id: row.integer(0), sha256: $0, kept: row.integer(2))
            }
        }.compactMap { $0 }
    }

    private func neighbours(of article: Int64, originals: [Int64]) throws -> [ArticleID] {
        var found = Set<String>()
        for original in originals {
            found.formUnion(
                try sql(
                    """
                    SELECT DISTINCT a.article FROM versions v JOIN articles a ON a.id = v.article
                        JOIN deliveries d ON d.id = v.delivery
                    WHERE d.original = ? AND v.article <> ?
                    """
                ).all(.integer(original), .integer(article)) { $0.text(0) })
        }
        return found.sorted().compactMap { ArticleID($0) }
    }

    /// Removes an article's rows and words, inside a transaction; gives the number of its versions.
    ///
    /// - Parameter clearingNames: true to take the names of its files from its deliveries too.
    func removeRows(ofArticle article: Int64, clearingNames: Bool) throws -> Int {
        if let stored = try articles.stored(article) { try articles.unindex(stored) }
        let key = SQLValue.integer(article)
        let versions = try sql("SELECT id FROM versions WHERE article = ?").all(key) { $0.integer(0) }
        let authors = try sql(
            "SELECT DISTINCT author FROM version_authors WHERE version IN (SELECT id FROM versions WHERE article = ?)"
        ).all(key) { $0.integer(0) }
        let outlets = try sql(
            """
            SELECT outlet FROM versions WHERE article = ?1 AND outlet IS NOT NULL
            UNION SELECT outlet FROM articles WHERE id = ?1 AND outlet IS NOT NULL
            """
        ).all(key) { $0.integer(0) }
        let name = try sql("SELECT article FROM articles WHERE id = ?").first(key) { $0.text(0) }
        if clearingNames, let name { try corrections.standing.forget(name) }
        if clearingNames {
            // The names of the files often are the headline.
            try sql(
                """
                UPDATE deliveries SET path = CAST('erased' AS BLOB), name = NULL, message = NULL WHERE id IN (
                    SELECT delivery FROM versions WHERE article = ?1 UNION SELECT delivery FROM sightings WHERE article = ?1)
                """
            ).run(key)
        }
        var named = Set<Int64>()
        for version in versions { named.formUnion(try articles.names.remove(ofVersion: version)) }
        try articles.names.removeUnnamed(named)
        for table in ["annotations", "credits", "version_authors", "bodies"] {
            try sql("DELETE FROM \(table) WHERE version IN (SELECT id FROM versions WHERE article = ?)").run(key)
        }
        try sql("DELETE FROM sightings WHERE article = ?").run(key)
        try stories.forget(article)
        try alerts.forget(article)
        try articles.retireVersionNumbers()
        try sql("DELETE FROM versions WHERE article = ?").run(key)
        try sql("DELETE FROM articles WHERE id = ?").run(key)
        for author in authors {
            try sql(
                "DELETE FROM authors WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM version_authors WHERE author = ?1)"
            ).run(
                .integer(author))
        }
        for outlet in outlets {
            try sql(
                """
                DELETE FROM outlets WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM versions WHERE outlet = ?1)
                    AND NOT EXISTS (SELECT 1 FROM articles WHERE outlet = ?1)
                """
            ).run(.integer(outlet))
        }
        articles.lookups.forget()
        articles.counters.memory.articles -= 1
        articles.counters.memory.versions -= Int64(versions.count)
        return versions.count
    }

    /// Makes a version one of a delivery of its own, with the original that replaces its former one, inside a transaction.
    private func file(_ replacement: ReplacementOriginal) throws {
        let delivery = try deliveries.file(replacement)
        try articles.move(
            version: replacement.version, ofArticle: replacement.article, from: replacement.delivery, to: delivery)
    }
}
