import NewsModel

/// A body as Markdown blocks, with everything escaped that Markdown would take for a mark.
enum MarkdownBody {
    static func append(_ article: Article, to bytes: inout [UInt8]) {
        var previous: Paragraph.Kind?
        for piece in BodyPiece.pieces(of: article) {
            // Items of one list stand together; between everything else there is an empty line.
            if let previous, !(previous == .listItem && piece.kind == .listItem) { bytes.append(0x0A) }
            append(piece, to: &bytes)
            bytes.append(0x0A)
            previous = piece.kind
        }
    }

    private static func append(_ piece: BodyPiece, to bytes: inout [UInt8]) {
        switch piece.kind {
        case .paragraph: inline(piece.text, isLineStart: true, to: &bytes)
        case .heading:
            bytes.append(contentsOf: "## ".utf8)
            inline(piece.text, to: &bytes)
            // A sign at the end would be taken for the closing one.
            if bytes.last == UInt8(ascii: "#") { bytes.insert(UInt8(ascii: "\\"), at: bytes.count - 1) }
        case .listItem:
            bytes.append(contentsOf: "- ".utf8)
            inline(piece.text, isLineStart: true, to: &bytes)
        case .blockQuotation, .pullQuote:
            bytes.append(contentsOf: "> ".utf8)
            inline(piece.text, isLineStart: true, to: &bytes)
        case .question:
            bytes.append(contentsOf: "**".utf8)
            inline(piece.text, to: &bytes)
            bytes.append(contentsOf: "**".utf8)
        case .caption:
            bytes.append(UInt8(ascii: "*"))
            inline(piece.text, to: &bytes)
            bytes.append(UInt8(ascii: "*"))
        case .preformatted: fenced(piece.text, to: &bytes)
        case .table: table(piece.text, to: &bytes)
        }
    }

    /// A fence longer than any run of backquotes in the text.
    private static func fenced(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        var longest = 0
        var run = 0
        for byte in text {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = [UInt8](repeating: UInt8(ascii: "`"), count: max(3, longest + 1))
        bytes.append(contentsOf: fence + [0x0A] + text + [0x0A] + fence)
    }

    /// The first row is the head, as a Markdown table must have one.
    private static func table(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        let rows = text.split(separator: 0x0A).map { $0.split(separator: 0x09, omittingEmptySubsequences: false) }
        let width = rows.first?.count ?? 0
        for (index, row) in rows.enumerated() {
            if index > 0 { bytes.append(0x0A) }
            bytes.append(UInt8(ascii: "|"))
            for column in 0..<max(width, row.count) {
                bytes.append(0x20)
                if column < row.count { inline(row[column], to: &bytes) }
                bytes.append(contentsOf: " |".utf8)
            }
            if index == 0 {
                bytes.append(contentsOf: "\n|".utf8)
                for _ in 0..<width { bytes.append(contentsOf: " --- |".utf8) }
            }
        }
    }

    // MARK: Escaping

    /// Running text; `isLineStart` when a mark of a block could stand at its beginning.
    private static func inline(_ text: ArraySlice<UInt8>, isLineStart: Bool = false, to bytes: inout [UInt8]) {
        let text = Array(text)
        let marker = isLineStart ? blockMarker(text) : nil
        for (index, byte) in text.enumerated() {
            if byte == 0x0A {
                // A line end in a paragraph is a space in Markdown; lines would open blocks.
                bytes.append(0x20)
                continue
            }
            if index == marker || isMark(byte, at: index, in: text) { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
    }

    /// The place of the sign that would make the text a heading, quotation, list item, rule, fence or underline.
    private static func blockMarker(_ text: [UInt8]) -> Int? {
        guard let first = text.first else { return nil }
        switch first {
        case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="),
            UInt8(ascii: "~"), UInt8(ascii: ":"):
            return 0
        case 0x30...0x39:
            let digits = text.prefix { (0x30...0x39).contains($0) }.count
            guard digits < 10, digits < text.count,
                text[digits] == UInt8(ascii: ".") || text[digits] == UInt8(ascii: ")")
            else { return nil }
            return digits
        default: return nil
        }
    }

    /// Whether a sign would be taken for a mark within a line (CommonMark 0.31, chapter 6).
    private static func isMark(_ byte: UInt8, at index: Int, in text: [UInt8]) -> Bool {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "|"):
            return true
        case UInt8(ascii: "_"):
            // Between two letters or digits it is no mark.
            return !(index > 0 && isWord(text[index - 1]) && index + 1 < text.count && isWord(text[index + 1]))
        case UInt8(ascii: "~"):
            return index + 1 < text.count && text[index + 1] == byte
        case UInt8(ascii: "<"):
            guard index + 1 < text.count else { return false }
            return isWord(text[index + 1]) || "/!?".utf8.contains(text[index + 1])
        case UInt8(ascii: "&"):
            // The longest name of a character has 31 letters.
            let name = text[(index + 1)...].prefix(34).prefix { isWord($0) || $0 == UInt8(ascii: "#") }
            return !name.isEmpty && name.endIndex < text.count && text[name.endIndex] == UInt8(ascii: ";")
        default: return false
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
