import GRDB
import SearchText

/// One reading of one state of the database.
struct ReadSession {
    let database: Database
    /// Where the list of words is; nil for a session that searches nothing.
    var vocabularyFile: VocabularyFile?

    /// The list of the words of the index; nil where none was made.
    var words: Vocabulary? { vocabularyFile?.current }

    /// A statement; GRDB keeps it compiled for the next time.
    func sql(_ text: String) throws -> PreparedStatement {
        PreparedStatement(database, try database.cachedStatement(sql: text))
    }
}
