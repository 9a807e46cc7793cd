import Glibc
import Presentation

/// Where results go.
///
/// A pipe that closes (`| head`) ends the program quietly, as it does any filter; another failure to write ends it with 74.
enum StandardOutput {
    static func line(_ text: String) { write(text + "\n") }

    static func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Glibc.write(STDOUT_FILENO, rest.baseAddress, rest.count)
                if count > 0 {
                    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                    continue
                }
                let code = errno
                if code == EINTR { continue }
                exit(code == EPIPE ? 0 : ExitStatus.inputOutput.rawValue)
            }
        }
    }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// Where complaints go.
enum StandardError {
    static func line(_ text: String) {
        var text = text + "\n"
        text.withUTF8 { bytes in _ = Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
    }
}
