import NewsModel

/// The names that people gave to outlets: `memory` holds what stands.
final class OutletNameTable: Store<OutletNames> {
    init(_ session: WriteSession) throws {
        super.init(session, try OutletNames { try session.sql($0) })
    }

    /// The setting that stands while articles may have outlets that are not those of the table.
    static let pendingSetting = "outlets_pending"

    /// Why what a person says of an outlet cannot be.
    func check(_ said: Correction) throws {
        var wanted = memory
        guard wanted.apply(said) else { throw CorrectionRefusal.nothingToUndo }
        guard !said.isUndone, said.field != Correction.hostField, let name = said.value, let into = said.into else {
            return
        }
        // What it is named must not lead back to it.
        if NameFolding.fold(into) != NameFolding.fold(name),
            NameFolding.fold(memory.shown(as: into)) == NameFolding.fold(name)
        {
            throw CorrectionRefusal.outletCircle(into, name)
        }
    }

    /// Writes what a person says, inside a transaction.
    func put(_ said: Correction) throws {
        var wanted = memory
        wanted.apply(said)
        try replace(with: wanted)
    }

    /// Writes what stands now, inside a transaction; people name some hundreds of outlets at most.
    func replace(with names: OutletNames) throws {
        guard names != memory else { return }
        try sql("DELETE FROM outlet_names").run()
        for (rules, isHost) in [(names.names, false), (names.hosts, true)] {
            for (folded, rule) in rules {
                try sql(
                    "INSERT INTO outlet_names(host, folded, name, into_name, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?)"
                ).run(
                    SQLValue(isHost), .text(folded), .text(rule.name), .text(rule.into), .text(rule.by),
                    .integer(rule.at))
            }
        }
        try sql("INSERT OR REPLACE INTO settings(name, value) VALUES (?, '1')").run(.text(Self.pendingSetting))
        memory = names
    }
}

extension OutletNames {
    /// What the database holds.
    init(_ statement: (String) throws -> PreparedStatement) throws {
        var names = OutletNames()
        try statement("SELECT host, name, into_name, made_by, made_at FROM outlet_names").each([]) { row in
            names.add(
                Rule(name: row.text(1), into: row.text(2), by: row.text(3), at: row.integer(4)),
                isHost: row.integer(0) != 0)
            return true
        }
        self = names
    }
}

extension ReadSession {
    /// The names that people gave to outlets.
    var outletNames: OutletNames {
        get throws {
            try memory.value { try OutletNames { try sql($0) } }
        }
    }
}
