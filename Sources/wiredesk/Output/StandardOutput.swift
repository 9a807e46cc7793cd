import Glibc
import LinuxSystem
import Presentation

/// Where results go.
///
/// A pipe that closes (`| head`) ends the program quietly, as it does any filter; another failure to write ends it with 74.
enum StandardOutput {
    static func line(_ text: String) { write(text + "\n") }

    static func write(_ text: String) {
        do throws(SystemError) {
            try Descriptor.writeAll(Array(text.utf8), to: STDOUT_FILENO)
        } catch {
            exit(error.code == EPIPE ? 0 : ExitStatus.inputOutput.rawValue)
        }
    }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// Where complaints go.
enum StandardError {
    static func line(_ text: String) {
        // Where complaints cannot be written there is nowhere left to say so.
        try? Descriptor.writeAll(Array((text + "\n").utf8), to: STDERR_FILENO)
    }
}
