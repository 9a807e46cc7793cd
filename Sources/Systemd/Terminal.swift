import Synchronization

/// A terminal with log lines that scroll and, if wanted, one live line beneath them.
///
/// All writing goes through it, so that the live line is taken away before a log line and drawn again after it.
public final class Terminal: Sendable {
    /// Whether lines may have colours.
    public let hasColours: Bool
    /// Whether a live line can be drawn; without it `setLiveLine` does nothing.
    public let hasLiveLine: Bool

    private let liveLine = Mutex<String?>(nil)
    private let write: @Sendable (String) -> Void

    /// A terminal on a descriptor.
    ///
    /// - Parameters:
    ///   - descriptor: the descriptor, by default standard error.
    ///   - hasColours: whether lines may have colours.
    ///   - hasLiveLine: whether the terminal understands the sequences that a live line needs.
    public convenience init(descriptor: Int32 = 2, hasColours: Bool, hasLiveLine: Bool) {
        self.init(hasColours: hasColours, hasLiveLine: hasLiveLine) { StandardErrorStream.write($0, to: descriptor) }
    }

    init(hasColours: Bool, hasLiveLine: Bool, write: @escaping @Sendable (String) -> Void) {
        self.hasColours = hasColours
        self.hasLiveLine = hasLiveLine
        self.write = write
    }

    /// Writes one line above the live line; control characters in it must be escaped already.
    func writeLine(_ line: String) {
        liveLine.withLock { live in
            write((live == nil ? "" : Self.eraseLine) + line + "\n" + (live.map(Self.drawn) ?? ""))
        }
    }

    /// Writes one line of any text above the live line.
    public func print(_ text: String) { writeLine(PrintableText.escape(text)) }

    /// Shows one line beneath all others until it is replaced; nil takes it away. The terminal cuts it at its right margin.
    public func setLiveLine(_ text: String?) {
        guard hasLiveLine else { return }
        let shown = text.map(PrintableText.escape)
        liveLine.withLock { live in
            guard live != shown else { return }
            live = shown
            write(Self.eraseLine + (shown.map(Self.drawn) ?? ""))
        }
    }

    /// Carriage return, then ECMA-48 EL: erase to the end of the line.
    private static let eraseLine = "\r\u{1B}[K"

    /// The line with automatic wrapping off around it (DEC private mode 7), so that a long one stays on one row whatever the
    /// width is, and can be erased as one.
    private static func drawn(_ text: String) -> String {
        "\u{1B}[?7l" + text + "\u{1B}[?7h"
    }
}
