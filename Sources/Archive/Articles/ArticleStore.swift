import ArticleQuery
import NewsModel

/// Articles, their versions and what hangs on them, and the full-text index.
final class ArticleStore: Store<ArticleNumbers> {
    let counters: CounterTable
    let settings: SettingTable
    let lookups: NumberedNames
    let names: NameStore
    let corrections: CorrectionTable
    let outletNames: OutletNameTable
    /// What was erased and is not filed again.
    var erased: ErasedTexts

    init(
        _ session: WriteSession, _ counters: CounterTable, _ settings: SettingTable, _ lookups: NumberedNames,
        _ names: NameStore, _ corrections: CorrectionTable, _ outletNames: OutletNameTable
    ) throws {
        self.counters = counters
        self.settings = settings
        self.lookups = lookups
        self.names = names
        self.corrections = corrections
        self.outletNames = outletNames
        erased = try ErasedTexts.load(session.state)
        func last(_ query: String) throws -> Int64 { try session.sql(query).first { $0.integer(0) } ?? 0 }
        super.init(
            session,
            ArticleNumbers(
                nextArticle: try last("SELECT max(id) FROM articles") + 1,
                nextVersion: try max(
                    last("SELECT max(id) FROM versions"),
                    settings.value(of: Self.removedVersionSetting).flatMap { Int64($0) } ?? 0) + 1))
    }

    /// Articles with one key that new copy is compared with, newest first. More than a few come only from a source that
    /// gives everything the same guid; comparing with all of them would make storing quadratic.
    static let mostCandidates = 16

    /// The stored article that new copy belongs to.
    private enum Match {
        /// Nothing stored is the same article.
        case none
        /// The same text is stored already.
        case known(article: Int64, byThisDelivery: Bool)
        /// Another text of a stored article.
        case edition(StoredArticle)
    }

    struct StoredArticle {
        let id: Int64
        let article: ArticleID
        let current: Int64
        let versions: Int64
        let headline: String?
        let body: String
        let isSummary: Bool
        let isWithdrawn: Bool
    }

    /// A version with the same text.
    private struct SameText {
        let article: Int64
        let delivery: Int64
        let standing: Standing
        let isWithdrawn: Bool
        let source: Source
    }

    /// Files one article; nil when it was known.
    func file(
        _ prepared: PreparedArticle, _ facts: DeliveryFacts, _ sha256: SHA256Digest, _ open: inout OpenDelivery
    ) throws -> FiledArticle? {
        if erased.texts.contains(prepared.textHash) {
            open.erasedCount += 1
            return nil
        }
        open.articleCount += 1
        switch try match(of: prepared, facts, open) {
        case .known(let article, let byThisDelivery):
            if !byThisDelivery { try noteSighting(article, open) }
            return nil
        case .edition(let stored):
            open.newCount += 1
            return try fileVersion(prepared, of: stored, facts, open)
        case .none:
            guard let filed = try fileArticle(prepared, facts, sha256, open) else { return nil }
            open.newCount += 1
            return filed
        }
    }

    // MARK: Finding the article

    private func match(of prepared: PreparedArticle, _ facts: DeliveryFacts, _ open: OpenDelivery) throws -> Match {
        guard let key = prepared.key else { return .none }
        // One probe of the index tells that nearly all articles are new.
        guard
            try sql("SELECT 1 FROM articles WHERE key_hash = ? LIMIT 1").first(.integer(key.hash), make: { _ in true })
                == true
        else { return .none }
        if let same = try sameText(prepared, key, open) {
            return .known(article: same.article, byThisDelivery: same.delivery == open.id)
        }
        return try closest(to: prepared, key).map(Match.edition) ?? .none
    }

    /// The stored version with the same text of the same standing. The same words under another status or embargo are news: a kill
    /// often repeats what it kills. So is the release of what is withdrawn, unless it was known before.
    private func sameText(
        _ prepared: PreparedArticle, _ key: ArticleKey, _ open: OpenDelivery
    ) throws -> SameText? {
        let standing = Standing(prepared.article.wire)
        let own = source(of: prepared.article, open)
        return try sql(
            """
            SELECT a.id, v.delivery, v.publication_status, v.embargo, v.wire_version, a.withdrawn,
                coalesce(d.collection, ?4), o.folded
            FROM versions v JOIN articles a ON a.id = v.article LEFT JOIN deliveries d ON d.id = v.delivery
                LEFT JOIN outlets o ON o.id = v.outlet
            WHERE v.text_hash = ?1 AND a.key_hash = ?2 ORDER BY v.delivery = ?3 DESC, v.id DESC LIMIT \(Self.mostCandidates)
            """
        ).all(.integer(prepared.textHash), .integer(key.hash), .integer(open.id), .integer(open.collection)) {
            SameText(
                article: $0.integer(0), delivery: $0.integer(1),
                standing: Standing(
                    status: $0.optionalText(2), embargo: $0.optionalText(3), version: $0.optionalText(4)),
                isWithdrawn: $0.integer(5) != 0,
                source: Source(collection: $0.integer(6), provider: $0.optionalText(7)))
        }.first { same in
            same.standing.isSameUse(as: standing)
                && (!same.isWithdrawn || standing.isWithdrawn || same.standing.version == standing.version)
                // A withdrawal of somebody else does not stand for that of the source.
                && (!standing.isWithdrawn || same.isWithdrawn || same.source.isSame(as: own))
        }
    }

    /// The article with the same key that shares most with the new text: at least a tenth of the word shingles, or the
    /// headline. A summary and a whole text with the same key are always one article: they share few words.
    private func closest(to prepared: PreparedArticle, _ key: ArticleKey) throws -> StoredArticle? {
        let candidates = try sql(
            """
            SELECT a.id, a.article, a.current, a.versions, v.headline, substr(b.body, 1, \(WordShingles.longestText)), v.summary,
                a.withdrawn
            FROM articles a JOIN versions v ON v.id = a.current JOIN bodies b ON b.version = v.id
            WHERE a.key_hash = ? ORDER BY a.id DESC LIMIT \(Self.mostCandidates)
            """
        ).all(.integer(key.hash)) { row -> StoredArticle? in
            guard let article = ArticleID(row.text(1)) else { return nil }
            return StoredArticle(
                id: row.integer(0), article: article, current: row.integer(2), versions: row.integer(3),
                headline: row.optionalText(4), body: row.text(5), isSummary: row.integer(6) != 0,
                isWithdrawn: row.integer(7) != 0)
        }
        let shingles = WordShingles(ofBody: prepared.article.body)
        let headline = NormalizedText(prepared.article.headline ?? "")
        // A kill has its own words, and what it kills may come after it; the guid alone joins them.
        let isKill = prepared.article.wire.guid != nil && Standing(prepared.article.wire).isWithdrawn
        var best: (stored: StoredArticle, share: Double)?
        for case let stored? in candidates {
            let share = shingles.containment(with: WordShingles(ofBody: stored.body))
            let isSameHeadline = headline == NormalizedText(stored.headline ?? "")
            let isFuller = prepared.article.isSummary != stored.isSummary
            let isJoinedByGuid = isKill || (stored.isWithdrawn && prepared.article.wire.guid != nil)
            let isSame = share >= WordShingles.leastShareOfAnEdition || isSameHeadline
            guard isSame || isFuller || isJoinedByGuid else { continue }
            if share > best?.share ?? -1 { best = (stored, share) }
        }
        // Only the beginnings of the candidates were in memory.
        return try best.flatMap { try stored($0.stored.id) }
    }

    /// An article as it stands in the database, by its row.
    func stored(_ id: Int64) throws -> StoredArticle? {
        try sql(
            """
            SELECT a.id, a.article, a.current, a.versions, v.headline, b.body, v.summary, a.withdrawn
            FROM articles a JOIN versions v ON v.id = a.current JOIN bodies b ON b.version = v.id WHERE a.id = ?
            """
        ).first(.integer(id)) { row in
            ArticleID(row.text(1)).map {
                StoredArticle(
                    id: row.integer(0), article: $0, current: row.integer(2), versions: row.integer(3),
                    headline: row.optionalText(4), body: row.text(5), isSummary: row.integer(6) != 0,
                    isWithdrawn: row.integer(7) != 0)
            }
        } ?? nil
    }

    private func noteSighting(_ article: Int64, _ open: OpenDelivery) throws {
        try sql("INSERT OR IGNORE INTO sightings(article, delivery) VALUES (?, ?)").run(
            .integer(article), .integer(open.id))
    }

    // MARK: Filing

    /// Files a new article; nil when the same member of the same bytes was filed before.
    private func fileArticle(
        _ prepared: PreparedArticle, _ facts: DeliveryFacts, _ sha256: SHA256Digest, _ open: OpenDelivery
    ) throws -> FiledArticle? {
        let article = prepared.article
        let (id, version) = (memory.nextArticle, memory.nextVersion)
        let outlet = try article.outlet.map { try lookups.outlet($0) }
        let shown = outletNames.memory.shown(article.outlet, url: article.url)
        var name = facts.article ?? ArticleID(original: sha256, memberPath: article.memberPath)
        var attempt = 0
        while true {
            try sql(
                """
                INSERT INTO articles(id, article, current, sorted, delivery, outlet, collection, language, withdrawn,
                    embargoed_until, key_hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (article) DO NOTHING
                """
            ).run(
                .integer(id), .text(name.description), .integer(version), .integer(sortTime(article, facts)),
                .integer(open.id), SQLValue(try shown.map { try lookups.outlet($0) }), .integer(open.collection),
                SQLValue(article.language), SQLValue(Standing(article.wire).isWithdrawn),
                SQLValue(article.wire.embargo?.instantMilliseconds), SQLValue(prepared.key?.hash))
            if database.changesCount > 0 { break }
            if let same = try sameMember(name, article.memberPath, open) {
                if same.delivery != open.id { try noteSighting(same.article, open) }
                return nil
            }
            // What stands in for an original that is there after all brings nothing new.
            guard facts.article == nil else { return nil }
            attempt += 1
            name = ArticleID(original: sha256, memberPath: article.memberPath, attempt: attempt)
        }
        memory.nextArticle += 1
        counters.memory.articles += 1
        try insertVersion(prepared, article: id, number: 1, facts, open, outlet: outlet)
        try index(id, indexed(prepared, name))
        try applyCorrections(to: id, name)
        return FiledArticle(
            id: name, version: 1, isCurrent: true, isWithdrawn: Standing(article.wire).isWithdrawn, isDisputed: false,
            headline: article.headline, outlet: shown)
    }

    /// The article with this id when it was made from the same member of the same bytes, also where it got an original of its own since.
    private func sameMember(
        _ name: ArticleID, _ memberPath: String?, _ open: OpenDelivery
    ) throws -> (article: Int64, delivery: Int64)? {
        // The row of a delivery in its first portion is not written yet; its articles are of the same bytes anyway.
        try sql(
            """
            SELECT a.id, a.delivery FROM articles a
            JOIN versions v ON v.article = a.id AND v.number = 1
            LEFT JOIN deliveries d ON d.id = a.delivery
            WHERE a.article = ?1 AND (v.member IS ?2 AND (a.delivery = ?3 OR d.original = ?4) OR d.path = ?5)
            """
        ).first(
            .text(name.description), SQLValue(memberPath), .integer(open.id), SQLValue(open.original),
            .blob(FileName.replacement(of: name.description, version: 1).bytes)
        ) {
            (article: $0.integer(0), delivery: $0.integer(1))
        }
    }

    private func fileVersion(
        _ prepared: PreparedArticle, of stored: StoredArticle, _ facts: DeliveryFacts, _ open: OpenDelivery
    ) throws -> FiledArticle {
        let article = prepared.article
        let number = stored.versions + 1
        let outlet = try article.outlet.map { try lookups.outlet($0) }
        let shown = outletNames.memory.shown(article.outlet, url: article.url)
        let bySource = try isCurrent(article, of: stored, open)
        let isCurrent = try bySource ?? isCurrent(article, before: stored.current)
        if isCurrent { try unindex(stored) }
        let version = try insertVersion(prepared, article: stored.id, number: number, facts, open, outlet: outlet)
        if isCurrent {
            try sql(
                """
                UPDATE articles SET current = ?, versions = ?, sorted = ?, outlet = ?, collection = ?, language = ?,
                    withdrawn = ?, embargoed_until = ? WHERE id = ?
                """
            ).run(
                .integer(version), .integer(number), .integer(sortTime(article, facts)),
                SQLValue(try shown.map { try lookups.outlet($0) }), .integer(open.collection),
                SQLValue(article.language),
                SQLValue(Standing(article.wire).isWithdrawn),
                SQLValue(article.wire.embargo?.instantMilliseconds), .integer(stored.id))
            try index(stored.id, indexed(prepared, stored.article))
            try applyCorrections(to: stored.id, stored.article)
        } else {
            try sql("UPDATE articles SET versions = ? WHERE id = ?").run(.integer(number), .integer(stored.id))
        }
        let isWithdrawal = Standing(article.wire).isWithdrawn
        return FiledArticle(
            id: stored.article, version: Int(number), isCurrent: isCurrent, isWithdrawn: isWithdrawal,
            isDisputed: isWithdrawal && bySource == false, headline: article.headline, outlet: shown)
    }

    /// Whether an article that came later becomes the current version in place of the one that is.
    private func isCurrent(_ article: Article, before version: Int64) throws -> Bool {
        let own = VersionOrder(article)
        let other = try order(of: version)
        guard CopyRelation.isPossible(own.wordCount, other.wordCount),
            let text = try sql("SELECT body FROM bodies WHERE version = ?").first(
                .integer(version), make: { $0.text(0) })
        else { return own.replaces(other) }
        return own.replaces(other, copy: CopyRelation(article.body, text))
    }

    private func order(of version: Int64) throws -> VersionOrder {
        try sql(
            """
            SELECT coalesce(modified, published), paywalled, summary, word_count, publication_status, embargo,
                wire_version, modified IS NOT NULL
            FROM versions WHERE id = ?
            """
        ).first(.integer(version)) {
            VersionOrder(
                time: $0.optionalText(0).flatMap { NewsTime($0) }, isStub: $0.integer(1) != 0,
                isSummary: $0.integer(2) != 0, wordCount: Int($0.integer(3)),
                standing: Standing(
                    status: $0.optionalText(4), embargo: $0.optionalText(5), version: $0.optionalText(6)),
                isTimeItsOwn: $0.integer(7) != 0)
        } ?? VersionOrder(time: nil, isStub: true, isSummary: true, wordCount: 0)
    }

    /// What lists are sorted by: the published time, else that of the delivery.
    private func sortTime(_ article: Article, _ facts: DeliveryFacts) -> Int64 {
        article.published?.instantMilliseconds ?? facts.received
    }

    // MARK: What other stores ask

    /// The row of an article by its id; nil where there is none.
    func number(of article: String) throws -> Int64? {
        try sql("SELECT id FROM articles WHERE article = ?").first(.text(article)) { $0.integer(0) }
    }

    /// Whether an article is there still: it may have been erased since it was looked at.
    func holds(_ article: Int64) throws -> Bool {
        try sql("SELECT 1 FROM articles WHERE id = ?").first(.integer(article)) { _ in true } ?? false
    }

    /// The setting with the greatest number that a version had when versions were removed last.
    private static let removedVersionSetting = "last_removed_version"

    /// Keeps the numbers of versions that are about to be removed from being given out again: whoever follows the archive goes on
    /// behind a number, and would miss what got one that stood before.
    func retireVersionNumbers() throws {
        try settings.set(Self.removedVersionSetting, to: String(memory.nextVersion - 1))
    }

    /// Makes a version one of another delivery, as the only article of its file, inside a transaction.
    func move(version: Int64, ofArticle article: Int64, from earlier: Int64, to delivery: Int64) throws {
        try sql("UPDATE versions SET delivery = ?, member = NULL WHERE id = ?").run(
            .integer(delivery), .integer(version))
        try sql("UPDATE articles SET delivery = ? WHERE id = ? AND delivery = ?").run(
            .integer(delivery), .integer(article), .integer(earlier))
    }

    // MARK: What people say

    /// What the index holds of an article that is filed: as people say that it is.
    func indexed(_ prepared: PreparedArticle, _ article: ArticleID) -> IndexedText {
        let standing = corrections[article.description]
        let shown = outletNames.memory.shown(prepared.article.outlet, url: prepared.article.url)
        guard standing != nil || shown != prepared.article.outlet else { return prepared.indexed }
        var article = prepared.article
        article.outlet = shown
        return IndexedText(
            IndexedArticle(naming: standing?.applied(to: article) ?? article, tags: standing?.tags ?? []))
    }

    /// Sets what lists filter and sort by to what people say, after an article was filed or replaced.
    func applyCorrections(to row: Int64, _ article: ArticleID) throws {
        if let standing = corrections[article.description] { try refresh(row, standing) }
    }

    /// Sets what lists filter and sort by to what is said of an article.
    func refresh(_ row: Int64, _ standing: StandingCorrections) throws {
        // The row of the delivery under way may not be written yet; the article is sorted by its time then.
        let facts = try sql(
            """
            SELECT v.published, o.name, v.language, coalesce(d.received, a.sorted), v.publication_status, v.url
            FROM articles a JOIN versions v ON v.id = a.current LEFT JOIN deliveries d ON d.id = v.delivery
                LEFT JOIN outlets o ON o.id = v.outlet
            WHERE a.id = ?
            """
        ).first(.integer(row)) { row in
            (
                published: row.optionalText(0), outlet: row.optionalText(1), url: row.optionalText(5),
                language: row.optionalText(2),
                received: row.integer(3),
                isWithdrawn: Standing(status: row.optionalText(4), embargo: nil, version: nil).isWithdrawn
            )
        }
        guard let facts else { return }
        var article = Article(format: "", body: "", paragraphs: [])
        article.published = facts.published.flatMap { NewsTime($0) }
        article.outlet = outletNames.memory.shown(facts.outlet, url: facts.url)
        article.language = facts.language
        article = standing.applied(to: article)
        try lookups.note(language: article.language)
        try sql("UPDATE articles SET sorted = ?, outlet = ?, language = ?, withdrawn = ? WHERE id = ?").run(
            .integer(article.published?.instantMilliseconds ?? facts.received),
            SQLValue(try article.outlet.map { try lookups.outlet($0) }), SQLValue(article.language),
            SQLValue(standing.isWithdrawn ?? facts.isWithdrawn), .integer(row))
    }

    // MARK: The full-text index

    func index(_ article: Int64, _ text: IndexedText) throws {
        try sql("INSERT INTO article_index(rowid, \(IndexedText.columns)) VALUES (?, \(IndexedText.parameters))").run(
            [.integer(article)] + text.values)
    }

    /// Takes the current version's words out of the index: it holds no text, so they are given exactly as they went in.
    func unindex(_ stored: StoredArticle) throws {
        let text = try indexedText(of: stored)
        try sql(
            "INSERT INTO article_index(article_index, rowid, \(IndexedText.columns)) VALUES ('delete', ?, \(IndexedText.parameters))"
        ).run([.integer(stored.id)] + text.values)
    }

    /// The current version's words as the index holds them, with what people say.
    func indexedText(of stored: StoredArticle) throws -> IndexedText {
        var article = Article(format: "", body: stored.body, paragraphs: [])
        article.headline = stored.headline
        // The outlet as it is shown, which is what went in.
        let facts = try sql(
            """
            SELECT o.name, v.section FROM articles a JOIN versions v ON v.id = a.current LEFT JOIN outlets o ON o.id = a.outlet
            WHERE a.id = ?
            """
        ).first(.integer(stored.id)) { (outlet: $0.optionalText(0), section: $0.optionalText(1)) }
        article.outlet = facts?.outlet
        article.section = facts?.section
        article.authors = try sql(
            """
            SELECT n.name FROM version_authors w JOIN authors n ON n.id = w.author WHERE w.version = ?
            ORDER BY w.position
            """
        ).all(.integer(stored.current)) { $0.text(0) }
        let standing = corrections[stored.article.description]
        if let standing { article = standing.applied(to: article) }
        var indexed = IndexedArticle(article, tags: standing?.tags ?? [])
        try names.addIndexed(ofVersion: stored.current, to: &indexed)
        return IndexedText(indexed)
    }
}

/// The numbers of rows that articles and versions get.
struct ArticleNumbers {
    /// That of the next article.
    var nextArticle: Int64
    /// That of the next version, which is not one that a removed version had.
    var nextVersion: Int64
}

extension WordShingles {
    /// Copy with the same key that shares less than this, under another headline, is another article: a page that shows
    /// something new each day under one address.
    static let leastShareOfAnEdition = 0.1
}
