import Foundation
import Glibc
import LinuxSystem

/// How far long work is, on standard error and only on a terminal.
final class ProgressBar {
    /// Seconds between two drawings.
    private static let pause = 0.1
    private static let width = 30

    private let title: String
    private let unit: String
    private let isShown = isatty(STDERR_FILENO) == 1
    private var lastShown = Date.distantPast

    /// A bar with a title and the name of what is counted.
    init(_ title: String, unit: String) {
        self.title = title
        self.unit = unit
    }

    /// Shows that `done` of `total` are done.
    func show(_ done: Int, of total: Int, unit: String? = nil) {
        guard isShown, done == total || Date().timeIntervalSince(lastShown) >= Self.pause else { return }
        lastShown = Date()
        let share = total > 0 ? Double(done) / Double(total) : 1
        let full = Int(share * Double(Self.width))
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: Self.width - full)
        write("\r\(title) \(bar) \(Int(share * 100)) %, \(done) of \(total) \(unit ?? self.unit)\u{1B}[K")
    }

    /// Takes the bar off the terminal.
    func end() { if isShown { write("\r\u{1B}[K") } }

    private func write(_ text: String) {
        try? Descriptor.writeAll(Array(text.utf8), to: STDERR_FILENO)
    }
}
