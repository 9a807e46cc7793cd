import GRDB
import SearchText

/// What one reading looks up once and then remembers, a value of each type.
final class ReadMemory {
    private var values: [ObjectIdentifier: Any] = [:]

    /// The value of a type; it is looked up the first time.
    func value<Value>(_ lookUp: () throws -> Value) rethrows -> Value {
        let key = ObjectIdentifier(Value.self)
        if let known = values[key] as? Value { return known }
        let value = try lookUp()
        values[key] = value
        return value
    }
}

/// One reading of one state of the database.
struct ReadSession {
    let database: Database
    /// Where the list of words is; nil for a session that searches nothing.
    var vocabularyFile: VocabularyFile?
    /// What is known of the languages of the archive; nil for a session that searches nothing.
    var languageShares: LanguageShares?

    /// What was looked up already in this reading.
    let memory = ReadMemory()

    /// The list of the words of the index; nil where none was made.
    var words: Vocabulary? { vocabularyFile?.current }

    /// A statement; GRDB keeps it compiled for the next time.
    func sql(_ text: String) throws -> PreparedStatement {
        PreparedStatement(database, try database.cachedStatement(sql: text))
    }
}
