import GRDB

/// One reading of one state of the database.
struct ReadSession {
    let database: Database

    /// A statement; GRDB keeps it compiled for the next time.
    func sql(_ text: String) throws -> PreparedStatement {
        PreparedStatement(database, try database.cachedStatement(sql: text))
    }
}
