import Bytes

/// Reads what browsers and their extensions note in a page that they save.
enum SavedPageComment {
    /// The address and, for SingleFile, the time of saving; nil for any other comment.
    ///
    /// Internet Explorer, Edge and Chrome: `saved from url=(0023)http://www.example.com/`. SingleFile: a comment with the
    /// lines `Page saved with SingleFile`, ` url: ...` and ` saved date: ...`.
    static func read(_ comment: UnsafeBufferPointer<UInt8>) -> (url: String?, time: String?)? {
        guard comment.count < 8_192, comment.count > 16 else { return nil }
        if let start = find("saved from url=(", in: comment) {
            guard let close = comment[start...].firstIndex(of: UInt8(ascii: ")")) else { return nil }
            let url = comment[(close + 1)...].prefix { !ASCII.isSpace($0) }
            return (url.isEmpty ? nil : String(decoding: url, as: UTF8.self), nil)
        }
        guard find("SingleFile", in: comment) != nil else { return nil }
        let text = String(decoding: comment, as: UTF8.self)
        var url: String?
        var time: String?
        for line in text.split(whereSeparator: \.isNewline) {
            if let value = value(line, "url:") { url = value }
            if let value = value(line, "saved date:") { time = value }
        }
        return (url, time)
    }

    private static func find(_ needle: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let count = needle.utf8CodeUnitCount
        guard bytes.count >= count else { return nil }
        search: for start in 0...bytes.count - count {
            for offset in 0..<count where bytes[start + offset] != needle.utf8Start[offset] { continue search }
            return start
        }
        return nil
    }

    private static func value(_ line: Substring, _ key: String) -> String? {
        let folded = String(line).foldedSpace
        guard folded.hasPrefix(key) else { return nil }
        let value = String(folded.dropFirst(key.count)).foldedSpace
        return value.isEmpty ? nil : value
    }
}
