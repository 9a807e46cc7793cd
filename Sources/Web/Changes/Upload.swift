import Hummingbird
import LinuxSystem
import NIOCore
import NewsModel

/// A form with files that somebody sends: its files lie in files without names, and nothing is handed over before all of it came.
struct Upload: Sendable {
    /// A file of the form.
    struct File: Sendable {
        var name: FileName
        var content: Descriptor
    }

    /// Bytes of a field that is no file.
    private static let mostField = 64 << 10
    /// Bytes of a pasted text that are looked at to tell what it is.
    private static let mostLookedAt = 4 << 10
    /// Parts of a form.
    private static let mostParts = 1_000

    private(set) var files: [File] = []
    private(set) var fields = FormParameters()

    /// Reads a request's form.
    ///
    /// - Parameters:
    ///   - largest: bytes of all files together at most.
    ///   - archive: where work that may block is done.
    ///   - textField: a field whose text, where there is any, is a file too; nil for none.
    /// - Throws: `WebError`; `SystemError` where there is no room for the files.
    init(_ request: Request, largest: Int64, _ archive: ArchivePool, textField: String? = nil) async throws {
        let type = request.headers.value("Content-Type") ?? ""
        var reader: MultipartReader
        do { reader = try MultipartReader(contentType: type) } catch {
            throw WebError(
                .unsupportedMediaType, "not-a-form", "A file is sent as multipart/form-data, in a field named file.")
        }
        if let length = request.headers.value("Content-Length").flatMap({ Int64($0) }), length > largest {
            throw Self.tooLarge(largest)
        }
        var total: Int64 = 0
        var parts = 0
        var open: (part: MultipartReader.Part, file: Descriptor?, text: [UInt8])?
        for try await buffer in request.body {
            let events: [MultipartReader.Event]
            do { events = try reader.read(buffer.readableBytesView) } catch {
                throw WebError(.badRequest, "bad-form", "The form's parts cannot be told apart.")
            }
            for event in events {
                switch event {
                case .part(let part):
                    parts += 1
                    guard parts <= Self.mostParts else {
                        throw WebError(.badRequest, "bad-form", "The form has more than \(Self.mostParts) parts.")
                    }
                    let isFile = part.fileName != nil || part.name == "file" || part.name == textField
                    open = (part, isFile ? try ScratchFile.make() : nil, [])
                case .bytes(let bytes):
                    total += Int64(bytes.count)
                    guard total <= largest else { throw Self.tooLarge(largest) }
                    guard let file = open?.file else {
                        open?.text += bytes
                        guard open?.text.count ?? 0 <= Self.mostField else {
                            throw WebError(.contentTooLarge, "too-large", "A field of the form is too long.")
                        }
                        continue
                    }
                    try await archive.run { try bytes.withUnsafeBytes { try file.writeAll($0) } }
                case .end:
                    guard let part = open else { continue }
                    if let file = part.file, part.part.name == textField, part.part.fileName == nil {
                        let name = try await archive.run { try Self.pastedName(file) }
                        if let name { files.append(File(name: name, content: file)) }
                    } else if let file = part.file {
                        files.append(File(name: Self.name(part.part.fileName), content: file))
                    } else {
                        fields = fields.with(part.part.name, String(decoding: part.text, as: UTF8.self))
                    }
                    open = nil
                }
            }
        }
        guard reader.isComplete else {
            throw WebError(.badRequest, "cut-off", "The upload ended before it was whole; nothing of it was taken.")
        }
        // A form of a browser has a file without name and bytes where none was chosen.
        files.removeAll { file in file.name.bytes.isEmpty && ((try? file.content.status().size) ?? 0) == 0 }
        for index in files.indices where files[index].name.bytes.isEmpty { files[index].name = FileName("upload") }
    }

    /// The file name for a pasted text, chosen by what the text looks like; nil if nothing was pasted.
    private static func pastedName(_ file: Descriptor) throws -> FileName? {
        var bytes = [UInt8](repeating: 0, count: mostLookedAt)
        let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0, at: 0) }
        guard let first = bytes[..<count].first(where: { $0 > UInt8(ascii: " ") }) else {
            return try file.status().size > Int64(count) ? FileName("pasted.txt") : nil
        }
        return FileName(first == UInt8(ascii: "<") ? "pasted.html" : "pasted.txt")
    }

    private static func tooLarge(_ largest: Int64) -> WebError {
        WebError(.contentTooLarge, "too-large", "A file may have \(largest) bytes at most (max_size).")
    }

    /// The last part of what a browser says of a file's name, which may be a path of another system.
    private static func name(_ said: String?) -> FileName {
        let last = (said ?? "").split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let bytes = last.utf8.filter { $0 != 0 }.prefix(255)
        return last == "." || last == ".." ? FileName("") : FileName(bytes: Array(bytes))
    }
}
