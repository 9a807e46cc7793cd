import GRDB
import NewsModel

extension Writer {
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
            _ = try removeRows(ofArticle: article, clearingNames: false)
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
        if original.isForgotten { return try forgetOriginal(original.id, kept: original.kept) }
        // Its articles stay, and so its bytes stay known.
        try sql("UPDATE originals SET kept_bytes = NULL WHERE id = ?").run(.integer(original.id))
        memory.counters.originals -= 1
        memory.counters.originalsBytes -= original.kept
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
                try sql("UPDATE originals SET stored_by = NULL WHERE id = ? AND stored_by = ?").run(
                    .integer(original), .integer(id))
            }
            try sql("DELETE FROM member_errors WHERE delivery = ?").run(.integer(id))
            try sql("DELETE FROM deliveries WHERE id = ?").run(.integer(id))
            switch outcome {
            case .stored: memory.counters.stored -= 1
            case .duplicate: memory.counters.duplicate -= 1
            case .rejected where isReplaced: break
            case .rejected: memory.counters.rejected -= 1
            }
            count += 1
        }
        return count
    }

    /// Removes rows that only removed deliveries needed, inside a transaction.
    func pruneLooseRows() throws {
        try sql("DELETE FROM sightings WHERE NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.id = delivery)").run()
        // A file without a delivery would be listed nowhere; its row goes only with it.
        try sql(
            """
            DELETE FROM originals WHERE kept_bytes IS NULL AND stored_by IS NULL
                AND id NOT IN (SELECT original FROM deliveries WHERE original IS NOT NULL)
            """
        ).run()
    }
}
