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

    // MARK: Western text of old systems

    /// Letters within words below which nothing is told of Western text; letters from which a few may be odd.
    private static let fewestWestern = 4
    private static let manyWestern = 12

    /// Letters by the byte that they have in IBM850 (those of IBM437 lie in the same places) and in the charset of the classic Mac OS.
    private static let ibm850 = places(
        lower: [
            0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8D, 0x91, 0x93, 0x94, 0x95, 0x96,
            0x97,
            0x9B, 0xA0, 0xA1, 0xA2, 0xA3, 0xA4, 0xC6, 0xE1, 0xE4,
        ], upper: [0x80, 0x8E, 0x8F, 0x90, 0x92, 0x99, 0x9A, 0x9D, 0xA5, 0xB5, 0xD2, 0xD4, 0xD6, 0xE0, 0xE2, 0xE9])
    private static let macintosh = places(
        lower: [
            0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8D, 0x8E, 0x8F, 0x90, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98,
            0x99,
            0x9A, 0x9B, 0x9C, 0x9D, 0x9E, 0x9F, 0xA7, 0xBE, 0xBF, 0xCF, 0xD5,
        ], upper: [0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0xAE, 0xAF, 0xCB, 0xCC, 0xCD, 0xCE])
    private static let windows1252 = places(
        lower: [0x92, 0x9A, 0x9C, 0x9E, 0xDF] + Array(0xE0...0xF6) + Array(0xF8...0xFF),
        upper: Array(0xC0...0xD6) + Array(0xD8...0xDE))

    /// What each byte is: 1 a small letter, 2 a capital, 0 no letter.
    private static func places(lower: [UInt8], upper: [UInt8]) -> [UInt8] {
        var places = [UInt8](repeating: 0, count: 256)
        for byte in lower { places[Int(byte)] = 1 }
        for byte in upper { places[Int(byte)] = 2 }
        return places
    }

    /// The charset of Western text without a declaration, where its letters lie in the places of MS-DOS or the classic Mac OS and not in
    /// those of windows-1252: a byte fits where it is a small letter, or a capital that no small letter stands before. Nil for anything else.
    static func oldWestern(_ bytes: UnsafeBufferPointer<UInt8>) -> CharsetLabel? {
        let tables = [windows1252, ibm850, macintosh]
        var fits = [0, 0, 0]
        var total = 0
        for index in bytes.indices where bytes[index] >= 0x80 {
            let before = index > 0 ? bytes[index - 1] : 0x20
            let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
            guard isLetter(before) || isLetter(after) else { continue }
            total += 1
            let isBehindSmall = before &- 0x61 < 26
            for place in tables.indices {
                let kind = tables[place][Int(bytes[index])]
                if kind == 1 || kind == 2 && !isBehindSmall { fits[place] += 1 }
            }
        }
        guard total >= fewestWestern else { return nil }
        let best = fits[1] >= fits[2] ? 1 : 2
        let needed = total >= manyWestern ? 0.9 : 1.0
        guard Double(fits[best]) >= needed * Double(total), fits[best] > fits[0], fits[1] != fits[2] else { return nil }
        return CharsetLabel(best == 1 ? "ibm850" : "macintosh")
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private static func counts(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        var counts = [Int](repeating: 0, count: 256)
        for byte in bytes { counts[Int(byte)] += 1 }
        return counts
    }
}
