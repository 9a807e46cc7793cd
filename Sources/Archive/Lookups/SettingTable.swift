/// What the archive notes of itself, by name: versions of its parts, and how far work on it has come.
final class SettingTable: Store<Void> {
    init(_ session: WriteSession) { super.init(session, ()) }

    /// The value of a setting; nil where it was never set.
    func value(of name: String) throws -> String? {
        try sql("SELECT value FROM settings WHERE name = ?").first(.text(name)) { $0.text(0) }
    }

    func set(_ name: String, to value: String) throws {
        try sql("INSERT OR REPLACE INTO settings(name, value) VALUES (?, ?)").run(.text(name), .text(value))
    }

    func remove(_ name: String) throws { try sql("DELETE FROM settings WHERE name = ?").run(.text(name)) }
}
