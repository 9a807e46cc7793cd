/// Latin letters with marks, written without them as in the names of hosts.
enum LatinLetters {
    /// The letters that people write in two ways: without the mark, and as two letters.
    private static let double: [Character: (plain: String, two: String)] = [
        "ä": ("a", "ae"), "ö": ("o", "oe"), "ü": ("u", "ue"), "ß": ("s", "ss"), "å": ("a", "aa"), "ø": ("o", "oe"),
        "æ": ("a", "ae"),
        "œ": ("o", "oe"), "þ": ("t", "th"), "đ": ("d", "dj"),
    ]
    /// The letters with marks by the letter that is left of them.
    private static let marked: [(plain: Character, letters: String)] = [
        ("a", "áàâãāăąạảấầẩẫậắằẳẵặ"), ("c", "çćčĉċ"), ("d", "ďð"), ("e", "éèêëēĕėęěẹẻẽếềểễệ"), ("g", "ğĝģġ"),
        ("h", "ĥħ"),
        ("i", "íìîïīĭįıĩịỉi̇"), ("j", "ĵ"), ("k", "ķ"), ("l", "łĺľļ"), ("n", "ñńňņ"), ("o", "óòôõōŏőơọỏốồổỗộớờởỡợ"),
        ("r", "řŕŗ"),
        ("s", "śšşșŝ"), ("t", "ťţț"), ("u", "úùûũūŭůűųưụủứừửữự"), ("w", "ŵ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źžż"),
    ]
    private static let plain: [Character: Character] = {
        var plain: [Character: Character] = [:]
        for (letter, all) in marked { for character in all { plain[character] = letter } }
        return plain
    }()

    /// Whether a byte is the first of a Latin letter with a mark in UTF-8: Latin-1, Latin Extended-A, -B (`ș`) and Additional.
    static func leads(_ byte: UInt8) -> Bool { (0xC3...0xC8).contains(byte) || byte == 0xE1 }

    /// A text in lower case without marks, once with one letter and once with two for those that are written in both ways; empty where it has
    /// no such letters.
    static func spellings(of text: String) -> [String] {
        var short = ""
        var long = ""
        var isChanged = false
        for character in text.lowercased() {
            if let (plain, two) = double[character] {
                short += plain
                long += two
                isChanged = true
            } else {
                let letter = plain[character] ?? character
                if letter != character { isChanged = true }
                short.append(letter)
                long.append(letter)
            }
        }
        return isChanged ? [short, long] : []
    }
}
