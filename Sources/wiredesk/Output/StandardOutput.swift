import Export
import Glibc
import LinuxSystem
import Presentation

/// Where results go.
///
/// A pipe that closes (`| head`) ends the program quietly, as it does any filter; another failure to write ends it with 74.
enum StandardOutput {
    static func line(_ text: String) { write(text + "\n") }

    /// Writes text for people: on a terminal broken at words, and, where it is more than a screenful, through their pager.
    static func text(_ text: String) {
        Pager.start()
        line(TerminalText.wrapped(text))
    }

    /// Writes one of several results: a line of JSON, or text for people.
    static func item(isJSON: Bool, _ json: @autoclosure () -> JSONOutput, _ text: @autoclosure () -> String) {
        if isJSON { line(json().line) } else { self.text(text()) }
    }

    static func write(_ text: String) {
        do throws(SystemError) {
            try Descriptor.writeAll(Array(text.utf8), to: STDOUT_FILENO)
        } catch {
            exit(error.code == EPIPE ? 0 : ExitStatus.inputOutput.rawValue)
        }
    }

    /// Whether results are shown on a terminal, through a pager or without.
    static var isTerminal: Bool { Pager.isRunning || isatty(STDOUT_FILENO) == 1 }
}

/// Where complaints go.
enum StandardError {
    static func line(_ text: String) {
        // The pager has the terminal until it ends.
        if Pager.keep(text) { return }
        // Where complaints cannot be written there is nowhere left to say so.
        try? Descriptor.writeAll(Array((text + "\n").utf8), to: STDERR_FILENO)
    }
}
