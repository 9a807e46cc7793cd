import GRDBSQLite
import Testing

@testable import ArticleQuery
@testable import SearchText

/// A full-text table in memory as the archive makes it, with SQLite's own tokenizer.
final class IndexFixture {
    private let database: OpaquePointer

    init() throws {
        var handle: OpaquePointer?
        try #require(sqlite3_open(":memory:", &handle) == SQLITE_OK)
        database = try #require(handle)
        try run(
            """
            CREATE VIRTUAL TABLE article_index USING fts5(
                \(SearchField.all.map(\.column).joined(separator: ", ")), content='', tokenize="\(SearchFold.tokenizer)")
            """)
        try run("CREATE VIRTUAL TABLE article_vocabulary USING fts5vocab(article_index, row)")
    }

    deinit { sqlite3_close_v2(database) }

    func add(_ id: Int, headline: String = "", body: String = "", outlet: String = "", author: String = "") throws {
        try run(
            "INSERT INTO article_index(rowid, headline, body, outlet, author) VALUES (\(id), ?, ?, ?, ?)",
            [headline, body, outlet, author].map { SearchFold.fold($0) })
    }

    /// The rows that a query finds.
    func rows(_ query: String, languages: [String] = []) throws -> Set<Int> {
        let forms = WordForms(languages: languages)
        return try rows(SearchQuery.parse(query)) { forms.forms(of: $0, vocabulary: self.vocabulary) }
    }

    func rows(_ query: SearchQuery, expanding: (String) -> [String] = { _ in [] }) throws -> Set<Int> {
        guard let expression = query.matchExpression(expanding: expanding) else { return [] }
        return Set(
            try run("SELECT rowid FROM article_index WHERE article_index MATCH ?", [expression]).compactMap { Int($0) })
    }

    /// The tokens of the index that begin with a prefix.
    func vocabulary(_ prefix: String, _ limit: Int) -> [String] {
        let sql = "SELECT term FROM article_vocabulary WHERE term >= ?1 AND term < ?1 || char(0x10FFFF) LIMIT \(limit)"
        do {
            return try run(sql, [prefix])
        } catch {
            Issue.record("the vocabulary cannot be read: \(error)")
            return []
        }
    }

    /// Runs a statement and returns the first column of its rows.
    @discardableResult
    func run(_ sql: String, _ arguments: [String] = []) throws -> [String] {
        var statement: OpaquePointer?
        try #require(sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK, "\(message): \(sql)")
        defer { sqlite3_finalize(statement) }
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        for (index, argument) in arguments.enumerated() {
            sqlite3_bind_text(statement, Int32(index + 1), argument, Int32(argument.utf8.count), transient)
        }
        var values: [String] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: values.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "")
            case SQLITE_DONE: return values
            default:
                try #require(Bool(false), "\(message): \(sql) \(arguments)")
            }
        }
    }

    private var message: String { String(cString: sqlite3_errmsg(database)) }
}
