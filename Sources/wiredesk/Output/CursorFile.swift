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
            throw Failure.message("\(path) holds no place in an archive; remove it to start over", .inputOutput)
        }
        return cursor
    }

    /// Keeps a place: the file is whole at any moment, also after a crash.
    ///
    /// - Throws: `SystemError`.
    func keep(_ cursor: FollowCursor) throws(SystemError) {
        do throws(SystemError) {
            try FileCalls.replace(path, with: Array((cursor.description + "\n").utf8), mode: 0o644)
        } catch {
            throw SystemError(operation: "keep the cursor in", path: path, code: error.code)
        }
    }
}
