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
}

/// The numbers of rows that articles and versions get.
struct ArticleNumbers {
    /// That of the next article.
    var nextArticle: Int64
    /// That of the next version, which is not one that a removed version had.
    var nextVersion: Int64
}
