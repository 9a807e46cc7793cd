/// The tables that give numbers to names: inboxes, collections, outlets, authors; and the languages that there are.
///
/// The numbers of names that were met lately are kept in memory, and forgotten when a transaction fails, since it may have made some of
/// them.
final class NumberedNames: Store<Void> {
    private struct Known {
        var inboxes = NameCache()
        var collections = NameCache()
        var outlets = NameCache()
        var authors = NameCache()
        var languages: Set<String> = []
    }

    private var known = Known()

    init(_ session: WriteSession) { super.init(session, ()) }

    override func undo() {
        super.undo()
        forget()
    }

    /// Forgets the numbers of names, after rows of them were removed.
    func forget() { known = Known() }

    func inbox(_ path: String) throws -> Int64 {
        try known.inboxes.id(of: path) {
            try sql("SELECT id FROM inboxes WHERE path = ?").first(.text(path)) { $0.integer(0) }
                ?? insert("INSERT INTO inboxes(path) VALUES (?)", .text(path))
        }
    }

    func collection(_ name: String) throws -> Int64 {
        try known.collections.id(of: name) {
            try sql("SELECT id FROM collections WHERE name = ?").first(.text(name)) { $0.integer(0) }
                ?? insert("INSERT INTO collections(name) VALUES (?)", .text(name))
        }
    }

    func outlet(_ name: String) throws -> Int64 {
        try known.outlets.id(of: name) {
            try sql("SELECT id FROM outlets WHERE name = ?").first(.text(name)) { $0.integer(0) }
                ?? insert(
                    "INSERT INTO outlets(name, folded) VALUES (?, ?)", .text(name), .text(NameFolding.fold(name)))
        }
    }

    func author(_ name: String) throws -> Int64 {
        try known.authors.id(of: name) {
            try sql("SELECT id FROM authors WHERE name = ?").first(.text(name)) { $0.integer(0) }
                ?? insert(
                    "INSERT INTO authors(name, folded) VALUES (?, ?)", .text(name), .text(NameFolding.fold(name)))
        }
    }

    /// Remembers that there are articles in a language, for the inflected forms that a search tries.
    func note(language: String?) throws {
        guard let language, !known.languages.contains(language) else { return }
        try sql("INSERT OR IGNORE INTO languages(code) VALUES (?)").run(.text(language))
        known.languages.insert(language)
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
