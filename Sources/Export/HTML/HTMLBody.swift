import NewsModel

/// A body as HTML, for programs that take marked-up text.
enum HTMLBody {
    /// The paragraphs as elements, one a line; items of a list in a list, rows of a table in a table.
    static func text(of article: Article) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(article.body.utf8.count + article.paragraphs.count * 16)
        var isInList = false
        for piece in BodyPiece.pieces(of: article) {
            if (piece.kind == .listItem) != isInList {
                isInList.toggle()
                bytes.append(contentsOf: (isInList ? "<ul>\n" : "</ul>\n").utf8)
            }
            append(piece, to: &bytes)
            bytes.append(0x0A)
        }
        if isInList { bytes.append(contentsOf: "</ul>\n".utf8) }
        if bytes.last == 0x0A { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(_ piece: BodyPiece, to bytes: inout [UInt8]) {
        func element(_ opening: String, _ closing: String) {
            bytes.append(contentsOf: opening.utf8)
            escape(piece.text, to: &bytes)
            bytes.append(contentsOf: closing.utf8)
        }
        switch piece.kind {
        case .paragraph: element("<p>", "</p>")
        case .question: element("<p><strong>", "</strong></p>")
        case .heading: element("<h2>", "</h2>")
        case .listItem: element("<li>", "</li>")
        case .blockQuotation: element("<blockquote><p>", "</p></blockquote>")
        case .caption: element("<figure><figcaption>", "</figcaption></figure>")
        case .pullQuote: element("<aside><p>", "</p></aside>")
        // A line end right after <pre> is not text, so that one is added.
        case .preformatted: element("<pre>\n", "</pre>")
        case .table: table(piece.text, to: &bytes)
        }
    }

    private static func table(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "<table>".utf8)
        for row in text.split(separator: 0x0A) {
            bytes.append(contentsOf: "<tr>".utf8)
            for cell in row.split(separator: 0x09, omittingEmptySubsequences: false) {
                bytes.append(contentsOf: "<td>".utf8)
                escape(cell, to: &bytes)
                bytes.append(contentsOf: "</td>".utf8)
            }
            bytes.append(contentsOf: "</tr>".utf8)
        }
        bytes.append(contentsOf: "</table>".utf8)
    }

    private static func escape(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            default: bytes.append(byte)
            }
        }
    }
}
