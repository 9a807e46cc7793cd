import ArticleQuery

/// The totals: `memory` holds them as of the last commit and with what the present transaction adds.
final class CounterTable: Store<Counters> {
    /// The totals as they are stored.
    private var stored: Counters

    init(_ session: WriteSession) throws {
        stored = try Counters.read(try session.sql("SELECT name, value FROM counters"))
        super.init(session, stored)
    }

    override func willCommit() throws {
        for (new, old) in zip(memory.named, stored.named) where new.value != old.value {
            try sql("UPDATE counters SET value = ? WHERE name = ?").run(.integer(new.value), .text(new.name))
        }
    }

    override func commit() {
        super.commit()
        stored = memory
    }
}

extension Counters {
    /// The stored counters.
    static func read(_ rows: PreparedStatement) throws -> Counters {
        Counters(
            named: Dictionary(try rows.all { ($0.text(0), $0.integer(1)) }, uniquingKeysWith: { _, last in last }))
    }
}
