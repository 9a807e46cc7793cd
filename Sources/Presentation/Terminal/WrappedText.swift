/// Text broken at words for a width.
package enum WrappedText {
    /// Each line of a text, broken where it is wider than a width: at spaces, and between characters of scripts that are written without them.
    ///
    /// What is wider than a whole line, such as an address, stays in one piece, so that it can be copied. Styles go over breaks.
    /// - Parameters:
    ///   - width: columns; nil leaves the text as it is.
    ///   - indent: columns before what is continued; nil for those before the line's first word.
    package static func text(_ text: String, width: Int?, indent: Int? = nil) -> String {
        guard let width else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            DisplayWidth.of(String(line)) <= width ? String(line) : wrapped(line, width, indent)
        }.joined(separator: "\n")
    }

    private static func wrapped(_ line: Substring, _ width: Int, _ indent: Int?) -> String {
        let leading = line.prefix { $0 == " " }.count
        // A window that is narrower than the indentation would leave nothing for words.
        let indent = min(indent ?? leading, width / 2)
        var lines: [String] = []
        var current = String(repeating: " ", count: leading)
        var column = leading
        var isEmpty = true
        var spaces = ""
        func breakLine() {
            lines.append(current)
            current = String(repeating: " ", count: indent)
            column = indent
            isEmpty = true
            spaces = ""
        }
        for piece in pieces(line.dropFirst(leading)) {
            let pieceWidth = DisplayWidth.of(piece.text)
            if !isEmpty, column + spaces.count + pieceWidth > width { breakLine() }
            current += (isEmpty ? "" : spaces) + piece.text
            column += (isEmpty ? 0 : spaces.count) + pieceWidth
            if pieceWidth > 0 { isEmpty = false }
            spaces = piece.spaces
        }
        return (lines + [current]).joined(separator: "\n")
    }

    /// What is not broken, and the spaces behind it.
    private struct Piece {
        var text = ""
        var spaces = ""
    }

    private static func pieces(_ line: Substring) -> [Piece] {
        var pieces: [Piece] = []
        var piece = Piece()
        func end() {
            pieces.append(piece)
            piece = Piece()
        }
        var isStyle = false
        for character in line {
            if isStyle || character == "\u{1B}" {
                piece.text.append(character)
                isStyle = !(character.isASCII && character.isLetter)
                continue
            }
            if character == " " {
                piece.spaces.append(character)
                continue
            }
            let isWide = DisplayWidth.of(String(character)) == 2
            if !piece.spaces.isEmpty || isWide && !piece.text.isEmpty && !hangs(character) { end() }
            piece.text.append(character)
        }
        end()
        return pieces
    }

    /// Whether a character may not begin a line: what closes a sentence or a quotation in Chinese and Japanese (JLREQ, 3.1.7).
    private static func hangs(_ character: Character) -> Bool { "、。，．・：；？！）］｝〕〉》」』】ー々".contains(character) }
}
