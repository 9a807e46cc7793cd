import ArticleQuery
import Foundation
import LinuxSystem

/// The file that keeps a place in the archive, as journalctl(1) does with `--cursor-file`.
struct CursorFile {
    let path: String

    /// The place that is kept; nil where there is no file.
    ///
    /// - Throws: a message and a status where it cannot be read or holds something else.
    func read() throws -> FollowCursor? {
        guard let file = fopen(path, "re") else {
            let code = errno
            if code == ENOENT { return nil }
            throw SystemError(operation: "open", path: path, code: code)
        }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = fread(&buffer, 1, buffer.count, file)
        let text = String(decoding: buffer[..<count], as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let cursor = FollowCursor(text) else {
            throw Failure.message("\(path) holds no place in an archive; remove it to begin anew", .inputOutput)
        }
        return cursor
    }

    /// Keeps a place: the file is whole at any moment, also after a crash.
    ///
    /// - Throws: `SystemError`.
    func keep(_ cursor: FollowCursor) throws(SystemError) {
        let temporary = path + ".new"
        let number = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard number >= 0 else { throw SystemError(operation: "create", path: temporary, code: errno) }
        let file = Descriptor(adopting: number)
        let bytes = Array((cursor.description + "\n").utf8)
        guard bytes.withUnsafeBytes({ write(file.number, $0.baseAddress, $0.count) }) == bytes.count,
            fsync(file.number) == 0, rename(temporary, path) == 0
        else {
            let code = errno
            unlink(temporary)
            throw SystemError(operation: "keep the cursor in", path: path, code: code)
        }
    }
}
