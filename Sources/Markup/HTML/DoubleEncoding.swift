import Bytes

/// Undoes text that was encoded as UTF-8 twice: `â€™` where `’` was meant.
///
/// Such pages are valid UTF-8, so that no charset detection sees it. The first encoding's bytes were taken for ISO 8859-1 or
/// windows-1252; each run of characters that stands for one valid sequence is turned back. The rule: a text is repaired as a whole where it has
/// `evidence` runs that stand for three or four bytes, or as many that stand for a letter of two and no such letter that is whole; two runs do
/// where all stand within words and nothing else of the text is beyond ASCII. What is still damaged then is repaired once more.
package enum DoubleEncoding {
    /// Runs of three or more bytes that a page must have: a text about encodings has one or two, a damaged one many.
    package static let evidence = 3

    /// The text, repaired where it is damaged.
    package static func repaired(_ text: [UInt8]) -> [UInt8] {
        var text = text
        let length = text.withUnsafeMutableBufferPointer { repair($0) }
        if length < text.count { text.removeLast(text.count - length) }
        return text
    }

    /// Runs that do where nothing else of a text is beyond ASCII.
    private static let evidenceAlone = 2
    /// How often a text may have been encoded.
    private static let mostTimes = 3

    /// The page, shortened in place; returns its new length.
    package static func repair(_ page: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var length = page.count
        for _ in 1..<mostTimes {
            let rest = UnsafeMutableBufferPointer(rebasing: page[..<length])
            guard isDamaged(UnsafeBufferPointer(rest)) else { break }
            length = rewrite(rest)
        }
        return length
    }

    private static func isDamaged(_ page: UnsafeBufferPointer<UInt8>) -> Bool {
        var long = 0
        var letters = 0
        var whole = 0
        var within = 0
        var others = 0
        var position = 0
        while position < page.count, long < evidence {
            guard page[position] == 0xC3 || page[position] == 0xC2 else {
                if page[position] >= 0xC2 { others += 1 }
                position = UTF8Repair.endOfASCII(page, from: position + 1)
                continue
            }
            let run = self.run(page, position)
            if run.decoded >= 3 {
                long += 1
            } else if run.decoded == 2 {
                letters += 1
            } else if page[position] == 0xC3 {
                whole += 1
            } else {
                others += 1
            }
            if run.length > 0, position > 0, ASCII.isLetter(page[position - 1]) { within += 1 }
            position += max(1, run.length)
        }
        if long >= evidence || letters >= evidence && whole == 0 { return true }
        return long + letters >= evidenceAlone && within == long + letters && whole == 0 && others == 0
    }

    private static func rewrite(_ page: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var read = 0
        var write = 0
        while read < page.count {
            let run =
                page[read] == 0xC3 || page[read] == 0xC2
                ? self.run(UnsafeBufferPointer(page), read) : (length: 0, decoded: 0, bytes: 0)
            if run.length > 0 {
                for shift in 0..<run.decoded {
                    page[write] = UInt8(truncatingIfNeeded: run.bytes >> UInt32(8 * (run.decoded - 1 - shift)))
                    write += 1
                }
                read += run.length
            } else {
                page[write] = page[read]
                write += 1
                read += 1
            }
        }
        return write
    }

    /// The sequence that stands there doubly encoded: its length now, its length when decoded, and its bytes; length 0 for none.
    private static func run(
        _ page: UnsafeBufferPointer<UInt8>, _ start: Int
    ) -> (length: Int, decoded: Int, bytes: UInt32) {
        let none = (length: 0, decoded: 0, bytes: UInt32(0))
        guard let lead = byte(page, start) else { return none }
        let count = lead.value >= 0xF0 && lead.value <= 0xF4 ? 4 : lead.value >= 0xE0 ? 3 : lead.value >= 0xC2 ? 2 : 0
        guard count > 0, lead.value <= 0xF4 else { return none }
        var bytes = UInt32(lead.value)
        var position = start + lead.length
        for _ in 1..<count {
            guard let next = byte(page, position), next.value & 0xC0 == 0x80 else { return none }
            bytes = bytes << 8 | UInt32(next.value)
            position += next.length
        }
        return (position - start, count, bytes)
    }

    /// The byte that a character above ASCII was in ISO 8859-1 or windows-1252, with the character's length in UTF-8.
    private static func byte(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> (value: UInt8, length: Int)? {
        guard start + 1 < page.count else { return nil }
        let first = page[start]
        if first == 0xC2 || first == 0xC3 { return (first << 6 | page[start + 1] & 0x3F, 2) }
        var point: UInt32
        var length = 2
        if first >= 0xC4, first < 0xE0 {
            point = UInt32(first & 0x1F) << 6 | UInt32(page[start + 1] & 0x3F)
        } else if first == 0xE2, start + 2 < page.count {
            point = 0x2000 | UInt32(page[start + 1] & 0x3F) << 6 | UInt32(page[start + 2] & 0x3F)
            length = 3
        } else {
            return nil
        }
        guard let index = HTMLTokenizer<HTMLTreeBuilder>.windows1252Place(of: point) else { return nil }
        point = UInt32(index) + 0x80
        return (UInt8(truncatingIfNeeded: point), length)
    }
}
