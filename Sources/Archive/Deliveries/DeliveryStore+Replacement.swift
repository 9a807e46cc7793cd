extension DeliveryStore {
    /// Files the delivery of an original that replaces another, inside a transaction; gives its number.
    func file(_ replacement: ReplacementOriginal) throws -> Int64 {
        let delivery = memory.next
        memory.next += 1
        let original = try originals.row(
            of: replacement.sha256, size: replacement.size, kept: replacement.kept, storedBy: delivery)
        try sql(
            """
            INSERT INTO deliveries(id, received, inbox, path, collection, size, original, outcome, articles, new_articles,
                reader_version)
            SELECT ?, d.received, d.inbox, ?, d.collection, ?, ?, 'stored', 1, 1, v.reader_version
            FROM versions v JOIN deliveries d ON d.id = v.delivery WHERE v.id = ?
            """
        ).run(
            .integer(delivery), .blob(replacement.facts.path.bytes), .integer(replacement.size), .integer(original),
            .integer(replacement.version))
        count(.stored)
        return delivery
    }
}
