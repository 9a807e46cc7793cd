import GRDB
import NewsModel

extension Writer {
    /// What there is to erase, after the hashes of its texts were noted; nil where only the scrubbing of an interrupted erasure is
    /// left.
    func planErasure(of id: ArticleID, leavesNeighbours: Bool) throws -> ErasurePlan? {
        let row = try sql("SELECT id FROM articles WHERE article = ?").first(.text(id.description)) { $0.integer(0) }
        guard let article = row else {
            let isPending = try sql("SELECT 1 FROM settings WHERE name = ?").first(.text(Self.pendingScrub)) { _ in true
            }
            guard isPending == true else { throw ErasureRefusal.unknown }
            return nil
        }
        let originals = try originals(of: article)
        let neighbours = try neighbours(of: article, originals: originals.map(\.id))
        guard neighbours.isEmpty || leavesNeighbours else { throw ErasureRefusal.neighbours(neighbours) }
        let hashes = try sql("SELECT DISTINCT text_hash FROM versions WHERE article = ?").all(.integer(article)) {
            $0.integer(0)
        }
        for original in originals {
            // Articles of it may still come in, which nobody would keep an original of.
            let isUnderWay = try sql(
                "SELECT EXISTS (SELECT 1 FROM deliveries WHERE original = ? AND outcome IS NULL)"
            ).first(.integer(original.id)) { $0.integer(0) != 0 }
            guard isUnderWay != true else { throw ErasureRefusal.isUnderWay }
        }
        // Before anything is gone, so that a crash in between leaves no way back in.
        try erased.add(hashes, to: state)
        return ErasurePlan(article: article, originals: originals, neighbours: neighbours)
    }

    /// Removes the rows of an article in one transaction; gives the number of its versions.
    func eraseRows(_ plan: ErasurePlan, _ standIns: [StandIn]) throws -> Int {
        // What is freed is overwritten, also by a library that is not made that way.
        try database.execute(sql: "PRAGMA secure_delete = ON")
        let log = CorrectionLog(state)
        let name = try sql("SELECT article FROM articles WHERE id = ?").first(.integer(plan.article)) { $0.text(0) }
        _ = try log.remove { $0.kind != .merge && $0.article == name }
        let count = try transaction {
            try sql("INSERT OR REPLACE INTO settings(name, value) VALUES (?, '1')").run(.text(Self.pendingScrub))
            for standIn in standIns { try file(standIn) }
            for original in plan.originals { try forgetOriginal(original.id, kept: original.kept) }
            let count = try removeRows(ofArticle: plan.article, clearingNames: true)
            try noteApplied(log)
            return count
        }
        try eraseLooseMerges(log)
        return count
    }

    /// The setting that stands while words of an erased article may be left in free pages.
    private static let pendingScrub = "erasure_unfinished"

    /// Writes index and database anew, without what is no longer in them, and empties the log; false where another program holds
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
        if !isBusy { try sql("DELETE FROM settings WHERE name = ?").run(.text(Self.pendingScrub)) }
        return !isBusy
    }

    /// The kept originals of all deliveries that had the article.
    private func originals(of article: Int64) throws -> [ErasurePlan.Original] {
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
        if let stored = try storedArticle(article) { try unindex(stored) }
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
        if clearingNames, let name { try forgetCorrections(of: name) }
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
        for version in versions { named.formUnion(try removeNames(ofVersion: version)) }
        try removeUnnamed(named)
        for table in ["annotations", "credits", "version_authors"] {
            try sql("DELETE FROM \(table) WHERE version IN (SELECT id FROM versions WHERE article = ?)").run(key)
        }
        try sql("DELETE FROM sightings WHERE article = ?").run(key)
        try forgetFindings(of: article)
        try retireVersionNumbers()
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
        forgetNames()
        memory.counters.articles -= 1
        memory.counters.versions -= Int64(versions.count)
        return versions.count
    }

    /// The row of an original whose file is not kept any more; the same bytes are read again when they come again.
    func forgetOriginal(_ original: Int64, kept: Int64) throws {
        try sql("UPDATE originals SET kept_bytes = NULL, stored_by = NULL WHERE id = ?").run(.integer(original))
        memory.counters.originals -= 1
        memory.counters.originalsBytes -= kept
    }
}
