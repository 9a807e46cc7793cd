import Bytes
import NewsModel

/// Collects the paragraphs of an office document as its reader meets them.
///
/// A table whose cells hold running text was made for the layout: its paragraphs stand by themselves.
struct DocumentBuilder {
    /// Bytes of a cell from which on it holds running text.
    private static let runningTextBytes = 240
    /// Tables within one another beyond which cells are paragraphs.
    private static let deepestTable = 8

    private(set) var blocks: [DocumentBlock] = []
    private(set) var links: [Link] = []
    private let limits: ReadingLimits
    private var tables: [Table] = []
    private var current = DocumentBlock()
    private var sizes: [Double: Int] = [:]
    private var link: (url: String, start: Int)?

    private struct Table {
        var rows: [[[DocumentBlock]]] = []
    }

    init(_ limits: ReadingLimits) { self.limits = limits }

    /// Appends text to the paragraph at hand.
    mutating func append(_ text: some Sequence<UInt8>, size: Double = 0) {
        let before = current.text.count
        current.text.append(contentsOf: text)
        sizes[size, default: 0] += current.text.count - before
    }

    /// Ends the paragraph at hand.
    ///
    /// - Throws: `.limitExceeded` for more paragraphs than an article may have.
    mutating func endParagraph(_ role: DocumentBlock.Role = .text) throws(ReadingFailure) {
        endLink()
        var block = current
        current = DocumentBlock()
        block.role = role
        block.size = sizes.max { $0.value != $1.value ? $0.value < $1.value : $0.key < $1.key }?.key ?? 0
        sizes.removeAll(keepingCapacity: true)
        guard block.text.contains(where: { $0 > 0x20 }) else { return }
        try add([block])
    }

    /// A link begins; its text is what is appended until it ends.
    mutating func beginLink(_ url: String) { link = url.contains("://") ? (url, current.text.count) : nil }

    mutating func endLink() {
        guard let (url, start) = link else { return }
        link = nil
        guard links.count < ReadingLimits.mostLinks, start <= current.text.count else { return }
        let text = TextNormalizer.normalized(String(decoding: current.text[start...], as: UTF8.self))
        links.append(Link(url: url, text: text.isEmpty ? nil : text))
    }

    // MARK: Tables

    mutating func beginTable() throws(ReadingFailure) {
        try endParagraph()
        tables.append(Table())
    }

    mutating func beginRow() { if !tables.isEmpty { tables[tables.count - 1].rows.append([]) } }

    mutating func beginCell() {
        guard let last = tables.indices.last else { return }
        if tables[last].rows.isEmpty { tables[last].rows.append([]) }
        tables[last].rows[tables[last].rows.count - 1].append([])
    }

    mutating func endTable() throws(ReadingFailure) {
        try endParagraph()
        guard let table = tables.popLast() else { return }
        let cells = table.rows.flatMap { $0 }
        let isLayout = cells.contains { cell in
            cell.count > 3 || cell.contains { $0.text.count > Self.runningTextBytes || $0.role == .table }
        }
        guard !isLayout, table.rows.contains(where: { $0.count > 1 }) else { return try add(cells.flatMap { $0 }) }
        var block = DocumentBlock(role: .table)
        for row in table.rows {
            let texts = row.map { $0.map(\.line).joined(separator: " ") }
            guard texts.contains(where: { !$0.isEmpty }) else { continue }
            if !block.text.isEmpty { block.text.append(0x0A) }
            block.text += texts.joined(separator: "\t").utf8
        }
        if !block.text.isEmpty { try add([block]) }
    }

    /// Ends a row whose cells were appended with a tab behind each.
    mutating func endRow() throws(ReadingFailure) {
        while current.text.last == 0x09 { current.text.removeLast() }
        guard current.text.contains(0x09), current.text.count <= 4 * Self.runningTextBytes else {
            for index in current.text.indices where current.text[index] == 0x09 { current.text[index] = 0x20 }
            return try endParagraph()
        }
        // The rows of one table are one block.
        if let last = blocks.indices.last, blocks[last].role == .table {
            blocks[last].text += [0x0A] + current.text
            current = DocumentBlock()
            sizes.removeAll(keepingCapacity: true)
            return
        }
        try endParagraph(.table)
    }

    private mutating func add(_ new: [DocumentBlock]) throws(ReadingFailure) {
        if let last = tables.indices.last, let row = tables[last].rows.indices.last,
            let cell = tables[last].rows[row].indices.last, tables.count <= Self.deepestTable
        {
            tables[last].rows[row][cell] += new
            return
        }
        blocks += new
        guard blocks.count <= limits.maximumParagraphs else {
            throw ReadingFailure(.limitExceeded, "The document has more than \(limits.maximumParagraphs) paragraphs.")
        }
    }
}
