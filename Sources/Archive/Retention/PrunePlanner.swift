import NewsModel

/// Makes the plan of a pruning from one reading of the database.
struct PrunePlanner {
    /// What of a collection came in before these moments, in milliseconds since 1970, may go; nil for never.
    struct Limits {
        let originals: Int64?
        let articles: Int64?
        let deliveries: Int64?
    }

    private struct Delivery {
        let id: Int64
        let collection: Int64
        let received: Int64
        let isFinished: Bool
        let hasStored: Bool
    }

    let session: ReadSession
    let limits: [Int64: Limits]
    private var plan = PrunePlan()
    private var deliveriesOfOriginals: [Int64: [Delivery]] = [:]
    private var goingArticles: Set<Int64> = []

    init(session: ReadSession, limits: [Int64: Limits]) {
        self.session = session
        self.limits = limits
    }

    mutating func make() throws -> PrunePlan {
        plan.newest = try session.sql("SELECT max(id) FROM deliveries").first { $0.integer(0) } ?? 0
        try findArticles()
        let bare = try findDeliveries()
        try findOriginals(goingDeliveries: bare)
        return plan
    }

    private mutating func findArticles() throws {
        var candidates: [(id: Int64, limit: Int64)] = []
        try session.sql(
            "SELECT a.id, a.collection, d.received FROM articles a JOIN deliveries d ON d.id = a.delivery ORDER BY a.id"
        ).each([]) { row in
            if let limit = limits[row.integer(1)]?.articles, row.integer(2) < limit {
                candidates.append((row.integer(0), limit))
            }
            return true
        }
        for candidate in candidates {
            let lastSeen = try session.sql(
                """
                SELECT max(d.received) FROM deliveries d WHERE d.id IN (
                    SELECT delivery FROM versions WHERE article = ?1 UNION SELECT delivery FROM sightings WHERE article = ?1)
                """
            ).first(.integer(candidate.id)) { $0.integer(0) }
            if let lastSeen, lastSeen < candidate.limit { goingArticles.insert(candidate.id) }
        }
        plan.articles = goingArticles.sorted()
    }

    /// Finds deliveries that may go, and notes whose bytes each original is.
    private mutating func findDeliveries() throws -> Set<Int64> {
        var old: [Int64] = []
        try session.sql(
            """
            SELECT id, original, collection, received, outcome IS NOT NULL, outcome IS 'stored' FROM deliveries
            """
        ).each([]) {
            row in
            let delivery = Delivery(
                id: row.integer(0), collection: row.integer(2), received: row.integer(3),
                isFinished: row.integer(4) != 0, hasStored: row.integer(5) != 0)
            if let original = row.optionalInteger(1) { deliveriesOfOriginals[original, default: []].append(delivery) }
            // The newest stays, so that its number is not given again.
            if delivery.isFinished, delivery.id != plan.newest, let limit = limits[delivery.collection]?.deliveries,
                delivery.received < limit
            {
                old.append(delivery.id)
            }
            return true
        }
        for id in old where try !hasStayingArticles(id) && !isNeeded(id) { plan.deliveries.append(id) }
        return Set(plan.deliveries)
    }

    private func hasStayingArticles(_ delivery: Int64) throws -> Bool {
        try session.sql("SELECT article FROM versions WHERE delivery = ?").all(.integer(delivery)) { $0.integer(0) }
            .contains { !goingArticles.contains($0) }
    }

    /// Whether a name in an inbox or a later try stands on the delivery.
    private func isNeeded(_ delivery: Int64) throws -> Bool {
        try session.sql(PruneStore.deliveryIsNeeded).first(.integer(delivery)) { $0.integer(0) != 0 } ?? false
    }

    /// Whether what bytes brought went in a pruning that ended between their articles and their original.
    private func hasLostItsArticles(_ deliveries: [Delivery]) throws -> Bool {
        guard deliveries.contains(where: \.hasStored) else { return false }
        return try deliveries.allSatisfy { delivery in
            guard let limit = limits[delivery.collection]?.articles, delivery.received < limit else { return false }
            let holds = try session.sql(
                """
                SELECT EXISTS (SELECT 1 FROM versions WHERE delivery = ?1)
                    OR EXISTS (SELECT 1 FROM sightings WHERE delivery = ?1)
                """
            ).first(.integer(delivery.id)) { $0.integer(0) != 0 }
            return holds == false
        }
    }

    private mutating func findOriginals(goingDeliveries: Set<Int64>) throws {
        // The originals of articles that go would bring them back with a rebuild.
        var emptied: Set<Int64> = []
        for article in plan.articles {
            emptied.formUnion(
                try session.sql(
                    """
                    SELECT d.original FROM deliveries d WHERE d.original IS NOT NULL AND d.id IN (
                        SELECT delivery FROM versions WHERE article = ?1
                        UNION SELECT delivery FROM sightings WHERE article = ?1)
                    """
                ).all(.integer(article)) { $0.integer(0) })
        }
        try session.sql("SELECT id, sha256, kept_bytes FROM originals WHERE kept_bytes IS NOT NULL ORDER BY id").each([]
        ) {
            row in
            let id = row.integer(0)
            guard let deliveries = deliveriesOfOriginals[id], deliveries.allSatisfy(\.isFinished),
                let sha256 = SHA256Digest(bytes: row.bytes(1))
            else { return true }
            let isOld = deliveries.allSatisfy { delivery in
                limits[delivery.collection]?.originals.map { delivery.received < $0 } ?? false
            }
            let losesArticles = try emptied.contains(id) && !deliveries.contains { try hasStayingArticles($0.id) }
            let hasLost = try hasLostItsArticles(deliveries)
            let losesDeliveries = deliveries.allSatisfy { goingDeliveries.contains($0.id) }
            guard isOld || losesArticles || hasLost || losesDeliveries else { return true }
            plan.originals.append(
                PrunePlan.Original(
                    id: id, sha256: sha256, kept: row.integer(2),
                    deliveries: isOld ? [] : deliveries.map(\.id),
                    isForgotten: losesArticles || hasLost || losesDeliveries))
            return true
        }
    }
}
