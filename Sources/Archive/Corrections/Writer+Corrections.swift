import ArticleQuery
import NewsModel

extension Writer {
    private static let appliedSetting = "corrections_bytes"

    /// Brings tables and index to what the file of corrections says, where they were not brought there already: after a rebuild, a
    /// restored backup, or a crash between file and database.
    func bringCorrectionsUpToDate() throws {
        memory.corrections = try storedCorrections()
        let log = CorrectionLog(state)
        let applied = try sql("SELECT value FROM settings WHERE name = ?").first(.text(Self.appliedSetting)) {
            $0.text(0)
        }
        guard applied != String(log.size), applied != nil || log.size > 0 else { return }
        var standing: [String: StandingCorrections] = [:]
        var merges: [Correction] = []
        for correction in try log.load() {
            if correction.kind == .merge {
                merges.append(correction)
            } else {
                _ = standing[correction.article, default: StandingCorrections()].apply(correction)
            }
        }
        try transaction {
            for article in Set(standing.keys).union(memory.corrections.keys).sorted() {
                let wanted = standing[article] ?? StandingCorrections()
                if wanted != memory.corrections[article] ?? StandingCorrections() { try put(wanted, article) }
            }
            try sql("DELETE FROM entity_merges").run()
            for merge in merges { _ = try put(merge) }
            try noteApplied(log)
        }
    }

    /// Makes one correction: first in the file, then in the database.
    func make(_ correction: Correction) throws {
        let log = CorrectionLog(state)
        if correction.kind == .merge {
            try check(merge: correction)
        } else {
            guard try articleRow(correction.article) != nil else { throw CorrectionRefusal.unknownArticle }
            var standing = memory.corrections[correction.article] ?? StandingCorrections()
            guard standing.apply(correction) else { throw CorrectionRefusal.nothingToUndo }
        }
        try log.append(correction)
        try transaction {
            if correction.kind == .merge {
                _ = try put(correction)
            } else {
                var standing = memory.corrections[correction.article] ?? StandingCorrections()
                _ = standing.apply(correction)
                try put(standing, correction.article)
            }
            try noteApplied(log)
        }
    }

    /// What the index holds of an article that is filed: as people say that it is.
    func indexed(_ prepared: PreparedArticle, _ article: ArticleID) -> IndexedText {
        guard let standing = memory.corrections[article.description] else { return prepared.indexed }
        return IndexedText(IndexedArticle(naming: standing.applied(to: prepared.article), tags: standing.tags))
    }

    /// Sets what lists filter and sort by to what people say, after an article was filed or replaced.
    func applyCorrections(toRow row: Int64, _ article: ArticleID) throws {
        guard memory.corrections[article.description] != nil else { return }
        try refresh(row, memory.corrections[article.description] ?? StandingCorrections())
    }

    /// Removes everything that was said of an article, inside a transaction.
    func forgetCorrections(of article: String) throws {
        try sql("DELETE FROM corrections WHERE article = ?").run(.text(article))
        memory.corrections[article] = nil
    }

    /// Removes merges of names that no article has any more, from file and table.
    func eraseLooseMerges(_ log: CorrectionLog) throws {
        let loose = Set(
            try sql(
                """
                SELECT kind, folded FROM entity_merges g
                WHERE NOT EXISTS (SELECT 1 FROM entities e WHERE e.kind = g.kind AND e.folded = g.folded)
                    OR NOT EXISTS (SELECT 1 FROM entities e WHERE e.kind = g.kind AND e.folded = g.into_folded)
                """
            ).all { EntityKey(kind: $0.integer(0), folded: $0.text(1)) })
        let known = Set(
            try sql("SELECT kind, folded FROM entities").all { EntityKey(kind: $0.integer(0), folded: $0.text(1)) })
        // Merges that were taken back stand in the file still.
        let isChanged = try log.remove { correction in
            guard correction.kind == .merge, let kind = correction.entityKind else { return false }
            return [correction.value, correction.into].contains { name in
                name.map { !known.contains(EntityKey(kind: kind, folded: NameColumns.fold($0))) } ?? false
            }
        }
        guard isChanged || !loose.isEmpty else { return }
        try transaction {
            for key in loose {
                try sql("DELETE FROM entity_merges WHERE kind = ? AND folded = ?").run(
                    .integer(key.kind), .text(key.folded))
            }
            try noteApplied(log)
        }
    }

    /// Notes that tables and file are the same.
    func noteApplied(_ log: CorrectionLog) throws {
        try sql("INSERT OR REPLACE INTO settings(name, value) VALUES (?, ?)").run(
            .text(Self.appliedSetting), .text(String(log.size)))
    }

    // MARK: Articles

    private func put(_ standing: StandingCorrections, _ article: String) throws {
        let row = try articleRow(article)
        let stored = try row.flatMap { try storedArticle($0) }
        // With the words that went in, before they change.
        if let stored { try unindex(stored) }
        try sql("DELETE FROM corrections WHERE article = ?").run(.text(article))
        for each in standing.all {
            try sql("INSERT INTO corrections(article, kind, field, value, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?)")
                .run(
                    .text(article), .text(each.kind.rawValue), .text(each.field ?? ""), SQLValue(each.value),
                    .text(each.by), .integer(each.at))
        }
        memory.corrections[article] = standing.all.isEmpty ? nil : standing
        guard let stored else { return }
        try refresh(stored.id, standing)
        try index(stored.id, try indexedText(of: stored))
    }

    private func articleRow(_ article: String) throws -> Int64? {
        try sql("SELECT id FROM articles WHERE article = ?").first(.text(article)) { $0.integer(0) }
    }

    private func refresh(_ row: Int64, _ standing: StandingCorrections) throws {
        let facts = try sql(
            """
            SELECT v.published, o.name, v.language, d.received FROM articles a JOIN versions v ON v.id = a.current
                JOIN deliveries d ON d.id = v.delivery LEFT JOIN outlets o ON o.id = v.outlet WHERE a.id = ?
            """
        ).first(.integer(row)) { row in
            (
                published: row.optionalText(0), outlet: row.optionalText(1), language: row.optionalText(2),
                received: row.optionalInteger(3)
            )
        }
        guard let facts else { return }
        var article = Article(format: "", body: "", paragraphs: [])
        article.published = facts.published.flatMap { NewsTime($0) }
        article.outlet = facts.outlet
        article.language = facts.language
        article = standing.applied(to: article)
        try note(language: article.language)
        try sql("UPDATE articles SET sorted = ?, outlet = ?, language = ? WHERE id = ?").run(
            .integer(article.published?.instantMilliseconds ?? facts.received ?? 0),
            SQLValue(try article.outlet.map { try outlet($0) }), SQLValue(article.language), .integer(row))
    }

    private func storedCorrections() throws -> [String: StandingCorrections] {
        var rows: [String: [Correction]] = [:]
        try sql("SELECT article, kind, field, value, made_by, made_at FROM corrections ORDER BY id").each([]) { row in
            if let correction = Correction(row: row) { rows[correction.article, default: []].append(correction) }
            return true
        }
        return rows.mapValues { StandingCorrections($0) }
    }

    // MARK: Merges

    private func check(merge: Correction) throws {
        guard let kind = merge.entityKind, let name = merge.value else {
            throw CorrectionRefusal.badValue("a merge wants a kind and a name")
        }
        let folded = NameColumns.fold(name)
        if merge.isUndone {
            let stands = try sql("SELECT 1 FROM entity_merges WHERE kind = ? AND folded = ?").first(
                .integer(kind), .text(folded)
            ) { _ in true }
            guard stands == true else { throw CorrectionRefusal.nothingToUndo }
            return
        }
        var target = NameColumns.fold(merge.into ?? "")
        guard folded != target else { throw CorrectionRefusal.badValue("both are the same name") }
        for (each, typed) in [(folded, name), (target, merge.into ?? "")] {
            let isKnown = try sql("SELECT 1 FROM entities WHERE kind = ? AND folded = ?").first(
                .integer(kind), .text(each)
            ) { _ in true }
            guard isKnown == true else { throw CorrectionRefusal.unknownName(typed) }
        }
        // What it is merged into must not lead back to it.
        while let next = try sql("SELECT into_folded FROM entity_merges WHERE kind = ? AND folded = ?").first(
            .integer(kind), .text(target), make: { $0.text(0) })
        {
            guard next != folded else {
                throw CorrectionRefusal.badValue("\(merge.into ?? "") is merged into \(name) already")
            }
            target = next
        }
    }

    private func put(_ merge: Correction) throws -> Bool {
        guard let kind = merge.entityKind, let name = merge.value else { return false }
        let folded = NameColumns.fold(name)
        try sql("DELETE FROM entity_merges WHERE kind = ? AND folded = ?").run(.integer(kind), .text(folded))
        guard !merge.isUndone, let into = merge.into else { return true }
        try sql(
            """
            INSERT INTO entity_merges(kind, folded, name, into_folded, into_name, made_by, made_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """
        ).run(
            .integer(kind), .text(folded), .text(name), .text(NameColumns.fold(into)), .text(into), .text(merge.by),
            .integer(merge.at))
        return true
    }
}

extension Correction {
    /// From the columns article, kind, field, value, made_by and made_at.
    init?(row: PreparedStatement) {
        guard let kind = Kind(rawValue: row.text(1)) else { return nil }
        let field = row.text(2)
        self.init(
            kind: kind, article: row.text(0), field: field.isEmpty ? nil : field, value: row.optionalText(3),
            by: row.text(4), at: row.integer(5))
    }

    /// The stored number of a merge's kind of entity.
    fileprivate var entityKind: Int64? {
        field.flatMap { Entity.Kind(rawValue: $0) }.flatMap { NameColumns.entityKinds.firstIndex(of: $0) }.map {
            Int64($0)
        }
    }
}
