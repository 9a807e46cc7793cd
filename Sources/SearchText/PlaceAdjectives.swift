/// Places and the words for what comes from them: Харьков and харьковский, Italy and Italian, Berlin and Berliner.
///
/// Rules give candidates, most of which are no words, so that only those that an archive has are worth using.
package enum PlaceAdjectives {
    /// Words that may be the other of the two.
    package struct Candidates: Sendable, Equatable {
        /// Whole words, of which other forms mean the same.
        package var words: [String] = []
        /// Beginnings of words, behind which only endings follow.
        package var prefixes: [String] = []
    }

    /// Letters that must be left of a place's name.
    private static let minimum = 3

    /// The candidates for a folded word; empty for a word that rules and lists say nothing of.
    ///
    /// - Parameter isName: whether the word was typed as a name is, with a capital; only then are endings exchanged that other words have too.
    package static func candidates(of word: String, isName: Bool) -> Candidates {
        var found = Candidates(words: pairs[word] ?? [])
        guard let first = word.unicodeScalars.first?.value else { return found }
        if (0x400...0x52F).contains(first) {
            slavic(word, mark: "ск", endings: cyrillicEndings, vowels: ["а", "я", "ь", "о", "ы", "и"], into: &found)
            addCases(to: &found, of: word)
        } else if word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
            slavic(word, mark: "sk", endings: latinEndings, vowels: ["a", "o", "e", "y"], into: &found)
            for (place, adjective) in suffixes where isName {
                if word.hasSuffix(place), word.count - place.count >= minimum {
                    found.words.append(word.dropLast(place.count) + adjective)
                }
                if word.hasSuffix(adjective), word.count - adjective.count >= minimum {
                    found.words.append(word.dropLast(adjective.count) + place)
                }
            }
        }
        found.words = found.words.enumerated().filter { $1 != word && !found.words[..<$0].contains($1) }.map(\.element)
        return found
    }

    /// Slavic languages put one suffix behind the place without its vowel, and the endings of adjectives behind that.
    private static func slavic(
        _ word: String, mark: String, endings: [String], vowels: [Character], into found: inout Candidates
    ) {
        for ending in endings where word.hasSuffix(mark + ending) {
            let base = String(word.dropLast(mark.count + ending.count))
            guard base.count >= minimum else { continue }
            found.words.append(base)
            found.words += vowels.map { base + String($0) }
            // Москва, московский: the vowel is there before two consonants only.
            if base.hasSuffix("ов") || base.hasSuffix("ow") {
                found.words += vowels.prefix(2).map { base.dropLast(2) + String(base.suffix(1)) + String($0) }
            }
            return
        }
        let base = word.last.map { vowels.contains($0) ? String(word.dropLast()) : word } ?? word
        if base.count >= minimum { found.prefixes.append(base + mark) }
    }

    /// Places in -ов, -ев and -ин: the stemmer takes the last two letters for an ending (Харьков) where no other follows, and so keeps it apart
    /// from its cases (в Харькове).
    private static func addCases(to found: inout Candidates, of word: String) {
        func isPlace(_ text: some StringProtocol) -> Bool {
            text.count > minimum && ["ов", "ев", "ин"].contains { text.hasSuffix($0) }
        }
        let base = cases.first { word.hasSuffix($0) && isPlace(word.dropLast($0.count)) }.map {
            String(word.dropLast($0.count))
        }
        if let base {
            found.words.append(base)
            found.prefixes.append(base + "ск")
        }
        for place in [word, base].compactMap(\.self) + found.words where isPlace(place) {
            found.words += cases.map { place + $0 }
        }
    }

    private static let cases = ["ом", "а", "у", "е"]

    private static let cyrillicEndings = [
        "ий", "ии", "ая", "ое", "ие", "ого", "ой", "ому", "ую", "им", "ом", "их", "ими", "а", "е", "і", "ої", "ою",
        "ому", "у",
    ]
    private static let latinEndings = [
        "i", "a", "ie", "iego", "iej", "iemu", "im", "ich", "imi", "y", "e", "eho", "emu", "em", "ou", "ym", "ych",
        "ymi",
    ]

    /// Endings of places and of their adjectives in English and German.
    private static let suffixes = [
        ("a", "an"), ("e", "ian"), ("y", "ian"), ("", "ian"), ("", "ese"), ("a", "ese"), ("", "i"), ("", "er"),
        ("en", "ner"),
        ("", "ner"),
    ]

    /// Those that no rule gives.
    private static let pairs: [String: [String]] = {
        let list = [
            ("france", "french"), ("germany", "german"), ("spain", "spanish"), ("poland", "polish"),
            ("britain", "british"),
            ("turkey", "turkish"), ("sweden", "swedish"), ("denmark", "danish"), ("netherlands", "dutch"),
            ("greece", "greek"),
            ("ireland", "irish"), ("scotland", "scottish"), ("wales", "welsh"), ("switzerland", "swiss"),
            ("finland", "finnish"), ("norway", "norwegian"), ("iceland", "icelandic"), ("england", "english"),
            ("europe", "european"), ("portugal", "portuguese"), ("czechia", "czech"), ("thailand", "thai"),
            ("philippines", "filipino"), ("afghanistan", "afghan"), ("peru", "peruvian"),
            ("frankreich", "franzosisch"), ("deutschland", "deutsch"), ("spanien", "spanisch"), ("polen", "polnisch"),
            ("italien", "italienisch"), ("england", "englisch"), ("russland", "russisch"), ("turkei", "turkisch"),
            ("griechenland", "griechisch"), ("ukraine", "ukrainisch"), ("amerika", "amerikanisch"),
            ("china", "chinesisch"),
            ("россия", "российский"), ("москва", "московский"), ("польша", "польский"), ("германия", "германский"),
            ("америка", "американский"),
            ("франция", "французский"), ("китай", "китайский"), ("турция", "турецкий"),
        ]
        var pairs: [String: [String]] = [:]
        for (place, adjective) in list {
            pairs[place, default: []].append(adjective)
            pairs[adjective, default: []].append(place)
        }
        return pairs
    }()
}
