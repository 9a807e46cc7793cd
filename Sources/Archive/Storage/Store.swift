import GRDB

/// The tables of one subject, written in the transactions of a session.
///
/// What a store keeps in memory beside its tables goes back to what it was when a transaction fails.
class Store<Memory>: TransactionParticipant {
    /// The session owns its stores' transactions and outlives them.
    unowned let session: WriteSession
    var memory: Memory
    private var before: Memory?

    init(_ session: WriteSession, _ memory: Memory) {
        self.session = session
        self.memory = memory
        session.add(self)
    }

    var database: Database { session.database }

    func sql(_ text: String) throws -> PreparedStatement { try session.sql(text) }

    func begin() { before = memory }

    func willCommit() throws {}

    func commit() { before = nil }

    func undo() {
        if let before { memory = before }
        before = nil
    }
}
