import GRDB

extension Schema {
    /// Version 7: the names that people gave to outlets. Why it is there stands in docs/schema.md.
    static func createVersion7(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE outlet_names (
                    host INTEGER NOT NULL,
                    folded TEXT NOT NULL,
                    name TEXT NOT NULL,
                    into_name TEXT NOT NULL,
                    made_by TEXT NOT NULL,
                    made_at INTEGER NOT NULL,
                    PRIMARY KEY (host, folded)
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
