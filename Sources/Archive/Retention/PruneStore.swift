import GRDB
import NewsModel

/// Pruning: what is past its term.
final class PruneStore: Store<Void> {
    private let articles: ArticleStore
    private let deliveries: DeliveryStore
    private let erasing: EraseStore

    init(_ session: WriteSession, _ articles: ArticleStore, _ deliveries: DeliveryStore, _ erasing: EraseStore) {
        self.articles = articles
        self.deliveries = deliveries
        self.erasing = erasing
        super.init(session, ())
    }

    /// Whether a name that still stands in an inbox, or a later try, stands on a delivery.
    static let deliveryIsNeeded = """
        SELECT EXISTS (
                SELECT 1 FROM deliveries d JOIN ledger l ON l.inbox = d.inbox AND l.path = d.path AND l.delivery = d.id
                WHERE d.id = ?1)
            OR EXISTS (SELECT 1 FROM asides a JOIN ledger l ON l.inbox = a.inbox AND l.path = a.path WHERE l.delivery = ?1)
            OR EXISTS (SELECT 1 FROM deliveries WHERE retry_of = ?1)
        """

    /// Removes articles that no delivery after `newest` has brought again, inside a transaction; gives how many.
    func prune(articles: ArraySlice<Int64>, newest: Int64) throws -> Int {
        var count = 0
        for article in articles {
            let last =
                try sql(
                    """
                    SELECT max(delivery) FROM (
                        SELECT delivery FROM versions WHERE article = ?1 UNION ALL SELECT delivery FROM sightings WHERE article = ?1)
                    """
                ).first(.integer(article)) { $0.optionalInteger(0) } ?? nil
            guard let last, last <= newest else { continue }
            _ = try erasing.removeRows(ofArticle: article, clearingNames: false)
            count += 1
        }
        return count
    }

    /// Whether an original still may go: no later delivery has its bytes, and no article stays that could not be made again.
    func mayPrune(_ original: PrunePlan.Original, newest: Int64) throws -> Bool {
        let isUsed = try sql("SELECT EXISTS (SELECT 1 FROM deliveries WHERE id > ? AND original = ?)").first(
            .integer(newest), .integer(original.id)
        ) { $0.integer(0) != 0 }
        guard isUsed != true else { return false }
        for delivery in original.deliveries {
            let hasArticles = try sql("SELECT EXISTS (SELECT 1 FROM versions WHERE delivery = ?)").first(
                .integer(delivery)
            ) { $0.integer(0) != 0 }
            if hasArticles == true { return false }
        }
        return true
    }

    /// Notes that an original is not kept any more, inside a transaction.
    func prune(_ original: PrunePlan.Original) throws {
        let originals = deliveries.originals
        if original.isForgotten { return try originals.forgetBytes(of: original.id, kept: original.kept) }
        // Its articles stay, and so its bytes stay known.
        try originals.forget(kept: original.kept, of: original.id)
    }

    /// Removes deliveries that nothing stands on, inside a transaction; gives how many.
    func prune(deliveries: ArraySlice<Int64>) throws -> Int {
        var count = 0
        for id in deliveries {
            let row = try sql(
                """
                SELECT outcome, replaced, original FROM deliveries WHERE id = ?1
                    AND NOT EXISTS (SELECT 1 FROM versions WHERE delivery = ?1)
                """
            ).first(.integer(id)) { (Outcome(rawValue: $0.text(0)), $0.integer(1) != 0, $0.optionalInteger(2)) }
            guard let (outcome, isReplaced, original) = row, let outcome,
                try sql(Self.deliveryIsNeeded).first(.integer(id), make: { $0.integer(0) }) == 0
            else { continue }
            if let original {
                // Bytes that nobody remembers to have stored are read again.
                try self.deliveries.originals.forget(storedBy: id, of: original)
            }
            try sql("DELETE FROM member_errors WHERE delivery = ?").run(.integer(id))
            try sql("DELETE FROM deliveries WHERE id = ?").run(.integer(id))
            switch outcome {
            case .stored: self.articles.counters.memory.stored -= 1
            case .duplicate: self.articles.counters.memory.duplicate -= 1
            case .rejected where isReplaced: break
            case .rejected: self.articles.counters.memory.rejected -= 1
            }
            count += 1
        }
        return count
    }

    /// Removes rows that only removed deliveries needed, inside a transaction.
    func pruneLooseRows() throws {
        try sql("DELETE FROM sightings WHERE NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.id = delivery)").run()
        try deliveries.originals.removeUnused()
    }
}
