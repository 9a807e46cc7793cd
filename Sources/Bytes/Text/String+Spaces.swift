extension StringProtocol {
    /// True when the text holds a part, compared byte by byte.
    ///
    /// For words of markup and addresses, which have one form only. `contains` builds a searcher for each call and compares
    /// by canonical equivalence: measured on pages, it took 6 % of the reader's time.
    package func holds(_ part: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount)
        func search(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
            guard let first = wanted.first, text.count >= wanted.count else { return wanted.isEmpty }
            for start in 0...text.count - wanted.count where text[start] == first {
                if text[start..<start + wanted.count].elementsEqual(wanted) { return true }
            }
            return false
        }
        return utf8.withContiguousStorageIfAvailable(search) ?? Array(utf8).withUnsafeBufferPointer(search)
    }

    /// The text without white space at its ends.
    package func trimmingWhitespace() -> String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}

extension String {
    /// The text with white space at the ends removed and runs of it made one space.
    package var foldedSpace: String {
        var out: [UInt8] = []
        var space = false
        for byte in utf8 {
            if ASCII.isSpace(byte) {
                space = true
            } else {
                if space, !out.isEmpty { out.append(32) }
                space = false
                out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
