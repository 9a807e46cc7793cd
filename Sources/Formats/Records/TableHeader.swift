import Bytes

/// The first row of a table: which sign parts its cells, and what its columns mean.
struct TableHeader {
    /// Bytes of the longest header.
    private static let longest = 8 << 10

    let delimiter: UInt8
    /// The names of the columns.
    let names: [String]
    private let columns: [(field: RecordField, rank: Int)?]

    /// Columns that mean a field of an article.
    var fields: Int { columns.reduce(0) { $0 + ($1 == nil ? 0 : 1) } }

    /// Whether the table can hold articles: a column is a text, or a headline beside another field.
    var isOfArticles: Bool {
        let found = Set(columns.compactMap { $0?.field })
        return found.contains(.body) || found.contains(.html) || found.contains(.headline) && found.count > 1
    }

    /// Reads the header at the start of a text; nil where there is none.
    init?(_ text: [UInt8], delimiters: [UInt8]) {
        let line = Self.separatorLine(text)
        let start = Array(text.dropFirst(line?.length ?? 0).prefix(Self.longest))
        guard !start.isEmpty else { return nil }
        let delimiters = line.map { [$0.delimiter] } ?? delimiters
        var best: (delimiter: UInt8, cells: [[UInt8]], known: Int)?
        for delimiter in delimiters {
            let cells: [[UInt8]]? = start.withUnsafeBufferPointer { start in
                var table = DelimitedTable(ByteInput(BytesInMemory(start)), delimiter: delimiter)
                if case .cells(let cells)? = try? table.next() { return cells }
                return nil
            }
            guard let cells, cells.count > 1 else { continue }
            let known = cells.count { Self.column($0) != nil }
            if known > best?.known ?? -1 || known == best?.known && cells.count > best?.cells.count ?? 0 {
                best = (delimiter, cells, known)
            }
        }
        guard let best, best.cells.count <= 1_000 else { return nil }
        delimiter = best.delimiter
        names = best.cells.map { TextNormalizer.normalized(String(decoding: $0, as: UTF8.self)) }
        columns = best.cells.map(Self.column)
    }

    /// The sign that the line `sep=;` of spreadsheets names, and the length of that line in bytes; nil where the text begins otherwise.
    static func separatorLine(_ text: some Collection<UInt8>) -> (delimiter: UInt8, length: Int)? {
        let mark = Array(text.prefix(3)) == [0xEF, 0xBB, 0xBF] ? 3 : 0
        let line = Array(text.dropFirst(mark).prefix(10))
        guard line.count > 6, String(decoding: line[..<4], as: UTF8.self).lowercased() == "sep=" else { return nil }
        if line[5] == 0x0A { return (line[4], mark + 6) }
        return line[5] == 0x0D ? (line[4], mark + (line[6] == 0x0A ? 7 : 6)) : nil
    }

    private static func column(_ cell: [UInt8]) -> (field: RecordField, rank: Int)? {
        guard cell.count <= 64 else { return nil }
        return RecordField.field(RecordField.folded(String(decoding: cell, as: UTF8.self)))
    }

    /// A row as a record; cells without a column of a known name are left out.
    func record(_ cells: [[UInt8]]) -> Record {
        var row: [(field: RecordField, rank: Int, text: String)] = []
        for case (let column?, let cell) in zip(columns, cells) {
            row.append((column.field, column.rank, String(decoding: cell, as: UTF8.self)))
        }
        return Record(row: row)
    }
}
