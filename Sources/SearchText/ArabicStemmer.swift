/// Light stemming of folded Arabic words: particles before and endings behind are taken off, roots are not sought.
///
/// This is the "light10" of Larkey, Ballesteros and Connell (Light Stemming for Arabic Information Retrieval, 2007).
/// Snowball's Arabic algorithm expects letters that folding has joined and takes first letters for particles.
final class ArabicStemmer: WordStemming {
    private static let particles = ["وال", "بال", "كال", "فال", "ال", "لل"].map { Array($0.unicodeScalars) }
    private static let endings = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"].map { Array($0.unicodeScalars) }
    /// What must be left of a word.
    private static let minimum = 2

    func stem(_ word: String) -> String? {
        var letters = Array(word.unicodeScalars)[...]
        if letters.first == "و", letters.count > Self.minimum + 1, !letters.starts(with: ["و", "ا", "ل"]) {
            letters.removeFirst()
        }
        if let particle = Self.particles.first(where: { letters.starts(with: $0) }),
            letters.count >= particle.count + Self.minimum
        {
            letters.removeFirst(particle.count)
        }
        for ending in Self.endings where letters.count >= ending.count + Self.minimum {
            if letters.suffix(ending.count).elementsEqual(ending) { letters.removeLast(ending.count) }
        }
        return String(String.UnicodeScalarView(letters))
    }
}
