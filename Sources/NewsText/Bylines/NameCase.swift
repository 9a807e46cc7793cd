/// Gives names that are written in capitals their usual case.
enum NameCase {
    /// The name with each wholly capital word of more than one letter in title case; particles of surnames in lower case,
    /// initials, `III` and `McDonald` as they are written. Words in mixed case stay.
    static func natural(_ name: String) -> String {
        let words = name.split(separator: " ")
        let isAllCaps = name == name.uppercased()
        var result: [String] = []
        for (index, word) in words.enumerated() {
            let letters = word.filter(\.isLetter)
            guard letters.count > 1, word == word.uppercased(), letters.contains(where: \.isCased), !isRoman(letters),
                !isInitials(word), isAllCaps || letters.count > 2
            else {
                result.append(String(word))
                continue
            }
            let lowered = word.lowercased()
            result.append(
                index > 0 && index < words.count - 1 && BylineWords.particles.contains(lowered)
                    ? lowered : title(lowered))
        }
        return result.joined(separator: " ")
    }

    private static func title(_ lowered: String) -> String {
        var result = ""
        var startsWord = true
        for character in lowered {
            result += startsWord && character.isLetter ? character.uppercased() : String(character)
            if character.isLetter { startsWord = false }
            if character == "-" || character == "'" || character == "’" || character == "‑" || character == "." {
                startsWord = true
            }
        }
        if result.hasPrefix("Mc"), result.count > 3 {
            result = "Mc" + result.dropFirst(2).prefix(1).uppercased() + result.dropFirst(3)
        }
        if result.hasPrefix("Al-") || result.hasPrefix("El-") {
            result = result.prefix(1).lowercased() + result.dropFirst()
        }
        return result
    }

    private static func isRoman(_ letters: String) -> Bool { ["II", "III", "IV"].contains(letters) }

    /// `A.J.`, `J.R.R.`: every letter is followed by a full stop.
    private static func isInitials(_ word: Substring) -> Bool {
        word.filter(\.isLetter).count == word.filter { $0 == "." }.count
    }
}
