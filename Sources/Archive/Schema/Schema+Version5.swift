import GRDB

extension Schema {
    /// Version 5: the bodies of versions in a table of their own. Why it is there stands in docs/schema.md.
    static func createVersion5(_ database: Database) throws { try database.execute(sql: tablesOfVersion5) }

    /// A column that a view names cannot be dropped: the views go first and come back with the same columns.
    private static let tablesOfVersion5 = """
        CREATE TABLE bodies (
            version INTEGER PRIMARY KEY REFERENCES versions(id),
            body TEXT NOT NULL
        ) STRICT;
        INSERT INTO bodies(version, body) SELECT id, body FROM versions ORDER BY id;

        DROP VIEW version_list;
        DROP VIEW paragraph_list;
        DROP VIEW quotation_list;
        ALTER TABLE versions DROP COLUMN body;

        CREATE VIEW version_list AS
            SELECT a.article AS id, v.number AS version, v.id = a.current AS is_current, v.headline, v.deck, v.byline,
                o.name AS outlet, v.published, v.modified, v.language, v.url, v.guid, v.wire_version,
                v.publication_status, v.embargo, v.word_count, v.confidence, v.paywalled, v.summary,
                coalesce(d.name, CAST(d.path AS TEXT)) AS file, v.member, d.id AS delivery,
                strftime('%Y-%m-%dT%H:%M:%fZ', d.received / 1000.0, 'unixepoch') AS delivered, b.body
            FROM versions v
            JOIN bodies b ON b.version = v.id
            JOIN articles a ON a.id = v.article
            JOIN deliveries d ON d.id = v.delivery
            LEFT JOIN outlets o ON o.id = v.outlet;

        CREATE VIEW paragraph_list AS
            SELECT id, version, position,
                CASE kind
                    WHEN 0 THEN 'paragraph' WHEN 1 THEN 'heading' WHEN 2 THEN 'list_item'
                    WHEN 3 THEN 'block_quotation' WHEN 4 THEN 'caption' WHEN 5 THEN 'pull_quote'
                    WHEN 6 THEN 'table' WHEN 7 THEN 'preformatted' END AS kind,
                start, start + length AS "end", substr(body, start + 1, length) AS text
            FROM (
                SELECT a.article AS id, v.number AS version, p.key AS position, b.body,
                    coalesce(json_extract(p.value, '$[1]'), 0) AS kind,
                    CASE p.type WHEN 'integer' THEN p.value ELSE json_extract(p.value, '$[0]') END AS length,
                    (SELECT sum(CASE
                            WHEN q.key = p.key THEN 0
                            WHEN q.type = 'integer' THEN q.value
                            ELSE json_extract(q.value, '$[0]') END
                        + coalesce(json_extract(q.value, '$[2]'), CASE q.key WHEN 0 THEN 0 ELSE 2 END))
                        FROM json_each(v.paragraphs) q WHERE q.key <= p.key) AS start
                FROM versions v JOIN articles a ON a.id = v.article JOIN bodies b ON b.version = v.id,
                    json_each(v.paragraphs) p);

        CREATE VIEW quotation_list AS
            SELECT a.article AS id, v.number AS version, v.id = a.current AS is_current, v.headline, o.name AS outlet,
                v.published, q.position,
                CASE q.kind WHEN 0 THEN 'direct' WHEN 1 THEN 'mixed' ELSE 'indirect' END AS kind,
                substr(b.body, q.start + 1, q."end" - q.start) AS quotation,
                coalesce(q.speaker, m.name, e.name) AS speaker, q.entity, q.title, q.organization,
                q.confidence / 1000.0 AS confidence, q.start, q."end"
            FROM quotations q
            JOIN versions v ON v.id = q.version
            JOIN bodies b ON b.version = v.id
            JOIN articles a ON a.id = v.article
            LEFT JOIN mentions m ON m.version = q.version AND m.position = q.mention
            LEFT JOIN entities e ON e.id = q.entity
            LEFT JOIN outlets o ON o.id = v.outlet;
        """
}
