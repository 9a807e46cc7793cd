/// One identifier of a Swift source file that stands in code, not in a comment or in the words of a string.
struct SwiftToken {
    /// The identifier.
    var text: String
    /// How many braces are open around it.
    var depth: Int
    /// Whether a full stop stands directly before it, as before a member.
    var isMember: Bool
    /// Whether it is the first identifier of its line.
    var isFirstInLine: Bool
}

/// Cuts a Swift source file into its identifiers.
///
/// It knows comments, nested ones too, and string literals: plain, raw and of several lines, with the code of their interpolations. That is
/// enough to tell which types a file mentions, and it takes no compiler.
struct SwiftTokenizer {
    private let bytes: [UInt8]
    private var place = 0
    private var depth = 0
    private var isFirstInLine = true
    private(set) var tokens: [SwiftToken] = []

    init(_ source: String) { bytes = Array(source.utf8) }

    static func tokens(of source: String) -> [SwiftToken] {
        var tokenizer = SwiftTokenizer(source)
        tokenizer.code(until: nil)
        return tokenizer.tokens
    }

    private func byte(_ offset: Int = 0) -> UInt8? {
        place + offset < bytes.count ? bytes[place + offset] : nil
    }

    /// Reads code up to a closing bracket that was not opened in it, or to the end.
    private mutating func code(until close: UInt8?) {
        var open = 0
        while let next = byte() {
            switch next {
            case UInt8(ascii: "\n"):
                isFirstInLine = true
                place += 1
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
                while let next = byte(), next != UInt8(ascii: "\n") { place += 1 }
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"): comment()
            case UInt8(ascii: "\""): string(hashes: 0)
            case UInt8(ascii: "#"):
                var hashes = 0
                while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
                if byte(hashes) == UInt8(ascii: "\"") {
                    place += hashes
                    string(hashes: hashes)
                } else {
                    place += hashes
                }
            case UInt8(ascii: "{"):
                depth += 1
                place += 1
            case UInt8(ascii: "}"):
                depth -= 1
                place += 1
            case UInt8(ascii: "("):
                open += 1
                place += 1
            case UInt8(ascii: ")"):
                if open == 0, close == UInt8(ascii: ")") { return }
                open -= 1
                place += 1
            default:
                if Self.isIdentifierPart(next) { identifier() } else { place += 1 }
            }
        }
    }

    private mutating func comment() {
        var open = 0
        repeat {
            if byte() == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
                open += 1
                place += 2
            } else if byte() == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
                open -= 1
                place += 2
            } else {
                place += 1
            }
        } while open > 0 && place < bytes.count
    }

    /// Reads a string literal from its first quotation mark on.
    private mutating func string(hashes: Int) {
        let marks = byte(1) == UInt8(ascii: "\"") && byte(2) == UInt8(ascii: "\"") ? 3 : 1
        place += marks
        while let next = byte() {
            if next == UInt8(ascii: "\\"), (1..<1 + hashes).allSatisfy({ byte($0) == UInt8(ascii: "#") }) {
                place += 1 + hashes
                if byte() == UInt8(ascii: "(") {
                    place += 1
                    code(until: UInt8(ascii: ")"))
                }
                place += 1
            } else if next == UInt8(ascii: "\""), (0..<marks).allSatisfy({ byte($0) == UInt8(ascii: "\"") }),
                (marks..<marks + hashes).allSatisfy({ byte($0) == UInt8(ascii: "#") })
            {
                place += marks + hashes
                return
            } else if next == UInt8(ascii: "\n"), marks == 1 {
                // A lone mark, as in a regular expression: the literal ends with its line.
                return
            } else {
                place += 1
            }
        }
    }

    private mutating func identifier() {
        let start = place
        while let next = byte(), Self.isIdentifierPart(next) { place += 1 }
        let isMember = start > 0 && bytes[start - 1] == UInt8(ascii: ".")
        tokens.append(
            SwiftToken(
                text: String(decoding: bytes[start..<place], as: UTF8.self), depth: depth, isMember: isMember,
                isFirstInLine: isFirstInLine))
        isFirstInLine = false
    }

    private static func isIdentifierPart(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "@")
            || byte >= 0x80
    }
}
