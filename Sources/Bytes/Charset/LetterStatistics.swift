/// Tells two charsets of the same letters apart where statistics of a whole charset are not at hand, or a declaration is wrong.
enum LetterStatistics {
    /// High bytes below which nothing is told.
    private static let fewest = 24

    /// The charset of Russian text that is declared as another one: KOI8-R read as windows-1251 is text too, with its case turned round and
    /// its letters exchanged; the six commonest letters, which make half of Russian, give it away. Nil where the declaration fits.
    static func cyrillic(_ bytes: UnsafeBufferPointer<UInt8>, declared: CharsetLabel) -> CharsetLabel? {
        guard declared.name == "windows-1251" || declared.name == "koi8-r" || declared.name == "koi8-u" else {
            return nil
        }
        let counts = counts(bytes)
        let high = counts[0xC0...].reduce(0, +)
        guard high >= fewest else { return nil }
        func share(_ letters: [Int]) -> Double { Double(letters.reduce(0) { $0 + counts[$1] }) / Double(high) }
        // о е а и н т in KOI8-R, in windows-1251, and their capitals in windows-1251.
        let koi = share([0xCF, 0xC5, 0xC1, 0xC9, 0xCE, 0xD4])
        let windows = share([0xEE, 0xE5, 0xE0, 0xE8, 0xED, 0xF2])
        let capitals = share([0xCE, 0xC5, 0xC0, 0xC8, 0xCD, 0xD2])
        let isKOI8 = declared.name != "windows-1251"
        if !isKOI8, koi > 0.3, koi > windows * 2, koi > capitals * 1.3 { return CharsetLabel("koi8-r") }
        if isKOI8, windows > 0.3, windows > koi * 2 { return CharsetLabel("windows-1251") }
        return nil
    }

    /// Whether Western text without a declaration is in the charset of the classic Mac OS: lines that end in CR alone, and letters within
    /// words that lie where windows-1252 has signs and rare capitals.
    static func isMacintosh(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var low = 0
        var western = 0
        var returns = 0
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == 0x0A { return false }
            if byte == 0x0D { returns += 1 }
            guard byte >= 0x80, index > 0, index + 1 < bytes.count else { continue }
            let isInWord = isLetter(bytes[index - 1]) || isLetter(bytes[index + 1])
            if isInWord, byte < 0xA0 { low += 1 } else if isInWord, byte >= 0xC0 { western += 1 }
        }
        return returns > 0 && low > 0 && low > western
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private static func counts(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        var counts = [Int](repeating: 0, count: 256)
        for byte in bytes { counts[Int(byte)] += 1 }
        return counts
    }
}
