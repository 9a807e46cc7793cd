import GRDB

extension Schema {
    /// Version 6: how sure a story is, in thousandths. Null: not judged, since it was grouped by an earlier version and has not changed since.
    static func createVersion6(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE stories ADD COLUMN confidence INTEGER;

                DROP VIEW story_list;
                CREATE VIEW story_list AS
                    SELECT f.article AS story, l.article AS lead, v.headline, s.articles, s.outlets,
                        strftime('%Y-%m-%dT%H:%M:%fZ', s.first_seen / 1000.0, 'unixepoch') AS first_seen,
                        strftime('%Y-%m-%dT%H:%M:%fZ', s.last_seen / 1000.0, 'unixepoch') AS last_seen,
                        s.confidence / 1000.0 AS confidence
                    FROM stories s
                    JOIN articles f ON f.id = s.id
                    JOIN articles l ON l.id = coalesce(s.lead, s.id)
                    JOIN versions v ON v.id = l.current
                    WHERE s.articles > 1;
                """)
    }
}
