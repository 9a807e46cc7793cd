import GRDB

extension Schema {
    /// Version 3: people, organisations, places and quotations, and what people correct. Why each table is there stands in
    /// docs/schema.md.
    static func createVersion3(_ database: Database) throws {
        try database.execute(sql: tablesOfVersion3 + viewsOfVersion3)
    }

    /// The full-text table gets columns, which only a new one can; the program fills it when it opens the archive.
    private static let tablesOfVersion3 = """
        CREATE TABLE entities (
            id INTEGER PRIMARY KEY,
            kind INTEGER NOT NULL,
            name TEXT NOT NULL,
            folded TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX entities_folded ON entities(folded, kind);

        CREATE TABLE entity_aliases (
            entity INTEGER NOT NULL REFERENCES entities(id),
            folded TEXT NOT NULL,
            name TEXT NOT NULL,
            uses INTEGER NOT NULL,
            PRIMARY KEY (entity, folded)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE mentions (
            version INTEGER NOT NULL REFERENCES versions(id),
            position INTEGER NOT NULL,
            entity INTEGER NOT NULL REFERENCES entities(id),
            name TEXT,
            count INTEGER NOT NULL,
            in_headline INTEGER NOT NULL CHECK (in_headline IN (0, 1)),
            confidence INTEGER NOT NULL,
            ranges BLOB NOT NULL,
            PRIMARY KEY (version, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX mentions_entity ON mentions(entity, version);

        CREATE TABLE quotations (
            version INTEGER NOT NULL REFERENCES versions(id),
            position INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            start INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            parts BLOB,
            cue_start INTEGER,
            cue_end INTEGER,
            source_start INTEGER,
            source_end INTEGER,
            mention INTEGER,
            entity INTEGER REFERENCES entities(id),
            speaker TEXT,
            title TEXT,
            organization TEXT,
            confidence INTEGER NOT NULL,
            content_hash INTEGER,
            PRIMARY KEY (version, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX quotations_entity ON quotations(entity, version) WHERE entity IS NOT NULL;
        CREATE INDEX quotations_speaker ON quotations(speaker) WHERE speaker IS NOT NULL;
        CREATE INDEX quotations_content ON quotations(content_hash) WHERE content_hash IS NOT NULL;

        CREATE TABLE corrections (
            id INTEGER PRIMARY KEY,
            article TEXT NOT NULL,
            kind TEXT NOT NULL,
            field TEXT NOT NULL,
            value TEXT,
            made_by TEXT NOT NULL,
            made_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX corrections_article ON corrections(article);

        CREATE TABLE entity_merges (
            kind INTEGER NOT NULL,
            folded TEXT NOT NULL,
            name TEXT NOT NULL,
            into_folded TEXT NOT NULL,
            into_name TEXT NOT NULL,
            made_by TEXT NOT NULL,
            made_at INTEGER NOT NULL,
            PRIMARY KEY (kind, folded)
        ) STRICT, WITHOUT ROWID;

        DROP TABLE article_words;
        DROP TABLE article_index;
        CREATE VIRTUAL TABLE article_index USING fts5(
            headline, body, outlet, author, person, organization, place, speaker, tag,
            content = '', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Mn Mc' tokenchars '.&+#'"
        );
        INSERT INTO article_index(article_index, rank) VALUES ('automerge', 8);
        INSERT INTO article_index(article_index, rank) VALUES ('rank', 'bm25(8.0, 1.0, 2.0, 2.0, 0.0, 0.0, 0.0, 0.0, 4.0)');
        CREATE VIRTUAL TABLE article_words USING fts5vocab('article_index', 'row');
        DELETE FROM settings WHERE name = 'index_version';

        """

    private static let viewsOfVersion3 = """
        CREATE VIEW entity_list AS
            SELECT e.id AS entity,
                CASE e.kind WHEN 0 THEN 'person' WHEN 1 THEN 'organization' WHEN 2 THEN 'place' ELSE 'other' END AS kind,
                e.name,
                (SELECT group_concat(name, ', ') FROM entity_aliases x WHERE x.entity = e.id) AS aliases,
                (SELECT count(*) FROM mentions m WHERE m.entity = e.id) AS versions
            FROM entities e;

        CREATE VIEW mention_list AS
            SELECT a.article AS id, v.number AS version, v.id = a.current AS is_current, e.id AS entity,
                CASE e.kind WHEN 0 THEN 'person' WHEN 1 THEN 'organization' WHEN 2 THEN 'place' ELSE 'other' END AS kind,
                coalesce(m.name, e.name) AS name, m.count, m.in_headline, m.confidence / 1000.0 AS confidence
            FROM mentions m
            JOIN entities e ON e.id = m.entity
            JOIN versions v ON v.id = m.version
            JOIN articles a ON a.id = v.article;

        CREATE VIEW quotation_list AS
            SELECT a.article AS id, v.number AS version, v.id = a.current AS is_current, v.headline, o.name AS outlet,
                v.published, q.position,
                CASE q.kind WHEN 0 THEN 'direct' WHEN 1 THEN 'mixed' ELSE 'indirect' END AS kind,
                substr(v.body, q.start + 1, q."end" - q.start) AS quotation,
                coalesce(q.speaker, m.name, e.name) AS speaker, q.entity, q.title, q.organization,
                q.confidence / 1000.0 AS confidence, q.start, q."end"
            FROM quotations q
            JOIN versions v ON v.id = q.version
            JOIN articles a ON a.id = v.article
            LEFT JOIN mentions m ON m.version = q.version AND m.position = q.mention
            LEFT JOIN entities e ON e.id = q.entity
            LEFT JOIN outlets o ON o.id = v.outlet;

        CREATE VIEW correction_list AS
            SELECT c.article AS id, c.kind, c.field, c.value, c.made_by,
                strftime('%Y-%m-%dT%H:%M:%fZ', c.made_at / 1000.0, 'unixepoch') AS made_at
            FROM corrections c;
        """
}
