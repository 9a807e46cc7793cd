import Glibc

/// Text for people: nothing in an article or a name may act on the terminal, and colours only where they are wanted.
package enum TerminalText {
    /// One line: control characters and what changes the direction of text are made harmless.
    package static func line(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isHarmless($0) ? $0 : "\u{FFFD}" }))
    }

    /// Text of several lines.
    package static func block(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0 == "\n" || $0 == "\t" || isHarmless($0) ? $0 : "\u{FFFD}" }))
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: false
        default: true
        }
    }

    /// How a piece of text may stand out.
    package enum Style: String {
        case bold = "1"
        case dim = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case highlight = "1;33"
        case name = "36"
        case quotation = "3"
    }

    package static let hasColours = isatty(STDOUT_FILENO) == 1 && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)

    /// Lines of the terminal; 24 where it does not tell.
    package static var height: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return 24 }
        return Int(size.ws_row)
    }

    /// Columns in which text is shown; nil where it goes to no terminal, which wants whole lines. `COLUMNS` counts before what the terminal
    /// tells, and lines longer than `longestLine` are hard to read.
    package static let width: Int? = {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        if let typed = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }), typed >= narrowest {
            return min(typed, longestLine)
        }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return usualWidth }
        return max(narrowest, min(Int(size.ws_col), longestLine))
    }()

    private static let narrowest = 20
    private static let usualWidth = 80
    private static let longestLine = 120

    /// A text broken at words for the terminal.
    package static func wrapped(_ text: String, indent: Int? = nil) -> String {
        WrappedText.text(text, width: width, indent: indent)
    }

    package static func styled(_ text: String, _ style: Style) -> String {
        hasColours ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
