import NewsModel

/// One paragraph of a body with its text.
struct BodyPiece {
    var kind: Paragraph.Kind
    /// The paragraph's UTF-8.
    var text: ArraySlice<UInt8>

    /// The paragraphs of an article in order; a body without paragraphs, or with ranges that do not fit it, is cut at its
    /// empty lines. Linear in the body.
    static func pieces(of article: Article) -> [BodyPiece] {
        let bytes = Array(article.body.utf8)
        return cut(bytes, article.paragraphs) ?? byEmptyLines(bytes)
    }

    private static func cut(_ bytes: [UInt8], _ paragraphs: [Paragraph]) -> [BodyPiece]? {
        guard !paragraphs.isEmpty else { return bytes.isEmpty ? [] : nil }
        var pieces: [BodyPiece] = []
        pieces.reserveCapacity(paragraphs.count)
        var index = 0
        var position = 0
        /// Moves to a code point; false when it lies behind or beyond the end.
        func move(to target: Int) -> Bool {
            guard target >= position else { return false }
            while position < target {
                guard index < bytes.count else { return false }
                index += 1
                while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
                position += 1
            }
            return true
        }
        for paragraph in paragraphs {
            guard move(to: paragraph.range.start) else { return nil }
            let start = index
            guard move(to: paragraph.range.end) else { return nil }
            pieces.append(BodyPiece(kind: paragraph.kind, text: bytes[start..<index]))
        }
        return pieces
    }

    private static func byEmptyLines(_ bytes: [UInt8]) -> [BodyPiece] {
        var pieces: [BodyPiece] = []
        var start = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) where line.isEmpty {
            if line.startIndex > start + 1 {
                pieces.append(BodyPiece(kind: .paragraph, text: bytes[start..<line.startIndex - 1]))
            }
            start = line.startIndex + 1
        }
        if start < bytes.count { pieces.append(BodyPiece(kind: .paragraph, text: bytes[start...])) }
        return pieces
    }
}
