extension StringProtocol {
    /// True when the text holds a part, compared byte by byte.
    ///
    /// For words of markup and addresses, which have one form only. `contains` builds a searcher for each call and compares
    /// by canonical equivalence: measured on pages, it took 6 % of the reader's time.
    func holds(_ part: StaticString) -> Bool {
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
}
