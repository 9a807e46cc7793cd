import GRDB

/// The writing connection with its prepared statements, and the transactions that all stores write in.
///
/// Used only inside accesses to the writing connection.
final class WriteSession {
    let database: Database
    let state: StateFolder
    private var statements: [String: PreparedStatement] = [:]
    private var participants: [any TransactionParticipant] = []

    init(_ database: Database, state: StateFolder) {
        self.database = database
        self.state = state
    }

    /// Has a store take part in all transactions.
    func add(_ participant: any TransactionParticipant) { participants.append(participant) }

    /// The prepared form of a statement; each text is compiled once a connection.
    func sql(_ text: String) throws -> PreparedStatement {
        if let known = statements[text] { return known }
        let made = try PreparedStatement(database, text)
        statements[text] = made
        return made
    }

    /// Runs `body` in one transaction: everything in it is durable when this returns, or nothing has happened.
    func transaction<T>(_ body: () throws -> T) throws -> T {
        // A rollback that failed with the disk leaves the transaction open; it ends here.
        if database.isInsideTransaction { try database.rollback() }
        for participant in participants { participant.begin() }
        do {
            var result: T?
            try database.inTransaction(.immediate) {
                result = try body()
                for participant in participants { try participant.willCommit() }
                return .commit
            }
            guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT, message: "nothing was run") }
            for participant in participants { participant.commit() }
            return result
        } catch {
            for participant in participants { participant.undo() }
            if database.isInsideTransaction { try? database.rollback() }
            throw error
        }
    }
}

/// What takes part in the transactions of a session.
protocol TransactionParticipant: AnyObject {
    /// A transaction begins.
    func begin()
    /// It is about to be committed: the last moment at which something can be written in it.
    func willCommit() throws
    /// It was committed.
    func commit()
    /// It has failed: nothing of it has happened.
    func undo()
}
