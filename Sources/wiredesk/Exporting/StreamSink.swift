import ArticleQuery
import Export

/// All articles in one file or stream.
final class StreamSink: ExportSink {
    private var writer: any ArticleWriter
    private let output: OutputFile
    private(set) var count = 0

    init(_ writer: any ArticleWriter, _ output: OutputFile) {
        self.writer = writer
        self.output = output
    }

    var notes: [String] {
        guard let csv = writer as? CSVWriter, csv.cutCells > 0 else { return [] }
        return [
            "\(csv.cutCells) cells were cut at the \(CSVWriter.excelCellLimit) characters that Excel takes; --whole-cells or "
                + "--as jsonl give whole texts"
        ]
    }

    func take(_ version: FiledVersion) throws {
        if count == 0 { try output.write { $0 += writer.prologue } }
        try output.write { writer.append(version.exported, to: &$0) }
        count += 1
    }

    func finish() throws {
        try output.write { $0 += writer.epilogue }
        try output.finish()
    }
}
