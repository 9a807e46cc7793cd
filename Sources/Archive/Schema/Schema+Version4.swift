import GRDB

extension Schema {
    /// Version 4: where names are taken aside before they are removed, and what stands aside as a delivery of its own. Why the table is
    /// there stands in docs/schema.md.
    static func createVersion4(_ database: Database) throws { try database.execute(sql: tablesOfVersion4) }

    private static let tablesOfVersion4 = """
        ALTER TABLE ledger ADD COLUMN aside INTEGER NOT NULL DEFAULT 0;
        UPDATE ledger SET aside = random();

        CREATE TABLE asides (
            inbox INTEGER NOT NULL REFERENCES inboxes(id),
            path BLOB NOT NULL,
            dropped_as BLOB NOT NULL,
            PRIMARY KEY (inbox, path)
        ) STRICT, WITHOUT ROWID;
        """
}
