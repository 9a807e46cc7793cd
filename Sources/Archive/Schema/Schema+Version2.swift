import GRDB

extension Schema {
    /// Version 2: relations between articles, stories, and saved searches. Why each table is there stands in docs/schema.md.
    static func createVersion2(_ database: Database) throws {
        try database.execute(sql: tablesOfVersion2 + viewsOfVersion2)
    }

    private static let tablesOfVersion2 = """
        CREATE TABLE relations (
            article INTEGER NOT NULL REFERENCES articles(id),
            source INTEGER NOT NULL REFERENCES articles(id),
            kind TEXT NOT NULL CHECK (kind IN ('copy', 'update', 'excerpt')),
            share REAL NOT NULL,
            source_share REAL NOT NULL,
            confidence REAL NOT NULL,
            start INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            source_start INTEGER NOT NULL,
            source_end INTEGER NOT NULL,
            analysis_version INTEGER NOT NULL,
            PRIMARY KEY (article, source)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX relations_source ON relations(source);

        CREATE TABLE copies (
            article INTEGER PRIMARY KEY REFERENCES articles(id),
            best INTEGER NOT NULL REFERENCES articles(id)
        ) STRICT;
        CREATE INDEX copies_best ON copies(best);

        CREATE TABLE stories (
            id INTEGER PRIMARY KEY REFERENCES articles(id),
            lead INTEGER REFERENCES articles(id),
            articles INTEGER NOT NULL DEFAULT 0,
            outlets INTEGER NOT NULL DEFAULT 0,
            first_seen INTEGER,
            last_seen INTEGER
        ) STRICT;
        CREATE INDEX stories_last ON stories(last_seen);

        CREATE TABLE story_articles (
            article INTEGER PRIMARY KEY REFERENCES articles(id),
            story INTEGER NOT NULL REFERENCES stories(id)
        ) STRICT;
        CREATE INDEX story_articles_story ON story_articles(story);

        CREATE TABLE watches (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            query TEXT NOT NULL,
            created INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE watch_hits (
            watch INTEGER NOT NULL REFERENCES watches(id),
            article INTEGER NOT NULL REFERENCES articles(id),
            found INTEGER NOT NULL,
            PRIMARY KEY (watch, article)
        ) STRICT, WITHOUT ROWID;

        """

    private static let viewsOfVersion2 = """
        CREATE VIEW relation_list AS
            SELECT a.article AS id, r.kind, s.article AS source, r.share, r.source_share, r.confidence,
                r.start, r."end", r.source_start, r.source_end
            FROM relations r JOIN articles a ON a.id = r.article JOIN articles s ON s.id = r.source;

        CREATE VIEW story_list AS
            SELECT f.article AS story, l.article AS lead, v.headline, s.articles, s.outlets,
                strftime('%Y-%m-%dT%H:%M:%fZ', s.first_seen / 1000.0, 'unixepoch') AS first_seen,
                strftime('%Y-%m-%dT%H:%M:%fZ', s.last_seen / 1000.0, 'unixepoch') AS last_seen
            FROM stories s
            JOIN articles f ON f.id = s.id
            JOIN articles l ON l.id = coalesce(s.lead, s.id)
            JOIN versions v ON v.id = l.current
            WHERE s.articles > 1;

        CREATE VIEW story_article_list AS
            SELECT f.article AS story, a.article AS id, v.headline, o.name AS outlet, v.published,
                strftime('%Y-%m-%dT%H:%M:%fZ', a.sorted / 1000.0, 'unixepoch') AS sorted_by
            FROM story_articles m
            JOIN articles f ON f.id = m.story
            JOIN articles a ON a.id = m.article
            JOIN versions v ON v.id = a.current
            LEFT JOIN outlets o ON o.id = a.outlet;

        CREATE VIEW watch_hit_list AS
            SELECT w.name AS watch, a.article AS id, v.headline,
                strftime('%Y-%m-%dT%H:%M:%fZ', h.found / 1000.0, 'unixepoch') AS found
            FROM watch_hits h
            JOIN watches w ON w.id = h.watch
            JOIN articles a ON a.id = h.article
            JOIN versions v ON v.id = a.current;
        """
}
