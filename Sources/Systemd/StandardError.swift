import Glibc

/// The standard error stream, written without a buffer.
enum StandardError {
    /// Writes all of the text. What cannot be written is dropped: there is nowhere left to say so.
    static func write(_ text: String) {
        write(text, to: STDERR_FILENO)
    }

    /// Writes all of the text to a descriptor, over interruptions and short writes.
    static func write(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                guard errno == EINTR else { return }
            } else {
                rest = rest.dropFirst(written)
            }
        }
    }
}
