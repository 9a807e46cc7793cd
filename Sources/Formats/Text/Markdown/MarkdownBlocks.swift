import NewsModel

/// Cuts Markdown into its blocks (CommonMark 0.31, chapters 4 and 5, the subset that articles use; tables as on GitHub).
///
/// Nested lists come out as items in order, blocks inside a quotation as quotations.
struct MarkdownBlocks {
    /// One block with its inline marks still in it.
    struct Block {
        var kind: Paragraph.Kind
        /// 1 to 6 for headings, 0 otherwise.
        var level = 0
        var source: [UInt8]
    }

    private let lines: [ArraySlice<UInt8>]
    private(set) var blocks: [Block] = []
    /// Addresses by label: `[label]: address`.
    private(set) var references: [String: String] = [:]
    private var open: [UInt8] = []
    private var openKind = Paragraph.Kind.paragraph

    /// Reads the lines from one on.
    init(_ lines: [ArraySlice<UInt8>], from start: Int) {
        self.lines = lines
        var index = start
        while index < lines.count { index = read(index) }
        flush()
    }

    private mutating func read(_ index: Int) -> Int {
        var line = lines[index]
        var indent = 0
        while let first = line.first, first == 0x20 || first == 0x09 {
            indent += first == 0x09 ? 4 : 1
            line = line.dropFirst()
        }
        while let last = line.last, last <= 0x20 { line = line.dropLast() }
        guard let first = line.first else {
            flush()
            return index + 1
        }
        if first == UInt8(ascii: ">"), indent < 4 {
            if openKind != .blockQuotation { flush() }
            while let sign = line.first, sign == UInt8(ascii: ">") || sign == 0x20 { line = line.dropFirst() }
            if line.isEmpty { flush() } else { append(Self.withoutMarker(line), .blockQuotation) }
            return index + 1
        }
        if openKind == .blockQuotation, !open.isEmpty, Self.marker(line) == nil, heading(line) == 0 {
            append(line, .blockQuotation)
            return index + 1
        }
        if indent >= 4, open.isEmpty, blocks.last?.kind != .listItem { return indented(index) }
        if let fence = Self.fence(line) { return fenced(index, fence) }
        let level = heading(line)
        if level > 0 {
            flush()
            var text = line.dropFirst(level)
            // A closing run of signs is no part of the heading.
            let closed = text.reversed().drop { $0 == UInt8(ascii: "#") || $0 == 0x20 }
            if closed.count < text.count, text[text.startIndex...].last == UInt8(ascii: "#") {
                text = text.prefix(closed.count)
            }
            blocks.append(Block(kind: .heading, level: level, source: Array(text)))
            return index + 1
        }
        if !open.isEmpty, openKind == .paragraph, let level = Self.underline(line) {
            blocks.append(Block(kind: .heading, level: level, source: open))
            open = []
            return index + 1
        }
        if Self.isRule(line) {
            flush()
            return index + 1
        }
        if index + 1 < lines.count, line.contains(UInt8(ascii: "|")), Self.isTableRule(lines[index + 1]) {
            return table(index)
        }
        if open.isEmpty, let (label, url) = Self.definition(line) {
            if references[label] == nil { references[label] = url }
            return index + 1
        }
        if let skipped = Self.marker(line), !(openKind == .paragraph && !open.isEmpty && Self.isNumber(line)) {
            flush()
            append(line.dropFirst(skipped), .listItem)
            return index + 1
        }
        append(line, open.isEmpty ? .paragraph : openKind)
        return index + 1
    }

    private mutating func append(_ line: ArraySlice<UInt8>, _ kind: Paragraph.Kind) {
        if open.isEmpty { openKind = kind } else { open.append(0x0A) }
        open.append(contentsOf: line)
    }

    private mutating func flush() {
        if !open.isEmpty { blocks.append(Block(kind: openKind, source: open)) }
        open = []
        openKind = .paragraph
    }

    // MARK: Blocks of several lines

    private mutating func indented(_ start: Int) -> Int {
        var index = start
        var source: [UInt8] = []
        while index < lines.count {
            let line = lines[index]
            let isCode = line.first == 0x09 || line.prefix(4).elementsEqual([0x20, 0x20, 0x20, 0x20])
            guard isCode else { break }
            source.append(contentsOf: line.dropFirst(line.first == 0x09 ? 1 : 4))
            source.append(0x0A)
            index += 1
        }
        blocks.append(Block(kind: .preformatted, source: source))
        return max(index, start + 1)
    }

    private mutating func fenced(_ start: Int, _ fence: (sign: UInt8, count: Int)) -> Int {
        flush()
        var index = start + 1
        var source: [UInt8] = []
        while index < lines.count {
            let line = lines[index].drop { $0 == 0x20 }
            index += 1
            if let close = Self.fence(line), close.sign == fence.sign, close.count >= fence.count { break }
            source.append(contentsOf: lines[index - 1])
            source.append(0x0A)
        }
        blocks.append(Block(kind: .preformatted, source: source))
        return index
    }

    private mutating func table(_ start: Int) -> Int {
        flush()
        var index = start
        var source: [UInt8] = []
        while index < lines.count, lines[index].contains(UInt8(ascii: "|")) {
            defer { index += 1 }
            if index == start + 1 { continue }
            let cells = lines[index].split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
                .map { $0.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed() }
            var row = cells[...]
            if row.first?.isEmpty ?? false { row = row.dropFirst() }
            if row.last?.isEmpty ?? false { row = row.dropLast() }
            source.append(contentsOf: row.joined(separator: [0x09]))
            source.append(0x0A)
        }
        blocks.append(Block(kind: .table, source: source))
        return index
    }

    // MARK: Lines

    private func heading(_ line: ArraySlice<UInt8>) -> Int {
        let level = line.prefix { $0 == UInt8(ascii: "#") }.count
        guard (1...6).contains(level) else { return 0 }
        let rest = line.dropFirst(level)
        return rest.isEmpty || rest.first == 0x20 || rest.first == 0x09 ? level : 0
    }

    private static func underline(_ line: ArraySlice<UInt8>) -> Int? {
        if line.allSatisfy({ $0 == UInt8(ascii: "=") }) { return 1 }
        return line.allSatisfy { $0 == UInt8(ascii: "-") } && line.count >= 2 ? 2 : nil
    }

    private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first, "*-_".utf8.contains(first) else { return false }
        return line.allSatisfy { $0 == first || $0 == 0x20 } && line.filter { $0 == first }.count >= 3
    }

    private static func fence(_ line: ArraySlice<UInt8>) -> (sign: UInt8, count: Int)? {
        guard let first = line.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else { return nil }
        let count = line.prefix { $0 == first }.count
        guard count >= 3, first == UInt8(ascii: "~") || !line.dropFirst(count).contains(first) else { return nil }
        return (first, count)
    }

    private static func isTableRule(_ line: ArraySlice<UInt8>) -> Bool {
        line.contains(UInt8(ascii: "-")) && line.contains(UInt8(ascii: "|"))
            && line.allSatisfy { "|-: \t\r".utf8.contains($0) }
    }

    private static func isNumber(_ line: ArraySlice<UInt8>) -> Bool {
        line.first.map { (0x30...0x39).contains($0) } ?? false
    }

    /// The bytes of a bullet or number with its space; numbers stay in the text.
    private static func marker(_ line: ArraySlice<UInt8>) -> Int? {
        guard let first = line.first, line.count > 1 else { return nil }
        if "-*+".utf8.contains(first) {
            return line[line.startIndex + 1] == 0x20 || line[line.startIndex + 1] == 0x09 ? 2 : nil
        }
        let digits = line.prefix(9).prefix { (0x30...0x39).contains($0) }.count
        guard digits > 0, line.count > digits + 1 else { return nil }
        let sign = line[line.startIndex + digits]
        return (sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")) && line[line.startIndex + digits + 1] == 0x20
            ? 0 : nil
    }

    /// A line inside a quotation without the marks of a heading or list.
    private static func withoutMarker(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let hashes = line.prefix { $0 == UInt8(ascii: "#") }.count
        if hashes > 0, hashes <= 6, line.dropFirst(hashes).first == 0x20 { return line.dropFirst(hashes + 1) }
        return marker(line).map { line.dropFirst($0) } ?? line
    }

    /// `[label]: address "title"`.
    private static func definition(_ line: ArraySlice<UInt8>) -> (String, String)? {
        guard line.first == UInt8(ascii: "["), line.dropFirst().first != UInt8(ascii: "^"),
            let close = line.prefix(300).firstIndex(of: UInt8(ascii: "]")), close + 1 < line.endIndex,
            line[close + 1] == UInt8(ascii: ":")
        else { return nil }
        let label = String(decoding: line[(line.startIndex + 1)..<close], as: UTF8.self)
        let target = String(decoding: line[(close + 2)...].drop { $0 <= 0x20 }.prefix { $0 > 0x20 }, as: UTF8.self)
        let url = target.filter { $0 != "<" && $0 != ">" }
        return url.isEmpty ? nil : (MarkdownInline.label(label), url)
    }
}
