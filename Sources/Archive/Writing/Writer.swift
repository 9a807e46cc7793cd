import ArticleQuery
import GRDB
import NewsModel

/// The writing connection's memory: prepared statements, the numbers that are next, and the deliveries under way.
///
/// Used only inside accesses to the writing connection. Everything that a transaction changes here is in `memory`, which
/// is put back as it was when the transaction fails.
final class Writer {
    /// What changes with the transactions.
    struct Memory {
        var counters = Counters()
        /// The counters as they are stored.
        var storedCounters = Counters()
        var nextDelivery: Int64 = 1
        var nextOriginal: Int64 = 1
        var nextArticle: Int64 = 1
        var nextVersion: Int64 = 1
        /// Deliveries of which portions were committed and more are to come.
        var open: [UInt64: OpenDelivery] = [:]
        /// Unfinished deliveries that an earlier run left and that no one has taken up yet.
        var abandoned: Set<Int64> = []
        /// What people say of articles, by the articles' ids.
        var corrections: [String: StandingCorrections] = [:]
        /// Names of which an attempt was written down and whose outcome is not known.
        var attempts = 0
        /// Files that stand aside and are deliveries of their own.
        var asides = 0
    }

    /// What a transaction tells those outside when it is durable.
    struct Effects {
        var committed: [CommittedDelivery] = []
        var ledgerAdded: [LedgerEntry] = []
        var ledgerRemoved: [LedgerEntry] = []
        var originals: [SHA256Digest] = []
        /// Originals that hold something erased; their files are removed.
        var erasedOriginals: [SHA256Digest] = []
    }

    /// Numbers of names; emptied when a transaction fails, since it may have made some of them.
    private struct Names {
        var inboxes = NameCache()
        var collections = NameCache()
        var outlets = NameCache()
        var authors = NameCache()
        var entities = EntityCache()
        var languages: Set<String> = []
    }

    let database: Database
    let state: StateFolder
    var memory = Memory()
    /// What was erased and is not filed again.
    var erased: ErasedTexts
    private var names = Names()
    private var statements: [String: PreparedStatement] = [:]

    init(_ database: Database, state: StateFolder) throws {
        self.database = database
        self.state = state
        erased = try ErasedTexts.load(state)
        try load()
    }

    /// The prepared form of a statement; each text is compiled once a connection.
    func sql(_ text: String) throws -> PreparedStatement {
        if let known = statements[text] { return known }
        let made = try PreparedStatement(database, text)
        statements[text] = made
        return made
    }

    /// Runs `body` in one transaction: everything in it is durable when this returns, or nothing has happened.
    func transaction<T>(_ body: () throws -> T) throws -> T {
        // A rollback that failed with the disk leaves the transaction open; it ends here.
        if database.isInsideTransaction { try database.rollback() }
        let before = memory
        do {
            var result: T?
            try database.inTransaction(.immediate) {
                result = try body()
                try storeCounters()
                return .commit
            }
            guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT, message: "nothing was run") }
            memory.storedCounters = memory.counters
            return result
        } catch {
            memory = before
            names = Names()
            if database.isInsideTransaction { try? database.rollback() }
            throw error
        }
    }

    private func load() throws {
        func number(_ query: String) throws -> Int64 { try sql(query).first { $0.integer(0) } ?? 0 }
        memory.nextDelivery = try number("SELECT max(id) FROM deliveries") + 1
        memory.nextOriginal = try number("SELECT max(id) FROM originals") + 1
        memory.nextArticle = try number("SELECT max(id) FROM articles") + 1
        memory.nextVersion = try max(number("SELECT max(id) FROM versions"), lastRemovedVersion()) + 1
        memory.attempts = Int(try number("SELECT count(*) FROM attempts"))
        memory.asides = Int(try number("SELECT count(*) FROM asides"))
        memory.abandoned = Set(try sql("SELECT id FROM deliveries WHERE outcome IS NULL").all { $0.integer(0) })
        memory.counters = try Counters.read(try sql("SELECT name, value FROM counters"))
        memory.storedCounters = memory.counters
    }

    /// The setting with the greatest number that a version had when versions were removed last.
    private static let removedVersionSetting = "last_removed_version"

    private func lastRemovedVersion() throws -> Int64 {
        try sql("SELECT CAST(value AS INTEGER) FROM settings WHERE name = ?").first(.text(Self.removedVersionSetting)) {
            $0.integer(0)
        } ?? 0
    }

    /// Keeps the numbers of versions that are about to be removed from being given out again: whoever follows the archive goes on
    /// behind a number, and would miss what got one that stood before.
    func retireVersionNumbers() throws {
        try sql("INSERT OR REPLACE INTO settings(name, value) VALUES (?, ?)").run(
            .text(Self.removedVersionSetting), .text(String(memory.nextVersion - 1)))
    }

    private func storeCounters() throws {
        for (new, old) in zip(memory.counters.named, memory.storedCounters.named) where new.value != old.value {
            try sql("UPDATE counters SET value = ? WHERE name = ?").run(.integer(new.value), .text(new.name))
        }
    }

    // MARK: Names with numbers

    /// Forgets the numbers of names, after rows of them were removed.
    func forgetNames() { names = Names() }

    func inbox(_ path: String) throws -> Int64 {
        try names.inboxes.id(of: path) {
            try sql("SELECT id FROM inboxes WHERE path = ?").first(.text(path)) { $0.integer(0) }
                ?? insert("INSERT INTO inboxes(path) VALUES (?)", .text(path))
        }
    }

    func collection(_ name: String) throws -> Int64 {
        try names.collections.id(of: name) {
            try sql("SELECT id FROM collections WHERE name = ?").first(.text(name)) { $0.integer(0) }
                ?? insert("INSERT INTO collections(name) VALUES (?)", .text(name))
        }
    }

    func outlet(_ name: String) throws -> Int64 {
        try names.outlets.id(of: name) {
            try sql("SELECT id FROM outlets WHERE name = ?").first(.text(name)) { $0.integer(0) }
                ?? insert(
                    "INSERT INTO outlets(name, folded) VALUES (?, ?)", .text(name), .text(NameFolding.fold(name)))
        }
    }

    func author(_ name: String) throws -> Int64 {
        try names.authors.id(of: name) {
            try sql("SELECT id FROM authors WHERE name = ?").first(.text(name)) { $0.integer(0) }
                ?? insert(
                    "INSERT INTO authors(name, folded) VALUES (?, ?)", .text(name), .text(NameFolding.fold(name)))
        }
    }

    /// The number and name of an entity that was met lately, else what is found.
    func knownEntity(
        kind: Int64, folded: String, find: () throws -> (id: Int64, name: String)?
    ) throws -> (id: Int64, name: String)? {
        if let known = names.entities[kind, folded] { return known }
        guard let found = try find() else { return nil }
        noteEntity(found, kind: kind, folded: folded)
        return found
    }

    /// Remembers the number and name of an entity.
    func noteEntity(_ entity: (id: Int64, name: String), kind: Int64, folded: String) {
        names.entities[kind, folded] = entity
    }

    /// Remembers that there are articles in a language, for the inflected forms that a search tries.
    func note(language: String?) throws {
        guard let language, !names.languages.contains(language) else { return }
        try sql("INSERT OR IGNORE INTO languages(code) VALUES (?)").run(.text(language))
        names.languages.insert(language)
    }

    private func insert(_ text: String, _ first: SQLValue, _ second: SQLValue? = nil) throws -> Int64 {
        if let second { try sql(text).run(first, second) } else { try sql(text).run(first) }
        return database.lastInsertedRowID
    }
}

/// The numbers of names that were met lately.
struct NameCache {
    /// More names than this are forgotten all at once: a desk meets some thousands of outlets and authors in a day.
    static let largest = 20_000

    private var ids: [String: Int64] = [:]

    mutating func id(of name: String, find: () throws -> Int64) throws -> Int64 {
        if let known = ids[name] { return known }
        let id = try find()
        if ids.count >= Self.largest { ids.removeAll(keepingCapacity: true) }
        ids[name] = id
        return id
    }
}

extension Counters {
    /// The stored counters.
    static func read(_ rows: PreparedStatement) throws -> Counters {
        Counters(
            named: Dictionary(try rows.all { ($0.text(0), $0.integer(1)) }, uniquingKeysWith: { _, last in last }))
    }
}
