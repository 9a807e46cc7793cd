import NewsText

/// What each line says of who wrote it and where it comes from.
enum CreditTask {
    static func run(_ records: [Record]) {
        for record in records {
            let line = CreditLine.read(record.text)
            var fields: [String: Any] = [:]
            if let line {
                if !line.authors.isEmpty { fields["authors"] = line.authors }
                for (name, value) in [
                    ("outlet", line.outlet), ("agency", line.agency), ("place", line.place), ("role", line.role),
                    ("date", line.date),
                ] { if let value { fields[name] = value } }
            }
            Record.write(["id": record.id, "kind": line?.kind.rawValue ?? "none", "fields": fields])
        }
    }
}
