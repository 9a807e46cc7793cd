import ArgumentParser
import Export

/// How CSV is written.
struct CSVOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The columns of CSV, separated by commas. Default: \(CSVColumn.standard.map(\.rawValue).joined(separator: ",")). Also: "
                + CSVColumn.allCases.filter { !CSVColumn.standard.contains($0) }.map(\.rawValue).joined(separator: ",")
                + ".", valueName: "names"),
        transform: Self.columns)
    var columns: [CSVColumn]?

    @Flag(name: .long, help: "A byte order mark before CSV, which Excel needs to tell that it is UTF-8.")
    var bom = false

    @Flag(
        name: .long,
        help: ArgumentHelp(
            "Whole texts in CSV. Without it a cell is cut at the \(CSVWriter.excelCellLimit) characters that Excel takes."
        ))
    var wholeCells = false

    var writer: CSVWriter {
        CSVWriter(
            columns: columns ?? CSVColumn.standard, hasByteOrderMark: bom,
            cellLimit: wholeCells ? nil : CSVWriter.excelCellLimit)
    }

    /// Whether anything was asked for that is about CSV alone.
    var isGiven: Bool { columns != nil || bom || wholeCells }

    private static func columns(_ text: String) throws -> [CSVColumn] {
        try text.split(separator: ",", omittingEmptySubsequences: false).map { name in
            guard let column = CSVColumn(rawValue: String(name)) else {
                throw ValidationError(
                    "there is no column '\(name)'; the columns are "
                        + CSVColumn.allCases.map(\.rawValue).joined(separator: ","))
            }
            return column
        }
    }
}
