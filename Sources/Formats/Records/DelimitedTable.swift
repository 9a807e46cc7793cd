import Bytes
import NewsModel

/// Cuts a table into rows and cells (RFC 4180): quoted cells may hold delimiters, line ends and doubled quotation marks.
///
/// Forgiven are line feeds alone, carriage returns alone, quotation marks inside of unquoted cells, text behind a closing mark, and an
/// end within a quoted cell. One row at a time is in memory.
struct DelimitedTable {
    enum Row {
        case cells([[UInt8]])
        /// A row of more bytes than are read; the reading goes on behind the next line end.
        case tooLarge
    }

    /// Bytes of the longest row: beyond it a quotation mark was never closed.
    static let rowBytes = 8 << 20

    private let input: ByteInput
    private let delimiter: UInt8

    init(_ input: ByteInput, delimiter: UInt8) {
        self.input = input
        self.delimiter = delimiter
    }

    /// The next row; nil at the end.
    mutating func next() throws -> Row? {
        guard try input.fill(1) > 0 else { return nil }
        var cells: [[UInt8]] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var wasQuoted = false
        var count = 0
        while try input.fill(2) > 0 {
            let window = input.buffered
            var index = 0
            // The last byte waits for the next, which may double a mark or end a line with it.
            let end = window.count > 1 ? window.count - 1 : window.count
            while index < end {
                let byte = window[index]
                let next = index + 1 < window.count ? window[index + 1] : 0
                if isQuoted {
                    if byte != UInt8(ascii: "\"") {
                        cell.append(byte)
                    } else if next == UInt8(ascii: "\"") {
                        cell.append(byte)
                        index += 1
                    } else {
                        isQuoted = false
                        wasQuoted = true
                    }
                } else if byte == delimiter {
                    cells.append(cell)
                    cell = []
                    wasQuoted = false
                } else if byte == 0x0A || byte == 0x0D {
                    input.consume(index + (byte == 0x0D && next == 0x0A ? 2 : 1))
                    cells.append(cell)
                    return .cells(cells)
                } else if byte == UInt8(ascii: "\""), !wasQuoted, cell.allSatisfy({ $0 == 0x20 }) {
                    cell = []
                    isQuoted = true
                } else {
                    cell.append(byte)
                }
                index += 1
            }
            count += index
            input.consume(min(index, window.count))
            guard count <= Self.rowBytes else {
                try skipLine()
                return .tooLarge
            }
        }
        cells.append(cell)
        return .cells(cells)
    }

    private func skipLine() throws {
        while try input.fill(1) > 0 {
            if let feed = input.buffered.firstIndex(of: 0x0A) {
                input.consume(feed + 1)
                return
            }
            input.consume(input.buffered.count)
        }
    }
}
