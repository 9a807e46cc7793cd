import GRDB
import GRDBSQLite

/// A compiled statement that is bound and stepped directly.
///
/// GRDB's own binding goes through an array of boxed values; the writer runs a dozen statements an article, where that
/// costs more than SQLite does. The statement belongs to one connection and is used only inside accesses to it.
final class PreparedStatement {
    private let statement: Statement
    private let database: Database
    private var nextIndex: CInt = 1

    init(_ database: Database, _ sql: String) throws {
        self.database = database
        statement = try database.makeStatement(sql: sql)
    }

    /// A statement that GRDB keeps compiled for the connection.
    init(_ database: Database, _ statement: Statement) {
        self.database = database
        self.statement = statement
    }

    private var handle: OpaquePointer { statement.sqliteStatement }

    /// Runs a statement that returns no rows with the values in the order of its parameters.
    func run(_ values: SQLValue...) throws { try run(values) }

    /// Runs a statement that returns no rows with the values in the order of its parameters.
    func run(_ values: [SQLValue]) throws {
        defer { reset() }
        bind(values)
        _ = try step()
    }

    /// The first row's values made into something, or nil where there is no row.
    func first<T>(_ values: SQLValue..., make: (PreparedStatement) throws -> T) throws -> T? {
        try first(values, make: make)
    }

    /// The first row's values made into something, or nil where there is no row.
    func first<T>(_ values: [SQLValue], make: (PreparedStatement) throws -> T) throws -> T? {
        defer { reset() }
        bind(values)
        return try step() ? try make(self) : nil
    }

    /// Calls `body` for each row until it returns false.
    func each(_ values: [SQLValue], body: (PreparedStatement) throws -> Bool) throws {
        defer { reset() }
        bind(values)
        while try step() {
            guard try body(self) else { return }
        }
    }

    /// Every row made into something.
    func all<T>(_ values: SQLValue..., make: (PreparedStatement) throws -> T) throws -> [T] {
        var rows: [T] = []
        try each(values) {
            rows.append(try make($0))
            return true
        }
        return rows
    }

    private func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
        nextIndex = 1
    }

    private func bind(_ values: [SQLValue]) {
        for value in values {
            // A wrong index is a fault of this program that every test of the statement would show.
            let code = value.bind(to: handle, at: nextIndex)
            assert(code == SQLITE_OK)
            nextIndex += 1
        }
    }

    private func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code),
                message: String(cString: sqlite3_errmsg(database.sqliteConnection)),
                sql: statement.sql)
        }
    }

    // MARK: Columns of the current row, counted from 0

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, CInt(column)) == SQLITE_NULL }
    func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, CInt(column)) }
    func double(_ column: Int) -> Double { sqlite3_column_double(handle, CInt(column)) }
    func optionalInteger(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }

    func bytes(_ column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, CInt(column)) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, CInt(column)))))
    }

    /// What `body` makes of a value's bytes where SQLite has them; nil for NULL.
    func withBytes<T>(_ column: Int, _ body: (UnsafeRawBufferPointer) -> T) -> T? {
        guard let start = sqlite3_column_blob(handle, CInt(column)) else { return nil }
        return body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, CInt(column)))))
    }

    /// Made where SQLite has it: a body may have tens of megabytes, and one copy more of it is most of what a commit needs.
    func text(_ column: Int) -> String {
        guard let start = sqlite3_column_blob(handle, CInt(column)) else { return "" }
        return String(
            decoding: UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, CInt(column)))),
            as: UTF8.self)
    }

    func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
}
