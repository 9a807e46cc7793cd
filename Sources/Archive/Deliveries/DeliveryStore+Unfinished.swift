import NewsModel

/// A delivery that an ended run left without an outcome and that no later one has taken up.
public struct UnfinishedDelivery: Sendable, Hashable {
    /// Its number.
    public var id: Int64
    /// The absolute path of the inbox.
    public var inbox: String
    /// The path relative to the inbox.
    public var path: FileName
    /// Where its file stands aside, since its name was taken again; nil where it stands under its name, if at all.
    public var standsAt: FileName?
    /// The delivery that it tried again, or nil.
    public var retryOf: Int64?
}

extension DeliveryStore {
    func unfinished() throws -> [UnfinishedDelivery] {
        let left = memory.abandoned
        return try sql(
            """
            SELECT d.id, i.path, d.path, d.retry_of,
                (SELECT a.path FROM asides a WHERE a.inbox = d.inbox AND a.dropped_as = d.path LIMIT 1)
            FROM deliveries d JOIN inboxes i ON i.id = d.inbox
            WHERE d.outcome IS NULL ORDER BY d.id
            """
        ).all { row in
            UnfinishedDelivery(
                id: row.integer(0), inbox: row.text(1), path: FileName(bytes: row.bytes(2)),
                standsAt: row.isNull(4) ? nil : FileName(bytes: row.bytes(4)), retryOf: row.optionalInteger(3))
        }.filter { left.contains($0.id) }
    }

    func abandon(_ id: Int64, _ reason: Rejection) throws {
        guard memory.abandoned.remove(id) != nil else { return }
        let row = try sql("SELECT articles, new_articles, retry_of FROM deliveries WHERE id = ?")
            .first(.integer(id)) { ($0.integer(0), $0.integer(1), $0.optionalInteger(2)) }
        guard let (articles, new, retryOf) = row else { return }
        let outcome: Outcome = new > 0 ? .stored : articles > 0 ? .duplicate : .rejected
        try sql("UPDATE deliveries SET outcome = ?, stage = ?, code = ?, message = ?, partial = ? WHERE id = ?").run(
            .text(outcome.rawValue), .text(reason.stage.rawValue), .text(reason.code.rawValue), .text(reason.message),
            SQLValue(outcome != .rejected), .integer(id))
        count(outcome)
        if let retryOf { try replace(retryOf, by: id) }
    }
}
