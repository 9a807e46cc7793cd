@testable import Bytes
@testable import Formats
@testable import NewsModel

/// Any bytes as JSON, JSON Lines, tables, subtitles and exports of press databases.
///
/// The first byte chooses the size of portions; records and rows must come out the same however the bytes come in.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard count > 1, let start else { return 0 }
    let portion = Int(start[0]) % 64 + 1
    let bytes = UnsafeBufferPointer(start: start + 1, count: count - 1)
    for name in ["a.json", "a.jsonl", "a.csv", "a.tsv", "a.vtt", "a.txt"] {
        try? ArticleReader().read(bytes, hint: ReadingHint(name: FileName(name))) { _ in }
    }
    precondition(rows(BytesInMemory(bytes)) == rows(Portions(bytes, portion)), "portions make no difference to rows")
    precondition(
        records(BytesInMemory(bytes)) == records(Portions(bytes, portion)), "portions make no difference to records")
    return 0
}

private func rows(_ source: any ByteSource) -> [[[UInt8]]] {
    var table = DelimitedTable(ByteInput(source), delimiter: UInt8(ascii: ","))
    var rows: [[[UInt8]]] = []
    while case .cells(let cells)? = try? table.next() { rows.append(cells) }
    return rows
}

private func records(_ source: any ByteSource) -> [[UInt8]] {
    var splitter = JSONRecordSplitter(ByteInput(source), recordBytes: 1 << 16)
    splitter.wrapperKeys = ["items"]
    splitter.innerWrapperKeys = ["data"]
    var records: [[UInt8]] = []
    while let record = try? splitter.next() { records.append(record.bytes) }
    return records
}

private final class Portions: ByteSource {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let portion: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ portion: Int) { (self.bytes, self.portion) = (bytes, portion) }

    var size: Int { bytes.count }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let part = bytes.dropFirst(offset).prefix(min(portion, buffer.count))
        buffer.copyBytes(from: part)
        return part.count
    }
}
