import ArticleQuery
import GRDB

extension Archive {
    /// What is wrong inside the full-text index; nil when nothing is (FTS5's `integrity-check`).
    ///
    /// The check is written as an insertion, and so wants the right to write and holds SQLite's lock for writing while it
    /// reads the index: some seconds for each gigabyte, in which a running desk waits and tries again. It uses a connection of
    /// its own, so that the desk does not stand still. As the index keeps no text of its own, stale entries show in
    /// `ArchiveReader.indexGaps` only.
    /// - Throws: `ArchiveError` when it cannot be checked.
    public static func checkIndex(state path: String) throws(ArchiveError) -> String? {
        let state = StateFolder(path)
        try ArchiveFiles.demandReadable(state.database, operation: "check the full-text index")
        do {
            let queue = try Connection.writer(path: state.database)
            defer { try? queue.close() }
            return try queue.writeWithoutTransaction { database in
                do {
                    try database.execute(
                        sql: "INSERT INTO article_index(article_index, rank) VALUES ('integrity-check', 1)")
                    return nil
                } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
                    return error.message ?? "it is damaged"
                }
            }
        } catch {
            throw ArchiveError(error, operation: "check the full-text index", path: state.database)
        }
    }
}
