/// Reads what browsers and their extensions note in a page that they save.
enum SavedPageComment {
    /// The address and, for SingleFile, the time of saving; nil for any other comment.
    ///
    /// Internet Explorer, Edge and Chrome: `saved from url=(0023)http://www.example.com/`. SingleFile: a comment with the
    /// lines `Page saved with SingleFile`, ` url: ...` and ` saved date: ...`.
    static func read(_ comment: UnsafeBufferPointer<UInt8>) -> (url: String?, time: String?)? {
        guard comment.count < 8_192, comment.count > 16 else { return nil }
        let isSaved = comment.prefix(64).contains(UInt8(ascii: "s"))
        guard isSaved else { return nil }
        let text = String(decoding: comment, as: UTF8.self)
        if let start = text.range(of: "saved from url=(") {
            guard let close = text[start...].firstIndex(of: ")") else { return nil }
            let url = text[text.index(after: close)...].prefix { !$0.isWhitespace }
            return (url.isEmpty ? nil : String(url), nil)
        }
        guard text.range(of: "SingleFile") != nil else { return nil }
        var url: String?
        var time: String?
        for line in text.split(whereSeparator: \.isNewline) {
            if let value = value(line, "url:") { url = value }
            if let value = value(line, "saved date:") { time = value }
        }
        return (url, time)
    }

    private static func value(_ line: Substring, _ key: String) -> String? {
        let folded = String(line).foldedSpace
        guard folded.hasPrefix(key) else { return nil }
        let value = String(folded.dropFirst(key.count)).foldedSpace
        return value.isEmpty ? nil : value
    }
}

extension String {
    /// Where a short text begins, or nil.
    fileprivate func range(of needle: String) -> String.Index? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(needle) { return index }
            index = self.index(after: index)
        }
        return nil
    }
}
