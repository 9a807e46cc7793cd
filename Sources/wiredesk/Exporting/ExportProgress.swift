import Glibc
import LinuxSystem
import Presentation
import Systemd

/// How far an export is: a bar on a terminal, nothing elsewhere.
final class ExportProgress {
    /// Characters of the bar.
    private static let width = 30
    /// Often enough for an eye.
    private static let milliseconds: UInt64 = 100

    private let terminal: Terminal?
    private let start: UInt64
    private var last: UInt64 = 0

    /// - Parameter isOutputShown: true when the articles themselves go to the terminal, where a bar would be in the way.
    init(isOutputShown: Bool) {
        let isTerminal = isatty(STDERR_FILENO) == 1 && getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
        terminal = isTerminal && !isOutputShown ? Terminal(hasColours: false, hasLiveLine: true) : nil
        start = Self.now
    }

    /// Shows how far it is.
    ///
    /// - Parameters:
    ///   - share: how much is done, 0 to 1.
    ///   - articles: how many articles were written.
    func show(_ share: Double, articles: Int) {
        let now = Self.now
        guard let terminal, now - last >= Self.milliseconds else { return }
        last = now
        terminal.setLiveLine(Self.line(share, articles: articles, milliseconds: now - start))
    }

    /// Writes a line beside the bar.
    func note(_ text: String) {
        if let terminal { terminal.print(text) } else { StandardError.line(TerminalText.line(text)) }
    }

    /// Takes the bar away.
    func end() { terminal?.setLiveLine(nil) }

    static func line(_ share: Double, articles: Int, milliseconds: UInt64) -> String {
        let done = min(max(share, 0), 1)
        let filled = Int(done * Double(width))
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        let percent = "\(Int(done * 100)) %".leftPadded(5)
        let rate = milliseconds == 0 ? 0 : UInt64(articles) * 1000 / milliseconds
        return "\(bar) \(percent)  \(articles) articles, \(rate) a second"
    }

    private static var now: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000
    }
}
