import NewsModel

/// The rows of originals: which bytes came in, whether they are kept, and which delivery has stored them.
final class OriginalTable: Store<OriginalNumbers> {
    private let counters: CounterTable

    init(_ session: WriteSession, _ counters: CounterTable) throws {
        self.counters = counters
        let last = try session.sql("SELECT max(id) FROM originals").first { $0.integer(0) } ?? 0
        super.init(session, OriginalNumbers(next: last + 1))
    }

    /// The row of bytes, made where there is none, and the delivery that has stored them.
    func row(of sha256: SHA256Digest, size: Int64) throws -> (id: Int64, storedBy: Int64?) {
        let known = try sql("SELECT id, stored_by FROM originals WHERE sha256 = ?").first(.blob(sha256.bytes)) {
            (id: $0.integer(0), storedBy: $0.optionalInteger(1))
        }
        if let known { return known }
        let id = memory.next
        memory.next += 1
        try sql("INSERT INTO originals(id, sha256, size) VALUES (?, ?, ?)").run(
            .integer(id), .blob(sha256.bytes), .integer(size))
        return (id, nil)
    }

    /// The row of bytes that are kept and that a delivery has stored, made where there is none.
    func row(of sha256: SHA256Digest, size: Int64, kept: Int64, storedBy delivery: Int64) throws -> Int64 {
        let last = memory.next
        let id = try row(of: sha256, size: size).id
        guard id == last else { return id }
        try note(kept: kept, of: id)
        try note(storedBy: delivery, of: id)
        return id
    }

    /// The size of a kept original; nil where it is not kept.
    func keptBytes(of id: Int64) throws -> Int64? {
        try sql("SELECT kept_bytes FROM originals WHERE id = ?").first(.integer(id)) { $0.optionalInteger(0) } ?? nil
    }

    /// Notes that an original is kept now, in a file of so many bytes; they are others where it was written again.
    func note(kept: Int64, of id: Int64) throws {
        let before = try keptBytes(of: id)
        guard before != kept else { return }
        try sql("UPDATE originals SET kept_bytes = ? WHERE id = ?").run(.integer(kept), .integer(id))
        if before == nil { counters.memory.originals += 1 }
        counters.memory.originalsBytes += kept - (before ?? 0)
    }

    /// The same of bytes by their hash, where they are kept.
    func note(kept: Int64, of sha256: SHA256Digest) throws {
        let id = try sql("SELECT id FROM originals WHERE sha256 = ? AND kept_bytes IS NOT NULL").first(
            .blob(sha256.bytes)
        ) { $0.integer(0) }
        if let id { try note(kept: kept, of: id) }
    }

    /// Notes that a delivery has stored the bytes, unless another had before.
    func note(storedBy delivery: Int64, of id: Int64) throws {
        try sql("UPDATE originals SET stored_by = ? WHERE id = ? AND stored_by IS NULL").run(
            .integer(delivery), .integer(id))
    }

    /// Bytes that a delivery has stored are read again when they come again, since that delivery goes.
    func forget(storedBy delivery: Int64, of id: Int64) throws {
        try sql("UPDATE originals SET stored_by = NULL WHERE id = ? AND stored_by = ?").run(
            .integer(id), .integer(delivery))
    }

    /// Notes that an original is not kept any more; its bytes stay known.
    func forget(kept: Int64, of id: Int64) throws {
        try sql("UPDATE originals SET kept_bytes = NULL WHERE id = ?").run(.integer(id))
        counters.memory.originals -= 1
        counters.memory.originalsBytes -= kept
    }

    /// The same, and the same bytes are read again when they come again.
    func forgetBytes(of id: Int64, kept: Int64) throws {
        try forget(kept: kept, of: id)
        try sql("UPDATE originals SET stored_by = NULL WHERE id = ?").run(.integer(id))
    }

    /// Removes rows without a file that no delivery is of. A file without a delivery would be listed nowhere; its row goes only with it.
    func removeUnused() throws {
        try sql(
            """
            DELETE FROM originals WHERE kept_bytes IS NULL AND stored_by IS NULL
                AND id NOT IN (SELECT original FROM deliveries WHERE original IS NOT NULL)
            """
        ).run()
    }
}

/// The numbers of rows of originals.
struct OriginalNumbers {
    /// That of the next row.
    var next: Int64
}
