import NewsModel

/// Articles as CSV (RFC 4180: CRLF, quotes doubled, a header line), made so that spreadsheet programs can do no harm with it.
///
/// A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or a
/// carriage return) gets an apostrophe before it, as OWASP's page on CSV injection advises.
public struct CSVWriter: ArticleWriter {
    /// The most characters of a cell in Excel, counted in UTF-16 units ("Excel specifications and limits", Microsoft).
    public static let excelCellLimit = 32_767
    /// What a cut text ends with.
    static let cutMark = " […]"

    /// The columns in order.
    public let columns: [CSVColumn]
    /// True for a byte order mark at the start, without which Excel takes the text for another character set.
    public let hasByteOrderMark: Bool
    /// The most UTF-16 units of a cell; nil for no limit.
    public let cellLimit: Int?
    /// How many cells were longer and were cut.
    public private(set) var cutCells = 0

    /// A writer.
    ///
    /// - Parameters:
    ///   - columns: `CSVColumn.standard` unless given.
    ///   - hasByteOrderMark: false unless given.
    ///   - cellLimit: Excel's limit unless given.
    public init(
        columns: [CSVColumn] = CSVColumn.standard, hasByteOrderMark: Bool = false,
        cellLimit: Int? = CSVWriter.excelCellLimit
    ) {
        self.columns = columns
        self.hasByteOrderMark = hasByteOrderMark
        self.cellLimit = cellLimit
    }

    /// The byte order mark, where it is wanted, and the line of the columns' names.
    public var prologue: [UInt8] {
        (hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []) + columns.map(\.rawValue).joined(separator: ",").utf8 + [
            0x0D, 0x0A,
        ]
    }

    /// Appends the article's row.
    public mutating func append(_ item: ExportedArticle, to bytes: inout [UInt8]) {
        for (index, column) in columns.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            if let text = column.text(of: item) { append(cell: text, to: &bytes) }
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    private mutating func append(cell text: String, to bytes: inout [UInt8]) {
        let isFormula = Self.isFormula(text)
        var text = text
        if let cellLimit, let cut = Self.cut(text, to: cellLimit - (isFormula ? 1 : 0)) {
            text = cut
            cutCells += 1
        }
        let isQuoted = isFormula || text.utf8.contains { Self.wantsQuotes($0) }
        guard isQuoted || text.utf8.first == 0x20 || text.utf8.last == 0x20 else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The semicolon and the tab are separators for spreadsheets of other countries.
    private static func wantsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D: true
        default: false
        }
    }

    /// Whether a spreadsheet might take the text for a formula; spaces, quotation marks and what cannot be seen are passed over.
    static func isFormula(_ text: String) -> Bool {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t", "\r", "\n": return true
            case "\"", "'", "`": continue
            case _ where scalar.properties.isWhitespace || scalar.properties.isQuotationMark: continue
            case _ where isInvisible(scalar): continue
            case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}": return true
            default: return false
            }
        }
        return false
    }

    /// Marks of byte order and direction, joiners, soft hyphens, variation selectors and control characters.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format: true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// The beginning of a text of more than `limit` UTF-16 units with a mark at its end; nil when it fits.
    static func cut(_ text: String, to limit: Int) -> String? {
        // A text has never more UTF-16 units than bytes.
        guard text.utf8.count > limit, text.utf16.count > limit else { return nil }
        var end = text.utf16.index(text.startIndex, offsetBy: limit - cutMark.utf16.count)
        if end.samePosition(in: text.unicodeScalars) == nil { end = text.utf16.index(before: end) }
        return String(text[..<end]) + cutMark
    }
}
