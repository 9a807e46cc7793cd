extension Schema {
    /// Views with readable text for people and for programs that open the file; docs/schema.md shows queries on them.
    static let viewsOfVersion1 = """
        CREATE VIEW article_list AS
            SELECT a.article AS id, v.headline, o.name AS outlet,
                (SELECT group_concat(name, ', ') FROM (
                    SELECT n.name FROM version_authors w JOIN authors n ON n.id = w.author
                    WHERE w.version = v.id ORDER BY w.position)) AS authors,
                v.published, v.modified, v.language, v.section, c.name AS collection, v.url,
                v.word_count, a.versions, a.withdrawn, v.embargo, coalesce(d.name, CAST(d.path AS TEXT)) AS file, d.id AS delivery,
                strftime('%Y-%m-%dT%H:%M:%fZ', d.received / 1000.0, 'unixepoch') AS delivered,
                strftime('%Y-%m-%dT%H:%M:%fZ', a.sorted / 1000.0, 'unixepoch') AS sorted_by
            FROM articles a
            JOIN versions v ON v.id = a.current
            JOIN deliveries d ON d.id = v.delivery
            JOIN collections c ON c.id = a.collection
            LEFT JOIN outlets o ON o.id = a.outlet;

        CREATE VIEW version_list AS
            SELECT a.article AS id, v.number AS version, v.id = a.current AS is_current, v.headline, v.deck, v.byline,
                o.name AS outlet, v.published, v.modified, v.language, v.url, v.guid, v.wire_version,
                v.publication_status, v.embargo, v.word_count, v.confidence, v.paywalled, v.summary,
                coalesce(d.name, CAST(d.path AS TEXT)) AS file, v.member, d.id AS delivery,
                strftime('%Y-%m-%dT%H:%M:%fZ', d.received / 1000.0, 'unixepoch') AS delivered, v.body
            FROM versions v
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
                SELECT a.article AS id, v.number AS version, p.key AS position, v.body,
                    coalesce(json_extract(p.value, '$[1]'), 0) AS kind,
                    CASE p.type WHEN 'integer' THEN p.value ELSE json_extract(p.value, '$[0]') END AS length,
                    (SELECT sum(CASE
                            WHEN q.key = p.key THEN 0
                            WHEN q.type = 'integer' THEN q.value
                            ELSE json_extract(q.value, '$[0]') END
                        + coalesce(json_extract(q.value, '$[2]'), CASE q.key WHEN 0 THEN 0 ELSE 2 END))
                        FROM json_each(v.paragraphs) q WHERE q.key <= p.key) AS start
                FROM versions v JOIN articles a ON a.id = v.article, json_each(v.paragraphs) p);

        CREATE VIEW author_list AS
            SELECT n.name AS author, a.article AS id, w.position, v.headline, v.published
            FROM authors n
            JOIN version_authors w ON w.author = n.id
            JOIN versions v ON v.id = w.version
            JOIN articles a ON a.current = v.id AND a.id = v.article;

        CREATE VIEW credit_list AS
            SELECT a.article AS id, v.number AS version, c.position, c.kind, c.person, c.outlet, c.start, c."end"
            FROM credits c
            JOIN versions v ON v.id = c.version
            JOIN articles a ON a.id = v.article;

        CREATE VIEW keyword_list AS
            SELECT a.article AS id, k.value AS keyword
            FROM articles a JOIN versions v ON v.id = a.current, json_each(v.keywords) k;

        CREATE VIEW link_list AS
            SELECT a.article AS id, l.key AS position,
                json_extract(l.value, '$[0]') AS url, json_extract(l.value, '$[1]') AS text
            FROM articles a JOIN versions v ON v.id = a.current, json_each(v.links) l;

        CREATE VIEW delivery_list AS
            SELECT d.id, strftime('%Y-%m-%dT%H:%M:%fZ', d.received / 1000.0, 'unixepoch') AS time,
                i.path AS inbox, coalesce(d.name, CAST(d.path AS TEXT)) AS name, c.name AS collection, d.size, lower(hex(o.sha256)) AS sha256,
                d.outcome, d.stage, d.code, d.message, d.partial, d.duration_ms, d.articles, d.new_articles,
                CASE WHEN o.kept_bytes IS NOT NULL THEN
                    'originals/' || substr(lower(hex(o.sha256)), 1, 2) || '/' || lower(hex(o.sha256)) || '.zst'
                END AS original,
                d.retry_of, d.replaced
            FROM deliveries d
            JOIN inboxes i ON i.id = d.inbox
            JOIN collections c ON c.id = d.collection
            LEFT JOIN originals o ON o.id = d.original;
        """
}
