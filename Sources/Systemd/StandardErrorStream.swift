import Glibc
import LinuxSystem

/// The standard error stream, written without a buffer.
enum StandardErrorStream {
    /// Writes all of the text. What cannot be written is dropped: there is nowhere left to say so.
    static func write(_ text: String) {
        write(text, to: STDERR_FILENO)
    }

    /// Writes all of the text to a descriptor.
    static func write(_ text: String, to descriptor: Int32) {
        try? Descriptor.writeAll(Array(text.utf8), to: descriptor)
    }
}
