import Bytes
import NewsModel

extension Format {
    /// CSV (RFC 4180) with a header, its cells parted by commas, semicolons or bars.
    static let csv = delimited(
        "csv", "text/csv",
        DelimitedFormat(endings: ["csv"], delimiters: [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), 0x09]))

    /// A table with a header, its cells parted by tabs (the media type text/tab-separated-values; quoted cells are understood too).
    static let tsv = delimited(
        "tsv", "text/tab-separated-values", DelimitedFormat(endings: ["tsv", "tab"], delimiters: [0x09]))

    private static func delimited(_ name: String, _ mediaType: String, _ table: DelimitedFormat) -> Format {
        Format(
            name: name, mediaTypes: [mediaType], endings: table.endings, isServed: false,
            form: .file(.shape, table.recognises, .streamed { try table.read($0, as: name, in: $1) }))
    }
}

/// Tables as text with a header: RFC 4180 and what spreadsheets make of it. Each row is a member `#n`, counted from 1 behind the
/// header.
struct DelimitedFormat: Sendable {
    /// The endings of the names of such files.
    let endings: [String]
    /// The signs that may part the cells.
    let delimiters: [UInt8]

    @Sendable func recognises(_ sample: FormatSample) -> Bool {
        guard endings.contains(sample.ending) || mayBeHeader(sample.text),
            let header = TableHeader(sample.text, delimiters: delimiters)
        else { return false }
        if endings.contains(sample.ending) { return header.names.count > 1 }
        // By content alone only what can hardly be prose: short names of fields and nothing else.
        return header.fields >= 3 && header.names.count >= 3 && header.isOfArticles
            && header.fields * 2 >= header.names.count
            && header.names.allSatisfy { $0.utf8.count <= 40 } && isFollowedByRow(header, in: sample.text)
    }

    /// Whether the row behind the header has as many cells.
    private func isFollowedByRow(_ header: TableHeader, in text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { text in
            var table = DelimitedTable(ByteInput(BytesInMemory(text)), delimiter: header.delimiter)
            _ = try? table.next()
            guard case .cells(let cells)? = try? table.next() else { return false }
            return cells.count == header.names.count
        }
    }

    /// Whether the first line is short and has a few delimiters: a look that costs nothing on any other text.
    private func mayBeHeader(_ text: [UInt8]) -> Bool {
        let line = text.prefix(1_000).prefix { $0 != 0x0A && $0 != 0x0D }
        guard line.count < 1_000, line.first != UInt8(ascii: "<") else { return false }
        return delimiters.contains { delimiter in line.count { $0 == delimiter } >= 2 }
    }

    func read(_ input: ByteInput, as format: String, in context: ReadingContext) throws {
        try TextInput.withUTF8(input, declared: context.hint.charset, maximumBytes: context.limits.maximumBytes) {
            input in
            try input.fill(ReadingLimits.sniffedBytes)
            guard let header = TableHeader(Array(input.buffered), delimiters: delimiters) else {
                throw ReadingFailure(.notAnArticle, "The table has no header.")
            }
            guard header.isOfArticles else {
                throw ReadingFailure(
                    .notAnArticle,
                    "The table has no column that is a headline or a text; its columns are \(header.names.prefix(8).joined(separator: ", "))."
                )
            }
            if let line = TableHeader.separatorLine(input.buffered) { input.consume(line.length) }
            var table = DelimitedTable(input, delimiter: header.delimiter)
            _ = try table.next()
            var records = RecordReading(format: format, context: context)
            while let row = try table.next() {
                switch row {
                case .cells(let cells):
                    guard cells.contains(where: { !$0.isEmpty }) else { continue }
                    try records.take(header.record(cells))
                case .tooLarge:
                    try records.fail(
                        ReadingFailure(
                            .limitExceeded,
                            "The row has more than \(DelimitedTable.rowBytes) bytes: a quotation mark may be missing."))
                }
            }
            try records.finish("table")
        }
    }
}
