import ArticleQuery
import NewsModel

/// What people correct, tag, note, merge and name: written to a file first, then to the tables and the full-text index.
final class CorrectionStore: Store<Void> {
    private let settings: SettingTable
    private let articles: ArticleStore
    var standing: CorrectionTable { articles.corrections }

    init(_ session: WriteSession, _ settings: SettingTable, _ articles: ArticleStore) {
        self.settings = settings
        self.articles = articles
        super.init(session, ())
    }

    private static let appliedSetting = "corrections_bytes"

    /// Brings tables and index to what the file of corrections says, where they were not brought there already: after a rebuild, a
    /// restored backup, or a crash between file and database.
    func bringUpToDate() throws {
        let log = CorrectionLog(session.state)
        let applied = try settings.value(of: Self.appliedSetting)
        guard applied != String(log.size), applied != nil || log.size > 0 else { return }
        var said: [String: StandingCorrections] = [:]
        var merges: [Correction] = []
        var outlets = OutletNames()
        for correction in try log.load() {
            switch correction.kind {
            case .merge: merges.append(correction)
            case .outlet: outlets.apply(correction)
            case .field, .tag, .note, .speaker, .story:
                _ = said[correction.article, default: StandingCorrections()].apply(correction)
            }
        }
        try session.transaction {
            for article in Set(said.keys).union(standing.memory.keys).sorted() {
                let wanted = said[article] ?? StandingCorrections()
                if wanted != standing[article] ?? StandingCorrections() { try put(wanted, article) }
            }
            try sql("DELETE FROM entity_merges").run()
            for merge in merges { _ = try put(merge) }
            try articles.outletNames.replace(with: outlets)
            try noteApplied(log)
        }
    }

    /// Makes one correction: first in the file, then in the database.
    func make(_ correction: Correction) throws {
        let log = CorrectionLog(session.state)
        switch correction.kind {
        case .merge: try check(merge: correction)
        case .outlet: try articles.outletNames.check(correction)
        case .field, .tag, .note, .speaker, .story:
            guard try articles.number(of: correction.article) != nil else { throw CorrectionRefusal.unknownArticle }
            var wanted = standing[correction.article] ?? StandingCorrections()
            guard wanted.apply(correction) else {
                throw correction.isUndone
                    ? CorrectionRefusal.nothingToUndo : .badValue("the article does not have the tag any more")
            }
            try check(speakerOrStory: correction)
        }
        try log.append(correction)
        try session.transaction {
            switch correction.kind {
            case .merge: _ = try put(correction)
            case .outlet: try articles.outletNames.put(correction)
            case .field, .tag, .note, .speaker, .story:
                var wanted = standing[correction.article] ?? StandingCorrections()
                _ = wanted.apply(correction)
                try put(wanted, correction.article)
            }
            try noteApplied(log)
        }
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
        try session.transaction {
            for key in loose {
                try sql("DELETE FROM entity_merges WHERE kind = ? AND folded = ?").run(
                    .integer(key.kind), .text(key.folded))
            }
            try noteApplied(log)
        }
    }

    /// Notes that tables and file are the same.
    func noteApplied(_ log: CorrectionLog) throws {
        try settings.set(Self.appliedSetting, to: String(log.size))
    }

    // MARK: Articles

    /// Refuses a speaker of a quotation, and a story of an article, that the archive does not have.
    private func check(speakerOrStory correction: Correction) throws {
        guard !correction.isUndone else { return }
        switch correction.kind {
        case .speaker:
            guard let number = try articles.number(of: correction.article), let stored = try articles.stored(number),
                CorrectedSpeakers.knows(
                    correction, among: try articles.names.quotedWords(ofVersion: stored.current, body: stored.body))
            else { throw CorrectionRefusal.unknownQuotation }
        case .story:
            guard try correction.value.flatMap({ try articles.number(of: $0) }) != nil else {
                throw CorrectionRefusal.unknownArticle
            }
        default: break
        }
    }

    private func put(_ wanted: StandingCorrections, _ article: String) throws {
        let stored = try articles.number(of: article).flatMap { try articles.stored($0) }
        // With the words that went in, before they change.
        if let stored { try articles.unindex(stored) }
        try standing.put(wanted, article)
        guard let stored else { return }
        try articles.refresh(stored.id, wanted)
        try articles.index(stored.id, try articles.indexedText(of: stored))
    }

    // MARK: Merges

    private func check(merge: Correction) throws {
        guard let kind = merge.entityKind, let name = merge.value else {
            throw CorrectionRefusal.badValue("a merge needs a kind and a name")
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
        for (each, typed) in [(folded, name), (target, merge.into ?? "")] {
            let isKnown = try sql("SELECT 1 FROM entities WHERE kind = ? AND folded = ?").first(
                .integer(kind), .text(each)
            ) { _ in true }
            guard isKnown == true else { throw CorrectionRefusal.unknownName(typed) }
        }
        // A name that is merged into itself is kept apart from names that would be taken for the same.
        if folded == target { return }
        // What it is merged into must not lead back to it.
        while let next = try sql("SELECT into_folded FROM entity_merges WHERE kind = ? AND folded = ?").first(
            .integer(kind), .text(target), make: { $0.text(0) })
        {
            guard next != folded else {
                throw CorrectionRefusal.badValue("\(merge.into ?? "") is merged into \(name) already")
            }
            guard next != target else { break }
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
    /// The stored number of a merge's kind of entity.
    fileprivate var entityKind: Int64? {
        field.flatMap { Entity.Kind(rawValue: $0) }.flatMap { NameColumns.entityKinds.firstIndex(of: $0) }.map {
            Int64($0)
        }
    }
}
