import Glibc

/// A system call that failed: what was attempted, on which path, and why.
public struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was attempted, such as `open` or `write`.
    public var operation: String
    /// The path or the name of the thing it was attempted on, fit to be shown.
    public var path: String
    /// The error number.
    public var code: Int32

    /// An error of an operation that failed with `code`; take `errno` on the line after the call.
    public init(operation: String, path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    /// Such as `open /a/b: Permission denied`.
    public var description: String { "\(operation) \(path): \(reason)" }

    /// The system's words for the error number.
    public var reason: String {
        var buffer = [CChar](repeating: 0, count: 128)
        // glibc's GNU strerror_r returns the text; Swift sees the XSI form, which fills the buffer.
        guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
