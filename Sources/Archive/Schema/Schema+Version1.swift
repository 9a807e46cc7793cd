import GRDB

extension Schema {
    /// Version 1. Why each table and index is there stands in docs/schema.md.
    static func createVersion1(_ database: Database) throws {
        try database.execute(sql: tablesOfVersion1 + viewsOfVersion1)
    }

    private static let tablesOfVersion1 = """
        CREATE TABLE settings (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE counters (
            name TEXT PRIMARY KEY,
            value INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO counters VALUES
            ('stored', 0), ('duplicate', 0), ('rejected', 0), ('articles', 0), ('versions', 0),
            ('originals', 0), ('originals_bytes', 0);

        CREATE TABLE inboxes (
            id INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE
        ) STRICT;

        CREATE TABLE collections (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        ) STRICT;

        CREATE TABLE outlets (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            folded TEXT NOT NULL
        ) STRICT;

        CREATE TABLE authors (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            folded TEXT NOT NULL
        ) STRICT;

        CREATE TABLE languages (
            code TEXT PRIMARY KEY
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE originals (
            id INTEGER PRIMARY KEY,
            sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
            size INTEGER NOT NULL,
            kept_bytes INTEGER,
            stored_by INTEGER REFERENCES deliveries(id)
        ) STRICT;

        CREATE TABLE deliveries (
            id INTEGER PRIMARY KEY,
            received INTEGER NOT NULL,
            inbox INTEGER NOT NULL REFERENCES inboxes(id),
            path BLOB NOT NULL,
            name TEXT,
            collection INTEGER NOT NULL REFERENCES collections(id),
            device INTEGER,
            inode INTEGER,
            size INTEGER NOT NULL,
            modified_ns INTEGER,
            changed_ns INTEGER,
            original INTEGER REFERENCES originals(id),
            outcome TEXT CHECK (outcome IN ('stored', 'duplicate', 'rejected')),
            stage TEXT,
            code TEXT,
            message TEXT,
            partial INTEGER NOT NULL DEFAULT 0 CHECK (partial IN (0, 1)),
            duration_ms INTEGER NOT NULL DEFAULT 0,
            articles INTEGER NOT NULL DEFAULT 0,
            new_articles INTEGER NOT NULL DEFAULT 0,
            retry_of INTEGER REFERENCES deliveries(id),
            replaced INTEGER NOT NULL DEFAULT 0 CHECK (replaced IN (0, 1)),
            reader_version INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX deliveries_original ON deliveries(original) WHERE outcome <> 'stored';
        CREATE INDEX deliveries_unfinished ON deliveries(inbox, path) WHERE outcome IS NULL;
        CREATE INDEX deliveries_retries ON deliveries(retry_of) WHERE retry_of IS NOT NULL;
        CREATE INDEX deliveries_rejected ON deliveries(id) WHERE outcome = 'rejected';

        CREATE TABLE member_errors (
            delivery INTEGER NOT NULL REFERENCES deliveries(id),
            position INTEGER NOT NULL,
            path TEXT NOT NULL,
            code TEXT NOT NULL,
            message TEXT NOT NULL,
            PRIMARY KEY (delivery, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE ledger (
            inbox INTEGER NOT NULL REFERENCES inboxes(id),
            path BLOB NOT NULL,
            device INTEGER NOT NULL,
            inode INTEGER NOT NULL,
            size INTEGER NOT NULL,
            modified_ns INTEGER NOT NULL,
            changed_ns INTEGER NOT NULL,
            delivery INTEGER NOT NULL REFERENCES deliveries(id),
            PRIMARY KEY (inbox, path)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE attempts (
            inbox INTEGER NOT NULL REFERENCES inboxes(id),
            path BLOB NOT NULL,
            device INTEGER NOT NULL,
            inode INTEGER NOT NULL,
            size INTEGER NOT NULL,
            modified_ns INTEGER NOT NULL,
            changed_ns INTEGER NOT NULL,
            strikes INTEGER NOT NULL,
            last INTEGER NOT NULL,
            PRIMARY KEY (inbox, path)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE articles (
            id INTEGER PRIMARY KEY,
            article TEXT NOT NULL UNIQUE CHECK (length(article) = 12),
            current INTEGER NOT NULL,
            versions INTEGER NOT NULL DEFAULT 1,
            sorted INTEGER NOT NULL,
            delivery INTEGER NOT NULL REFERENCES deliveries(id),
            outlet INTEGER REFERENCES outlets(id),
            collection INTEGER NOT NULL REFERENCES collections(id),
            language TEXT,
            withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
            embargoed_until INTEGER,
            key_hash INTEGER
        ) STRICT;
        CREATE INDEX articles_key ON articles(key_hash) WHERE key_hash IS NOT NULL;
        CREATE INDEX articles_sorted ON articles(sorted);

        CREATE TABLE versions (
            id INTEGER PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES articles(id),
            number INTEGER NOT NULL,
            delivery INTEGER NOT NULL REFERENCES deliveries(id),
            member TEXT,
            text_hash INTEGER NOT NULL,
            format TEXT NOT NULL,
            url TEXT,
            retrieved TEXT,
            headline TEXT,
            headline_derived INTEGER NOT NULL,
            deck TEXT,
            byline TEXT,
            outlet INTEGER REFERENCES outlets(id),
            published TEXT,
            published_at INTEGER,
            modified TEXT,
            modified_at INTEGER,
            language TEXT,
            section TEXT,
            keywords TEXT,
            dateline TEXT,
            dateline_place TEXT,
            dateline_date TEXT,
            dateline_agency TEXT,
            image_url TEXT,
            image_caption TEXT,
            image_credit TEXT,
            guid TEXT,
            wire_version TEXT,
            publication_status TEXT,
            embargo TEXT,
            urgency INTEGER,
            located TEXT,
            copyright TEXT,
            usage_terms TEXT,
            editorial_note TEXT,
            by_title TEXT,
            subjects TEXT,
            links TEXT,
            paywalled INTEGER NOT NULL,
            summary INTEGER NOT NULL,
            word_count INTEGER NOT NULL,
            confidence REAL NOT NULL,
            reader_version INTEGER NOT NULL,
            paragraphs TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX versions_number ON versions(article, number);
        CREATE INDEX versions_delivery ON versions(delivery);
        CREATE INDEX versions_text ON versions(text_hash);

        CREATE TABLE version_authors (
            version INTEGER NOT NULL REFERENCES versions(id),
            position INTEGER NOT NULL,
            author INTEGER NOT NULL REFERENCES authors(id),
            PRIMARY KEY (version, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX version_authors_author ON version_authors(author);

        CREATE TABLE credits (
            version INTEGER NOT NULL REFERENCES versions(id),
            position INTEGER NOT NULL,
            kind TEXT NOT NULL,
            person TEXT,
            outlet TEXT,
            start INTEGER,
            "end" INTEGER,
            PRIMARY KEY (version, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE annotations (
            version INTEGER NOT NULL REFERENCES versions(id),
            position INTEGER NOT NULL,
            kind TEXT NOT NULL,
            start INTEGER,
            "end" INTEGER,
            confidence REAL NOT NULL,
            extractor TEXT NOT NULL,
            extractor_version INTEGER NOT NULL,
            "values" TEXT NOT NULL,
            PRIMARY KEY (version, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE sightings (
            article INTEGER NOT NULL REFERENCES articles(id),
            delivery INTEGER NOT NULL REFERENCES deliveries(id),
            PRIMARY KEY (article, delivery)
        ) STRICT, WITHOUT ROWID;

        CREATE VIRTUAL TABLE article_index USING fts5(
            headline, body, outlet, author,
            content = '', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Mn Mc' tokenchars '.&+#'"
        );
        INSERT INTO article_index(article_index, rank) VALUES ('automerge', 8);
        INSERT INTO article_index(article_index, rank) VALUES ('rank', 'bm25(8.0, 1.0, 2.0, 2.0)');
        CREATE VIRTUAL TABLE article_words USING fts5vocab('article_index', 'row');

        """
}
