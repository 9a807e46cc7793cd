import Foundation
import NewsModel

/// Names of files as the raw bytes that were typed: the parser's strings have lost what is not UTF-8, so that the bytes are taken
/// from the process's own arguments.
enum RawArguments {
    /// The raw forms of parsed arguments, which keep their order; each parsed one is the next raw one that reads the same.
    static func names(of parsed: [String]) -> [FileName] {
        var raw: [[UInt8]] = []
        for index in 0..<Int(CommandLine.argc) {
            guard let pointer = CommandLine.unsafeArgv[index] else { continue }
            raw.append(Array(UnsafeRawBufferPointer(start: pointer, count: strlen(pointer))))
        }
        var remaining = raw[...]
        return parsed.map { text in
            if let index = remaining.firstIndex(where: { String(decoding: $0, as: UTF8.self) == text }) {
                remaining = remaining[(index + 1)...]
                return FileName(bytes: raw[index])
            }
            return FileName(text)
        }
    }
}
