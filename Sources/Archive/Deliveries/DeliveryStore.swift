import NewsModel

/// Deliveries: what came in, what became of it, and the articles that it brought.
final class DeliveryStore: Store<DeliveryProgress> {
    private let counters: CounterTable
    private let settings: SettingTable
    private let lookups: NumberedNames
    let originals: OriginalTable
    private let articles: ArticleStore
    private let ledger: LedgerStore

    init(
        _ session: WriteSession, _ counters: CounterTable, _ settings: SettingTable, _ lookups: NumberedNames,
        _ originals: OriginalTable, _ articles: ArticleStore, _ ledger: LedgerStore
    ) throws {
        self.counters = counters
        self.settings = settings
        self.lookups = lookups
        self.originals = originals
        self.articles = articles
        self.ledger = ledger
        let last = try session.sql("SELECT max(id) FROM deliveries").first { $0.integer(0) } ?? 0
        super.init(
            session,
            DeliveryProgress(
                next: last + 1,
                abandoned: Set(
                    try session.sql("SELECT id FROM deliveries WHERE outcome IS NULL").all { $0.integer(0) })))
    }

    /// Files portions of deliveries and forgets removed names, inside a transaction.
    func file(_ portions: [DeliveryPortion], removedNames: [LedgerName]) throws -> CommitEffects {
        var effects = CommitEffects()
        // First, so that a new file under a name that was just removed keeps its own entry.
        for name in removedNames { try ledger.forget(name, &effects) }
        var places: [UInt64: Int] = [:]
        for portion in portions {
            let committed = try file(portion, &effects)
            if let place = places[portion.facts.ticket] {
                effects.committed[place].join(committed)
            } else {
                places[portion.facts.ticket] = effects.committed.count
                effects.committed.append(committed)
            }
        }
        return effects
    }

    private func file(_ portion: DeliveryPortion, _ effects: inout CommitEffects) throws -> CommittedDelivery {
        let facts = portion.facts
        if let repeated = try repeated(portion) {
            // Its lane has held the original, which nobody commits again.
            if let sha256 = facts.sha256 { effects.originals.append(sha256) }
            return repeated
        }
        var open = try memory.open[facts.ticket] ?? begin(facts, &effects)
        if let kept = facts.keptBytes, let original = open.original { try originals.note(kept: kept, of: original) }

        if portion.beginsAnew { try beginAnew(&open) }
        var filed: [FiledArticle] = []
        if open.duplicateOf == nil {
            for article in portion.articles {
                guard let sha256 = facts.sha256 else { throw Misuse.articlesWithoutBytes }
                if let new = try articles.file(article, facts, sha256, &open) { filed.append(new) }
            }
            for error in portion.memberErrors { try file(error, &open) }
        }

        var committed = CommittedDelivery(
            ticket: facts.ticket, delivery: open.id, outcome: nil, isRepeated: false, rejection: nil, isPartial: false,
            duplicateOf: open.duplicateOf, articles: filed, articleCount: open.articleCount, name: facts.path.display,
            inbox: facts.inbox, path: facts.path)
        if let end = portion.end {
            try finish(facts, end, &open, &committed, &effects)
            memory.open[facts.ticket] = nil
        } else {
            if !open.hasRow { try writeRow(facts, open, outcome: nil, rejection: nil, isPartial: false) }
            open.hasRow = true
            if !filed.isEmpty { try ledger.forgetAttempt(facts, open) }
            memory.open[facts.ticket] = open
        }
        return committed
    }

    /// The same bytes are read once more: their articles are known by now and are counted again, their member errors found again.
    private func beginAnew(_ open: inout OpenDelivery) throws {
        open.earlierArticleCount = max(open.earlierArticleCount, open.articleCount)
        open.articleCount = 0
        open.memberErrorCount = 0
        open.firstMemberError = nil
        try sql("DELETE FROM member_errors WHERE delivery = ?").run(.integer(open.id))
    }

    // MARK: The same file again

    /// What became of this very file before, when its name is still in the ledger: the same file met again, perhaps by a
    /// look into the inbox that overlapped with the commit, is the same delivery. Nothing is written.
    private func repeated(_ portion: DeliveryPortion) throws -> CommittedDelivery? {
        let facts = portion.facts
        guard let identity = facts.identity, memory.open[facts.ticket] == nil,
            let (id, aside) = try Ledger.delivery(
                database, inbox: facts.inbox, path: facts.ledgerPath, identity: identity)
        else { return nil }
        return try sql(
            """
            SELECT d.outcome, d.stage, d.code, d.message, d.partial, d.articles, o.stored_by
            FROM deliveries d LEFT JOIN originals o ON o.id = d.original WHERE d.id = ?
            """
        ).first(.integer(id)) { row in
            let outcome = Outcome(rawValue: row.text(0))
            let rejection = row.optionalText(1).flatMap { Stage(rawValue: $0) }.map {
                Rejection(stage: $0, code: ReasonCode(rawValue: row.text(2)), message: row.text(3))
            }
            return CommittedDelivery(
                ticket: facts.ticket, delivery: id, outcome: portion.end == nil ? nil : outcome, isRepeated: true,
                rejection: rejection, isPartial: row.integer(4) != 0,
                duplicateOf: outcome == .duplicate ? row.optionalInteger(6).flatMap { $0 == id ? nil : $0 } : nil,
                articles: [], articleCount: Int(row.integer(5)), name: facts.path.display, inbox: facts.inbox,
                path: facts.path, aside: aside)
        }
    }

    // MARK: Beginning

    private func begin(_ facts: DeliveryFacts, _ effects: inout CommitEffects) throws -> OpenDelivery {
        let inbox = try lookups.inbox(facts.inbox)
        var original: (id: Int64, storedBy: Int64?)?
        if let sha256 = facts.sha256 {
            original = try originals.row(of: sha256, size: facts.size)
            effects.originals.append(sha256)
        }
        var open: OpenDelivery
        if let resumed = try resumed(facts, inbox: inbox) {
            open = resumed
        } else {
            open = OpenDelivery(
                id: memory.next, hasRow: false, inbox: inbox, collection: try lookups.collection(facts.collection))
            memory.next += 1
        }
        open.original = original?.id
        // A retry reads the bytes again though they may be those of a delivery that was stored in part; what it finds is
        // told from what is known article by article.
        if let storedBy = original?.storedBy, storedBy != open.id, facts.retryOf == nil { open.duplicateOf = storedBy }
        return open
    }

    /// The unfinished row that an earlier run left of the same delivery: the same name and file, or a retry of the same
    /// delivery. Its articles stay; its member errors are found again.
    private func resumed(_ facts: DeliveryFacts, inbox: Int64) throws -> OpenDelivery? {
        guard !memory.abandoned.isEmpty else { return nil }
        let rows = try sql(
            """
            SELECT id, collection, new_articles, inode, size, changed_ns, retry_of
            FROM deliveries WHERE outcome IS NULL AND inbox = ? AND path = ?
            """
        ).all(.integer(inbox), .blob(facts.path.bytes)) { row in
            (
                open: OpenDelivery(
                    id: row.integer(0), hasRow: true, inbox: inbox, collection: row.integer(1),
                    newCount: Int(row.integer(2))),
                isSame: row.optionalInteger(3) == facts.identity.map { Int64(bitPattern: $0.inode) }
                    && row.integer(4) == facts.size && row.optionalInteger(5) == facts.identity?.changedNanoseconds
                    && row.optionalInteger(6) == facts.retryOf
            )
        }
        guard let row = rows.first(where: { $0.isSame && memory.abandoned.contains($0.open.id) }) else { return nil }
        memory.abandoned.remove(row.open.id)
        try sql("DELETE FROM member_errors WHERE delivery = ?").run(.integer(row.open.id))
        return row.open
    }

    private func file(_ error: MemberError, _ open: inout OpenDelivery) throws {
        try sql("INSERT INTO member_errors(delivery, position, path, code, message) VALUES (?, ?, ?, ?, ?)").run(
            .integer(open.id), SQLValue(open.memberErrorCount), .text(error.path), .text(error.code.rawValue),
            .text(error.message))
        open.memberErrorCount += 1
        open.firstMemberError = open.firstMemberError ?? error
    }

    // MARK: Ending

    private func finish(
        _ facts: DeliveryFacts, _ end: DeliveryEnd, _ open: inout OpenDelivery, _ committed: inout CommittedDelivery,
        _ effects: inout CommitEffects
    ) throws {
        if case .sameBytes = end, open.duplicateOf == nil {
            throw Misuse.sameBytesNotStored
        }
        // A second reading that got less far does not undo the first.
        if case .rejected = end { open.articleCount = max(open.articleCount, open.earlierArticleCount) }
        let (outcome, rejection, isPartial) = verdict(end, open)
        if open.erasedCount > 0, let sha256 = facts.sha256, let original = open.original,
            let kept = try originals.keptBytes(of: original)
        {
            try originals.forgetBytes(of: original, kept: kept)
            effects.erasedOriginals.append(sha256)
        }
        if let stored = open.duplicateOf {
            open.articleCount =
                try sql("SELECT articles FROM deliveries WHERE id = ?").first(.integer(stored)) { Int($0.integer(0)) }
                ?? 0
        }
        try writeRow(facts, open, outcome: outcome, rejection: rejection, isPartial: isPartial)
        count(outcome)
        switch outcome {
        case .stored:
            if let original = open.original { try originals.note(storedBy: open.id, of: original) }
        case .duplicate: try rememberKnownBytes(open)
        case .rejected: break
        }
        if facts.isAccepted, let sha256 = facts.sha256 {
            try settings.set(FirstDelivery.acceptance(of: sha256), to: "1")
        }
        if let retried = facts.retryOf { try replace(retried, by: open.id) }
        if let identity = facts.identity { committed.aside = try ledger.enter(facts, identity, open, &effects) }
        committed.outcome = outcome
        committed.rejection = rejection
        committed.isPartial = isPartial
        committed.articleCount = open.articleCount
    }

    /// Bytes of which every article was known are those of a delivery that stored them, as far as the next copy is
    /// concerned.
    private func rememberKnownBytes(_ open: OpenDelivery) throws {
        guard open.duplicateOf == nil, open.memberErrorCount == 0, let original = open.original else { return }
        try originals.note(storedBy: open.id, of: original)
    }

    private func verdict(
        _ end: DeliveryEnd, _ open: OpenDelivery
    ) -> (outcome: Outcome, rejection: Rejection?, isPartial: Bool) {
        if open.duplicateOf != nil { return (.duplicate, nil, false) }
        var rejection: Rejection?
        if case .rejected(let reason) = end { rejection = reason }
        if open.articleCount == 0, open.erasedCount > 0 {
            let reason = "what is in it was erased from this archive, and stays out"
            return (.rejected, Rejection(stage: .archive, code: .erased, message: reason), false)
        }
        guard open.articleCount > 0 else {
            let fallback = open.firstMemberError.map {
                Rejection(stage: .reading, code: $0.code, message: "no member could be read; the first: \($0.message)")
            }
            return (
                .rejected,
                rejection ?? fallback
                    ?? Rejection(stage: .reading, code: .noText, message: "the file was read, but no article is in it"),
                false
            )
        }
        let isPartial = rejection != nil || open.memberErrorCount > 0 || open.erasedCount > 0
        return (open.newCount > 0 ? .stored : .duplicate, rejection, isPartial)
    }

    private func writeRow(
        _ facts: DeliveryFacts, _ open: OpenDelivery, outcome: Outcome?, rejection: Rejection?, isPartial: Bool
    ) throws {
        let ending: [SQLValue] = [
            SQLValue(outcome?.rawValue), SQLValue(rejection?.stage.rawValue), SQLValue(rejection?.code.rawValue),
            SQLValue(rejection?.message), SQLValue(isPartial), .integer(facts.durationMilliseconds),
            SQLValue(open.articleCount), SQLValue(open.newCount), SQLValue(open.original),
        ]
        if open.hasRow {
            try sql(
                """
                UPDATE deliveries SET outcome = ?, stage = ?, code = ?, message = ?, partial = ?, duration_ms = ?,
                    articles = ?, new_articles = ?, original = ? WHERE id = ?
                """
            ).run(ending + [.integer(open.id)])
            return
        }
        let shown = facts.path.display
        try sql(
            """
            INSERT INTO deliveries(outcome, stage, code, message, partial, duration_ms, articles, new_articles, original,
                id, received, inbox, path, name, collection, device, inode, size, modified_ns, changed_ns, retry_of,
                reader_version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run(
            ending + [
                .integer(open.id), .integer(facts.received), .integer(open.inbox), .blob(facts.path.bytes),
                shown == String(decoding: facts.path.bytes, as: UTF8.self) ? .null : .text(shown),
                .integer(open.collection), SQLValue(facts.identity.map { Int64(bitPattern: $0.device) }),
                SQLValue(facts.identity.map { Int64(bitPattern: $0.inode) }), .integer(facts.size),
                SQLValue(facts.identity?.modifiedNanoseconds), SQLValue(facts.identity?.changedNanoseconds),
                SQLValue(facts.retryOf), SQLValue(facts.readerVersion),
            ])
    }

    func count(_ outcome: Outcome) {
        switch outcome {
        case .stored: counters.memory.stored += 1
        case .duplicate: counters.memory.duplicate += 1
        case .rejected: counters.memory.rejected += 1
        }
    }

    /// A retry stands for the delivery that it tried again and for earlier retries of the same; only the newest of them counts.
    func replace(_ retried: Int64, by newest: Int64) throws {
        let replaced = try sql(
            """
            UPDATE deliveries SET replaced = 1
            WHERE (id = ?1 OR retry_of = ?1) AND id <> ?2 AND replaced = 0 AND outcome IS NOT NULL
            RETURNING outcome
            """
        ).all(.integer(retried), .integer(newest)) { $0.text(0) }
        counters.memory.rejected -= Int64(replaced.count { $0 == Outcome.rejected.rawValue })
    }
}

/// Deliveries under way.
struct DeliveryProgress {
    /// The number of the next delivery.
    var next: Int64
    /// Deliveries of which portions were committed and more are to come.
    var open: [UInt64: OpenDelivery] = [:]
    /// Unfinished deliveries that an earlier run left and that no one has taken up yet.
    var abandoned: Set<Int64>
}

/// What a transaction tells those outside when it is durable.
struct CommitEffects {
    var committed: [CommittedDelivery] = []
    var ledgerAdded: [LedgerEntry] = []
    var ledgerRemoved: [LedgerEntry] = []
    var originals: [SHA256Digest] = []
    /// Originals that hold something erased; their files are removed.
    var erasedOriginals: [SHA256Digest] = []
}

extension CommittedDelivery {
    /// Joins what a later portion of the same commit made of this delivery.
    mutating func join(_ later: CommittedDelivery) {
        let earlier = articles
        self = later
        articles = earlier + later.articles
    }
}

/// Calls that break this room's rules; faults of this program, not of any input.
enum Misuse: Error {
    /// Articles were handed over without the hash of the bytes they were read from.
    case articlesWithoutBytes
    /// A delivery was ended as `sameBytes` though no delivery has stored those bytes.
    case sameBytesNotStored
}
