import GRDB

extension Schema {
    /// Version 8: what a delivery brought again, and the articles of a tag, are found without reading all that was brought and said.
    static func createVersion8(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE INDEX sightings_delivery ON sightings(delivery, article);
                CREATE INDEX corrections_tag ON corrections(value) WHERE kind = 'tag';
                """)
    }
}
