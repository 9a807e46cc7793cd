import Bytes

/// The part of a host name that is registered, such as `paper` of `www.paper.co.uk`: what a site calls itself in one word.
struct HostLabel {
    /// The label in lower case.
    let text: String
    private let bytes: [UInt8]

    /// Second levels under which names are registered in many countries.
    private static let secondLevels: Set<String> = [
        "co", "com", "org", "net", "gov", "ac", "or", "ne", "go", "gob", "edu", "gouv", "nom", "info",
    ]
    /// Letters of a label that a name may leave over, as in `wsetglobal` for WSET.
    private static let mostLeft = 6
    /// Words and letters that are looked at.
    private static let mostWords = 8

    /// The label of a host or an address; nil where there is no name in it.
    init?(_ host: String) {
        let name = PageAddress(host)?.site ?? host.lowercased()
        var parts = name.prefix { $0 != ":" && $0 != "/" }.split(separator: ".").map(String.init)
        guard parts.count >= 2, let last = parts.last, last.utf8.allSatisfy(ASCII.isLetter) else { return nil }
        parts.removeLast()
        if parts.count > 1, last.utf8.count == 2, let second = parts.last, Self.secondLevels.contains(second) {
            parts.removeLast()
        }
        guard let label = parts.last, label.utf8.count >= 2 else { return nil }
        text = label
        bytes = TextFingerprint(label).bytes
    }

    /// Whether the label is the name in short: all of it, its beginning, or beginnings of its words in order (`nytimes`).
    ///
    /// Hosts are written without the marks of letters: `boersen-zeitung` and `borsenzeitung` are both Börsen-Zeitung.
    func isShort(for name: String) -> Bool {
        if isShort(forPlain: name) { return true }
        guard name.utf8.contains(where: LatinLetters.leads) else { return false }
        return LatinLetters.spellings(of: name).contains { isShort(forPlain: $0) }
    }

    private func isShort(forPlain name: String) -> Bool {
        let own = TextFingerprint(name).bytes
        guard own.count >= 2, bytes.count >= 2 else { return false }
        if own == bytes { return true }
        if bytes.count >= 3, own.starts(with: bytes) { return true }
        if own.count >= 3, bytes.starts(with: own) { return bytes.count - own.count <= Self.mostLeft || own.count >= 5 }
        let words = Self.words(of: name)
        // Two letters are short for a name only where they are all of its initials.
        if bytes.count == 2 { return words.count == 2 && name.contains(" ") && words.compactMap(\.first) == bytes }
        guard words.count > 1, bytes.count >= 3 else { return false }
        for article in ["", "the", "get", "my"] where bytes.starts(with: article.utf8) {
            if isMade(of: words[...], from: article.utf8.count, used: 0) { return true }
        }
        return false
    }

    /// The first words of a name, lowered; a host's label is in ASCII, so that other letters need no lower case.
    private static func words(of name: String) -> [[UInt8]] {
        name.utf8.split { $0 < 0x80 && !ASCII.isAlphanumeric($0) }.prefix(mostWords).map { TextFingerprint($0).bytes }
            .filter { !$0.isEmpty }
    }

    /// Whether the letters from a place on are beginnings of words, in order; words may be left out.
    private func isMade(of words: ArraySlice<[UInt8]>, from place: Int, used: Int) -> Bool {
        if place == bytes.count { return used >= 2 }
        guard let word = words.first else { return false }
        var length = 0
        while length < word.count, place + length < bytes.count, bytes[place + length] == word[length] { length += 1 }
        for taken in stride(from: length, to: 0, by: -1)
        where isMade(of: words.dropFirst(), from: place + taken, used: used + 1) {
            return true
        }
        return isMade(of: words.dropFirst(), from: place, used: used)
    }
}
