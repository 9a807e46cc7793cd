import Glibc
import LinuxSystem
import Presentation

/// One file that is written from its beginning to its end, with a buffer.
///
/// A file has its name only when it is whole: it is written without a name, so that nothing stays behind when the program is
/// ended, made durable, and put in place. Where the file system has no files without names it is written as
/// `NAME.PROCESS.part`, which inboxes ignore. The standard output and what is no ordinary file (a pipe, a device) are written as
/// it comes.
final class OutputFile {
    /// Where it goes.
    enum Destination {
        case standardOutput
        case path(String)
    }

    /// Bytes that are gathered for one system call.
    private static let bufferSize = 256 << 10

    private let destination: Destination
    private var buffer: [UInt8] = []
    private var descriptor: Descriptor?
    /// The name that the unfinished file has, or gets for a moment at its end; nil where there is none.
    private var unfinished: String?
    private var isNameless = false

    init(_ destination: Destination) { self.destination = destination }

    deinit { if let unfinished, !isNameless { unlink(unfinished) } }

    /// Appends what `body` appends.
    ///
    /// - Throws: `SystemError`.
    func write(_ body: (inout [UInt8]) -> Void) throws(SystemError) {
        body(&buffer)
        if buffer.count >= Self.bufferSize { try flush() }
    }

    /// Appends what `body` writes to a descriptor itself.
    ///
    /// - Throws: `SystemError`, and what `body` throws.
    func stream(_ body: (CInt) throws -> Void) throws {
        try flush()
        try body(try number())
    }

    /// Makes the file complete.
    ///
    /// - Throws: `SystemError`.
    func finish() throws(SystemError) {
        try flush()
        guard let unfinished, case .path(let path) = destination, let descriptor else { return }
        do throws(SystemError) {
            try descriptor.sync()
        } catch {
            throw SystemError(operation: "sync", path: path, code: error.code)
        }
        if isNameless {
            let source = "/proc/self/fd/\(descriptor.number)"
            guard linkat(AT_FDCWD, source, AT_FDCWD, unfinished, AT_SYMLINK_FOLLOW) == 0 else {
                throw SystemError(operation: "write", path: path, code: errno)
            }
        }
        try FileCalls.rename(unfinished, to: path)
        self.unfinished = nil
    }

    private func flush() throws(SystemError) {
        guard !buffer.isEmpty else { return }
        let number = try number()
        let written = buffer.withUnsafeBytes { bytes in
            Result { () throws(SystemError) in try OutputFile.write(bytes, to: number, path: shown) }
        }
        try written.get()
        buffer.removeAll(keepingCapacity: true)
    }

    private var shown: String {
        switch destination {
        case .standardOutput: "the standard output"
        case .path(let path): path
        }
    }

    private func number() throws(SystemError) -> CInt {
        guard case .path(let path) = destination else { return STDOUT_FILENO }
        if let descriptor { return descriptor.number }
        var found = stat()
        if stat(path, &found) == 0, found.st_mode & S_IFMT != S_IFREG {
            return try open(path, O_WRONLY, for: path)
        }
        let unfinished = "\(path).\(getpid()).part"
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let number: CInt
        do throws(SystemError) {
            number = try open(folder, Self.nameless | O_WRONLY, for: path)
            isNameless = true
        } catch {
            // A file system that does not know such files says so, or takes the folder for what is to be written.
            guard [EOPNOTSUPP, EISDIR, EINVAL].contains(error.code) else { throw error }
            number = try open(unfinished, O_WRONLY | O_CREAT | O_TRUNC, for: path)
        }
        self.unfinished = unfinished
        return number
    }

    /// Opens what the output is written to and keeps it open.
    private func open(_ place: String, _ flags: CInt, for path: String) throws(SystemError) -> CInt {
        do throws(SystemError) {
            let opened = try Descriptor.open(path: place, flags: flags, mode: 0o666)
            descriptor = opened
            return opened.number
        } catch {
            throw SystemError(operation: "write", path: path, code: error.code)
        }
    }

    /// O_TMPFILE, which is too much of a macro to be imported.
    private static let nameless = __O_TMPFILE | O_DIRECTORY

    /// Writes all bytes to a descriptor.
    static func write(_ bytes: UnsafeRawBufferPointer, to number: CInt, path: String) throws(SystemError) {
        do throws(SystemError) {
            try Descriptor.writeAll(bytes, to: number, path: path)
        } catch {
            // A reader of the output that has seen enough, such as `head`, ends the program as it does any filter.
            if error.code == EPIPE, number == STDOUT_FILENO { exit(ExitStatus.fine.rawValue) }
            throw error
        }
    }
}
